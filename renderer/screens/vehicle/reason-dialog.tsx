import { Button, Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { Finding } from '../../../shared/rules/finding.ts'
import { useAction } from '../../data/use-action.ts'
import { useWords } from '../../language/words.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { ProblemMessage } from '../../parts/problem-message.tsx'
import { correctedValues, TakenOver } from './taken-over.tsx'

interface Props {
  readonly id: number
  readonly act: 'withdraw' | 'correct' | 'redeliver'
  /** What of ours a base that was corrected since touches. */
  readonly findings?: readonly Finding[]
  readonly onClose: () => void
  /** Where to go once it was done. */
  readonly onDone?: () => void
}

/** What changes a certificate's fate asks for a reason; it stands in the audit with the name. */
export function ReasonDialog({ id, act, findings = [], onClose, onDone }: Props): ReactNode {
  const { t } = useWords()
  const withdraw = useAction('vehicle/withdraw')
  const correct = useAction('vehicle/correct')
  const redeliver = useAction('vehicle/redeliver')
  const taken = act === 'correct' ? correctedValues(findings) : []
  const [first] = taken
  const [reason, setReason] = useState(
    first ? t('correction.reason', { stage: first.args.stage, version: first.args.version }) : '',
  )
  const action = { withdraw, correct, redeliver }[act]
  const title = t(act === 'redeliver' ? 'correction.redeliver' : `vehicle.${act}`)
  const submit = async (): Promise<void> => {
    const result = await action.run({ id, reason: reason.trim() })
    if (!result.ok) return
    onClose()
    onDone?.()
  }
  return (
    <Dialog
      title={title}
      onClose={onClose}
      action={
        <Button disabled={reason.trim().length < 3} loading={action.busy} onClick={submit}>
          {title}
        </Button>
      }
    >
      <p>{t(act === 'redeliver' ? 'correction.redeliver-text' : `vehicle.${act}-text`)}</p>
      {taken.length > 0 && <TakenOver findings={taken} />}
      <Textarea
        label={t('reason')}
        required
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
