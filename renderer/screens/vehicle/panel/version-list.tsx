import { Button } from '@mantine/core'
import { IconArrowsDiff, IconFileExport } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import type { VersionView } from '../../../../shared/compare/version-view.ts'
import type { Language } from '../../../../shared/messages.ts'
import type { AttemptView } from '../../../../shared/record/views.ts'
import { useAction } from '../../../data/use-action.ts'
import { useCall } from '../../../data/use-call.ts'
import { goTo } from '../../../data/use-route.ts'
import { showInstant } from '../../../language/date-text.ts'
import { problemWords, useWords, type Words } from '../../../language/words.ts'
import { FilePath } from '../../../parts/file-path.tsx'
import { ProblemMessage } from '../../../parts/problem-message.tsx'
import { StatusBadge } from '../../../parts/status-badge.tsx'
import styles from './panel.module.css'

interface Props {
  readonly vehicle: number
  readonly vin: string
}

/** The chain of versions, the newest first: what became of each, why it was opened and what it changed. */
export function VersionList({ vehicle, vin }: Props): ReactNode {
  const { t } = useWords()
  const versions = useCall('vehicle/versions', { id: vehicle })
  const dossier = useAction('audit/export')
  const [folder, setFolder] = useState('')
  if (versions.problem) return <ProblemMessage problem={versions.problem} compact />
  const chain = versions.value ?? []
  // A first draft is no chain yet.
  if (!chain.some(({ signedAt }) => signedAt)) return null
  const save = async (): Promise<void> => {
    const made = await dossier.run({ vin })
    if (made.ok) setFolder(made.value.file)
  }
  return (
    <section aria-label={t('versions.title')}>
      <h3 className={styles.heading}>{t('versions.title')}</h3>
      <ol className={styles.list} reversed>
        {chain.toReversed().map((view, at, all) => (
          <VersionItem key={view.certificate} vehicle={vehicle} view={view} before={all[at + 1]} />
        ))}
      </ol>
      <div className={styles.plain}>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconFileExport size={15} stroke={1.7} />}
          loading={dossier.busy}
          onClick={() => void save()}
        >
          {t('versions.export')}
        </Button>
        {dossier.problem && <ProblemMessage problem={dossier.problem} compact />}
        {folder && <FilePath label={t('versions.exported')} path={folder} />}
      </div>
      <h3 className={styles.heading}>{t('versions.events')}</h3>
    </section>
  )
}

interface ItemProps {
  readonly vehicle: number
  readonly view: VersionView
  readonly before: VersionView | undefined
}

function VersionItem({ vehicle, view, before }: ItemProps): ReactNode {
  const { t, language } = useWords()
  const facts: readonly (readonly [name: string, text: string | undefined])[] = [
    ['reference', view.reference],
    ['moment', view.dateTime && showInstant(view.dateTime, language)],
    ['release', `IVI ${view.release}`],
    ['reason', view.reason],
    ['opened', [showInstant(view.openedAt, language), view.openedBy].filter(Boolean).join(' · ')],
    ['signer', view.signer],
  ]
  return (
    <li className={styles.plain}>
      <p className={styles.line}>
        <span className={styles.field}>{t('compare-screen.version', { version: view.version })}</span>
        <StatusBadge status={view.status} />
      </p>
      <dl className={styles.figures}>
        {facts.map(([name, text]) => (
          <Fact key={name} name={name} text={text} />
        ))}
        {view.attempts.map((attempt) => (
          <Fact key={attempt.id} name="answer" text={answerText(attempt, t, language)} />
        ))}
      </dl>
      {before && (
        <Button
          mt={8}
          size="compact-sm"
          variant="default"
          leftSection={<IconArrowsDiff size={15} stroke={1.7} />}
          onClick={() =>
            goTo({
              screen: 'compare',
              left: `${vehicle}@${before.certificate}`,
              right: `${vehicle}@${view.certificate}`,
            })
          }
        >
          {t('versions.compare', { version: before.version, count: view.changed ?? 0 })}
        </Button>
      )}
    </li>
  )
}

function Fact({ name, text }: { readonly name: string; readonly text: string | undefined }): ReactNode {
  const { t } = useWords()
  if (!text) return null
  return (
    <div className={styles.pair}>
      <dt>{t(`versions.${name}`)}</dt>
      <dd>{text}</dd>
    </div>
  )
}

/** Outcome, access point, moment, receipt, and what it gave as reasons. */
function answerText(attempt: AttemptView, t: Words, language: Language): string {
  const { outcome, nap, endedAt, receipt, problem, reasons } = attempt
  const parts = [
    t(`outcome.${outcome}`),
    nap,
    endedAt && showInstant(endedAt, language),
    receipt,
    problem && problemWords(language, problem).heading,
    ...reasons.map(({ text }) => text),
  ]
  return parts.filter(Boolean).join(' · ')
}
