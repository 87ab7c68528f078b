import { Button, Radio, Stack, Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { Input } from '../../../shared/ipc-contract.ts'
import type { VehicleRow } from '../../../shared/record/views.ts'
import { useAction } from '../../data/use-action.ts'
import { useWords } from '../../language/words.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { ProblemMessage } from '../../parts/problem-message.tsx'

type Decision = Input<'outbox/decide'>['decision']
const decisions: readonly Decision[] = ['send-again', 'was-accepted', 'was-rejected']

interface Props {
  readonly row: VehicleRow
  readonly onClose: () => void
}

/** The answer was lost and repeating is not known to be safe: a person asks the authority and decides. */
export function DecideDialog({ row, onClose }: Props): ReactNode {
  const { t } = useWords()
  const [decision, setDecision] = useState<Decision>()
  const [reason, setReason] = useState('')
  const decide = useAction('outbox/decide')
  const submit = async (): Promise<void> => {
    if (!decision) return
    const result = await decide.run({ id: row.id, decision, reason: reason.trim() })
    if (result.ok) onClose()
  }
  return (
    <Dialog
      title={t('outbox.decide-title', { vin: row.vin })}
      onClose={onClose}
      action={
        <Button disabled={!decision || reason.trim().length < 3} loading={decide.busy} onClick={submit}>
          {t('outbox.decide')}
        </Button>
      }
    >
      <p>{t('outbox.decide-text')}</p>
      <Radio.Group
        label={t('outbox.decision')}
        value={decision ?? ''}
        onChange={(value) => setDecision(decisions.find((each) => each === value))}
      >
        <Stack gap={8} mt={6}>
          {decisions.map((each) => (
            <Radio
              key={each}
              value={each}
              label={t(`outbox.decisions.${each}`)}
              description={t(`outbox.decision-notes.${each}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      <Textarea
        label={t('reason')}
        description={t('outbox.decide-reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        maxLength={500}
        autosize
        minRows={2}
      />
      {decide.problem && <ProblemMessage problem={decide.problem} compact />}
    </Dialog>
  )
}
