import { IconAlertTriangle, IconRosetteDiscountCheck, IconStack2 } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Language } from '../../../../shared/messages.ts'
import type { PaperOrigin } from '../../../../shared/paper/scan.ts'
import type { BaseState, StageView } from '../../../../shared/record/views.ts'
import { showInstant } from '../../../language/date-text.ts'
import { asSentence, problemWords, useWords, type Words } from '../../../language/words.ts'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { BeginPaperBase, ChangePaperBase } from '../../paper-base/begin-paper-base.tsx'
import styles from './panel.module.css'

interface Props {
  readonly vehicle: number
  readonly editable: boolean
  readonly stages: readonly StageView[]
  readonly base: BaseState
}

/** Each earlier stage with its maker, its approval and whether its signature holds. */
export function StagesPanel({ vehicle, editable, stages, base }: Props): ReactNode {
  const { t } = useWords()
  if (stages.length === 0) {
    const kind = base === 'none' ? 'none' : 'missing'
    return (
      <EmptyState
        icon={<IconStack2 size={24} stroke={1.6} />}
        heading={t(`stages.${kind}`)}
        text={t(`stages.${kind}-text`)}
      >
        {editable && kind === 'missing' && <BeginPaperBase vehicle={vehicle} />}
      </EmptyState>
    )
  }
  return (
    <ul className={styles.list}>
      {stages.map((stage) => (
        <StageItem key={stage.id} stage={stage} vehicle={vehicle} editable={editable} />
      ))}
    </ul>
  )
}

interface ItemProps extends Pick<Props, 'vehicle' | 'editable'> {
  readonly stage: StageView
}

function StageItem({ stage, vehicle, editable }: ItemProps): ReactNode {
  const { t, language } = useWords()
  const { signature } = stage
  const { paper } = signature
  return (
    <li className={styles.plain}>
      <p className={styles.field}>
        {t('form.stage', { number: stage.stageNumber })} · {stage.manufacturer}
      </p>
      <dl className={styles.figures}>
        <dt>{t('stages.approval')}</dt>
        <dd>{stage.approval}</dd>
        <dt>{t('stages.kind')}</dt>
        <dd>{t(`stages.completion.${stage.stageOfCompletion}`)}</dd>
        <dt>{t('stages.added')}</dt>
        <dd>{showInstant(stage.addedAt, language)}</dd>
        <dt>{t('stages.file')}</dt>
        <dd>{paper ? paperText(paper, t, language) : stage.file}</dd>
      </dl>
      <p className={`${styles.state} ${signature.valid ? styles.good : styles.warn}`}>
        {signature.valid ? (
          <IconRosetteDiscountCheck size={16} aria-hidden />
        ) : (
          <IconAlertTriangle size={16} aria-hidden />
        )}
        {t(
          signature.valid
            ? 'stages.signature-valid'
            : signature.present
              ? 'stages.signature-invalid'
              : paper
                ? 'stages.paper-lacks'
                : 'stages.unsigned',
        )}
      </p>
      {paper && editable && <ChangePaperBase vehicle={vehicle} />}
      {!stage.schemaValid && !paper && (
        <p className={`${styles.state} ${styles.warn}`}>
          <IconAlertTriangle size={16} aria-hidden />
          {t('stages.schema-invalid')}
        </p>
      )}
      {signature.problems.map((problem) => {
        const words = problemWords(language, problem)
        return (
          <p key={problem.code} className={styles.faint}>
            {asSentence(words.heading)} {words.explanation}
          </p>
        )
      })}
    </li>
  )
}

/** Who typed a stage from which files, and when; what was typed before scans were kept says less. */
function paperText({ person, at, scans = [] }: PaperOrigin, t: Words, language: Language): string {
  if (at === undefined || scans.length === 0) return t('stages.paper-without', { person })
  const files = scans.map(({ name }) => name).join(', ')
  return t('stages.paper-from', { person, at: showInstant(at, language), files })
}
