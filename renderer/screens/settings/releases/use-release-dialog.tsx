import { Button, Checkbox } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { ReleaseRow } from '../../../../shared/releases/views.ts'
import { useAction } from '../../../data/use-action.ts'
import { useWords } from '../../../language/words.ts'
import { Dialog } from '../../../parts/dialog.tsx'
import { ProblemMessage } from '../../../parts/problem-message.tsx'

interface Props {
  readonly row: ReleaseRow
  /** Open certificates of the other releases. */
  readonly open: number
  readonly onClose: () => void
}

/** From now on new drafts are of this release; whether begun ones come along is asked for by itself. */
export function UseReleaseDialog({ row: { release }, open, onClose }: Props): ReactNode {
  const { t } = useWords()
  const client = useQueryClient()
  const [drafts, setDrafts] = useState(false)
  const { run, busy, problem } = useAction('release/use')
  const use = async (): Promise<void> => {
    const used = await run({ release, drafts })
    if (!used.ok) return
    await client.invalidateQueries()
    onClose()
  }
  return (
    <Dialog
      title={t('releases.use-title', { release })}
      onClose={onClose}
      action={
        <Button loading={busy} onClick={() => void use()}>
          {t('releases.use')}
        </Button>
      }
    >
      <p>{t('releases.use-text', { release })}</p>
      {open > 0 && (
        <Checkbox
          label={t('releases.move', { count: open, release })}
          description={t('releases.move-note')}
          checked={drafts}
          onChange={(event) => setDrafts(event.currentTarget.checked)}
        />
      )}
      {problem && <ProblemMessage problem={problem} compact />}
    </Dialog>
  )
}
