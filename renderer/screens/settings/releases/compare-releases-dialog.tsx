import { Button, Select } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { ReleaseRow } from '../../../../shared/releases/views.ts'
import { useCall } from '../../../data/use-call.ts'
import { useWords } from '../../../language/words.ts'
import { Dialog } from '../../../parts/dialog.tsx'
import { ProblemMessage } from '../../../parts/problem-message.tsx'
import { ComparisonView } from './comparison-view.tsx'
import styles from './releases.module.css'

interface Props {
  readonly rows: readonly ReleaseRow[]
  readonly release: ReleaseRow
  readonly onClose: () => void
}

/** One release against another, first the one in use or before it. */
export function CompareReleasesDialog({ rows, release, onClose }: Props): ReactNode {
  const { t } = useWords()
  const others = rows.filter((row) => row !== release)
  const [against, setAgainst] = useState(
    (others.find(({ inUse }) => inUse) ?? others.at(-1))?.release ?? release.release,
  )
  const older = rows.findIndex((row) => row.release === against) < rows.indexOf(release)
  const [from, to] = older ? [against, release.release] : [release.release, against]
  const { value, problem } = useCall('release/compare', { from, to })
  return (
    <Dialog
      title={`IVI ${from} → IVI ${to}`}
      onClose={onClose}
      size={860}
      footer={<Button onClick={onClose}>{t('close')}</Button>}
    >
      {others.length > 1 && (
        <Select
          className={styles.against}
          label={t('releases.against')}
          allowDeselect={false}
          data={others.map((row) => ({ value: row.release, label: `IVI ${row.release}` }))}
          value={against}
          onChange={(chosen) => setAgainst(chosen ?? against)}
        />
      )}
      {problem && <ProblemMessage problem={problem} compact />}
      {value ? <ComparisonView comparison={value} onLeave={onClose} /> : !problem && <p aria-busy="true" />}
    </Dialog>
  )
}
