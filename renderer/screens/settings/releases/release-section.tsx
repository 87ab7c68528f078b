import { Button, FileButton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type ReactNode, useRef, useState } from 'react'
import type { ReleaseRow } from '../../../../shared/releases/views.ts'
import { useCall } from '../../../data/use-call.ts'
import { showDay } from '../../../language/date-text.ts'
import { useWords } from '../../../language/words.ts'
import { PageSection } from '../../../parts/page.tsx'
import { ProblemMessage } from '../../../parts/problem-message.tsx'
import settings from '../settings.module.css'
import { AddReleaseDialog } from './add-release-dialog.tsx'
import { CompareReleasesDialog } from './compare-releases-dialog.tsx'
import styles from './releases.module.css'
import { UseReleaseDialog } from './use-release-dialog.tsx'

/** The releases of the message side by side: which one new drafts are made in, and how each differs. */
export function ReleaseSection(): ReactNode {
  const { t } = useWords()
  const { value: rows = [], problem, again } = useCall('release/list', {})
  const [file, setFile] = useState<File>()
  const [compared, setCompared] = useState<ReleaseRow>()
  const [wanted, setWanted] = useState<ReleaseRow>()
  // A file that was corrected can be chosen again.
  const reset = useRef<() => void>(null)
  return (
    <PageSection
      title={t('releases.title')}
      note={t('releases.note')}
      actions={
        <FileButton
          resetRef={reset}
          accept=".xsd,application/xml,text/xml"
          onChange={(chosen) => {
            reset.current?.()
            if (chosen) setFile(chosen)
          }}
        >
          {({ onClick }) => (
            <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={onClick}>
              {t('releases.add')}
            </Button>
          )}
        </FileButton>
      }
    >
      {problem && <ProblemMessage problem={problem} />}
      <ul className={`${settings.list} ${styles.list}`}>
        {rows.map((row) => (
          <Row
            key={row.release}
            row={row}
            several={rows.length > 1}
            onCompare={() => setCompared(row)}
            onUse={() => setWanted(row)}
          />
        ))}
      </ul>
      {file && (
        <AddReleaseDialog
          file={file}
          onClose={() => {
            setFile(undefined)
            again()
          }}
        />
      )}
      {compared && (
        <CompareReleasesDialog rows={rows} release={compared} onClose={() => setCompared(undefined)} />
      )}
      {wanted && (
        <UseReleaseDialog
          row={wanted}
          open={rows.reduce((sum, one) => sum + (one === wanted ? 0 : one.certificates.open), 0)}
          onClose={() => {
            setWanted(undefined)
            again()
          }}
        />
      )}
    </PageSection>
  )
}

interface RowProps {
  readonly row: ReleaseRow
  readonly several: boolean
  readonly onCompare: () => void
  readonly onUse: () => void
}

function Row({ row, several, onCompare, onUse }: RowProps): ReactNode {
  const { t, language } = useWords()
  const { release, fields, codes, inUse, certificates, given, generated } = row
  const origin = given
    ? t('releases.given', {
        file: given.file,
        day: showDay(given.addedAt.slice(0, 10), language),
        person: given.person,
      })
    : t('releases.shipped', { generated: showDay(generated.slice(0, 10), language) })
  return (
    <li className={settings.entry}>
      <span className={styles.release}>IVI {release}</span>
      <span className={styles.facts}>
        <span>
          {t('releases.size', { fields, codes })} · {t('releases.certificates', { count: certificates.all })}
          {certificates.open > 0 && `, ${t('releases.open', { count: certificates.open })}`}
        </span>
        <span className={settings.note}>
          {origin}
          {given?.reason && ` · ${given.reason}`}
        </span>
      </span>
      {several && (
        <Button size="compact-sm" variant="subtle" onClick={onCompare}>
          {t('releases.compare')}
          <span className="hidden-text">IVI {release}</span>
        </Button>
      )}
      {inUse ? (
        <span className={styles.inUse}>
          <span className={settings.acts}>{t('releases.in-use')}</span>
        </span>
      ) : (
        <Button size="compact-sm" variant="default" onClick={onUse}>
          {t('releases.use')}
          <span className="hidden-text">IVI {release}</span>
        </Button>
      )}
    </li>
  )
}
