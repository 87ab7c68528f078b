import { Button, Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useAction } from '../../data/use-action.ts'
import { useWords } from '../../language/words.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { ProblemMessage } from '../../parts/problem-message.tsx'

interface Props {
  readonly id: number
  readonly act: 'withdraw' | 'correct'
  readonly onClose: () => void
  /** Where to go once it was done. */
  readonly onDone?: () => void
}

/** What changes a certificate's fate asks for a reason; it stands in the audit with the name. */
export function ReasonDialog({ id, act, onClose, onDone }: Props): ReactNode {
  const { t } = useWords()
  const withdraw = useAction('vehicle/withdraw')
  const correct = useAction('vehicle/correct')
  const [reason, setReason] = useState('')
  const action = act === 'withdraw' ? withdraw : correct
  const submit = async (): Promise<void> => {
    const result = await action.run({ id, reason: reason.trim() })
    if (!result.ok) return
    onClose()
    onDone?.()
  }
  return (
    <Dialog
      title={t(`vehicle.${act}`)}
      onClose={onClose}
      action={
        <Button disabled={reason.trim().length < 3} loading={action.busy} onClick={submit}>
          {t(`vehicle.${act}`)}
        </Button>
      }
    >
      <p>{t(`vehicle.${act}-text`)}</p>
      <Textarea
        label={t('reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        maxLength={500}
        autosize
        minRows={2}
        data-autofocus
      />
      {action.problem && <ProblemMessage problem={action.problem} compact />}
    </Dialog>
  )
}
