import { IconAlertTriangle, IconCircleCheckFilled } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Output } from '../../shared/ipc-contract.ts'
import { asSentence, problemWords, useWords } from '../language/words.ts'
import styles from './base-report.module.css'

type Item = Output<'base/add'>[number]

const isDoubtful = ({ stage }: Item): boolean =>
  stage !== undefined && (!stage.schemaValid || !stage.signature.valid)

/** What needs a person comes first. */
function urgency(item: Item): number {
  return item.problem ? 0 : isDoubtful(item) ? 1 : 2
}

/** Each base file with the stage that it brought, or why it was refused or is in doubt. */
export function BaseReport({ items }: { readonly items: readonly Item[] }): ReactNode {
  return (
    <ul className={styles.list}>
      {items
        .toSorted((left, right) => urgency(left) - urgency(right))
        .map((item) => (
          <BaseItem key={item.file} item={item} />
        ))}
    </ul>
  )
}

function BaseItem({ item }: { readonly item: Item }): ReactNode {
  const { t, language } = useWords()
  const { stage } = item
  const words = item.problem && problemWords(language, item.problem)
  const doubtful = isDoubtful(item)
  return (
    <li className={styles.item}>
      {words || doubtful ? (
        <IconAlertTriangle size={17} className={words ? styles.bad : styles.warn} aria-hidden />
      ) : (
        <IconCircleCheckFilled size={17} className={styles.good} aria-hidden />
      )}
      <div className={styles.text}>
        <p className={styles.file}>{item.file}</p>
        {stage && (
          <p>
            {[item.vin, t('form.stage', { number: stage.stageNumber }), stage.manufacturer, stage.approval]
              .filter(Boolean)
              .join(' · ')}
          </p>
        )}
        {stage && <StageState stage={stage} />}
        {words && (
          <p>
            <strong>{asSentence(words.heading)}</strong> {words.explanation} {words.next}
          </p>
        )}
      </div>
    </li>
  )
}

/** Whether schema and signature hold, and what speaks against them. */
function StageState({ stage }: { readonly stage: NonNullable<Item['stage']> }): ReactNode {
  const { t, language } = useWords()
  const { signature } = stage
  return (
    <>
      {!stage.schemaValid && <p className={styles.doubt}>{t('stages.schema-invalid')}</p>}
      {signature.valid ? (
        <p>{t('stages.signature-valid')}</p>
      ) : (
        <p className={styles.doubt}>
          {t(signature.present ? 'stages.signature-invalid' : 'stages.unsigned')}
        </p>
      )}
      {signature.present &&
        signature.problems.map((problem) => {
          const words = problemWords(language, problem)
          return (
            <p key={problem.code}>
              {asSentence(words.heading)} {words.next}
            </p>
          )
        })}
    </>
  )
}
