import { Button, PasswordInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { NapView } from '../../../shared/record/views.ts'
import { ok } from '../../../shared/result.ts'
import { useAction } from '../../data/use-action.ts'
import { callKey } from '../../data/use-call.ts'
import { useWords } from '../../language/words.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { ProblemMessage } from '../../parts/problem-message.tsx'

interface Props {
  readonly nap: NapView
  readonly onClose: () => void
  readonly onUnlocked: () => void
}

/** The access point knows us by a client key; its passphrase is asked once a session and not kept. */
export function UnlockForm({ nap, onClose, onUnlocked }: Props): ReactNode {
  const { t } = useWords()
  const client = useQueryClient()
  const [passphrase, setPassphrase] = useState('')
  const unlock = useAction('outbox/unlock-nap')
  const submit = async (): Promise<void> => {
    const result = await unlock.run({ nap: nap.id, passphrase })
    setPassphrase('')
    if (!result.ok) return
    client.setQueryData(callKey('workspace/get', {}), ok(result.value))
    onUnlocked()
  }
  return (
    <Dialog
      title={t('outbox.unlock-title')}
      onClose={onClose}
      size={420}
      action={
        <Button type="submit" form="unlock-nap" loading={unlock.busy} disabled={passphrase === ''}>
          {t('outbox.unlock-confirm')}
        </Button>
      }
    >
      <form
        id="unlock-nap"
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <PasswordInput
          label={t('outbox.passphrase')}
          description={t('outbox.passphrase-note', { name: nap.name })}
          value={passphrase}
          autoComplete="off"
          onChange={(event) => setPassphrase(event.currentTarget.value)}
          data-autofocus
        />
      </form>
      {unlock.problem && <ProblemMessage problem={unlock.problem} compact />}
    </Dialog>
  )
}
