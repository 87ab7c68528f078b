import { Button, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { unitOf } from '../../../../shared/ivi/facts.ts'
import type { DriftItem } from '../../../../shared/record/views.ts'
import { useAction } from '../../../data/use-action.ts'
import { callKey } from '../../../data/use-call.ts'
import { useWorkspace } from '../../../data/workspace.ts'
import { fieldName } from '../../../fields/field-facts.ts'
import { showNumber } from '../../../language/number-text.ts'
import { useWords } from '../../../language/words.ts'
import { Dialog } from '../../../parts/dialog.tsx'
import { ProblemMessage } from '../../../parts/problem-message.tsx'
import { useDraft } from '../draft-context.ts'

interface Props {
  readonly id: number
  readonly item: DriftItem
  readonly onClose: () => void
}

/** Somebody answers by name for a value out of tolerance, and says why it is right. */
export function SignOffDialog({ id, item, onClose }: Props): ReactNode {
  const { t, language } = useWords()
  const { acting } = useWorkspace()
  const { store } = useDraft()
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const signOff = useAction('vehicle/sign-off')
  const number = (value: string): string => `${showNumber(value, language)} ${unitOf(item.path)}`.trim()
  const submit = async (): Promise<void> => {
    await store.flush()
    const result = await signOff.run({ id, path: item.path, reason: reason.trim() })
    if (!result.ok) return
    await client.invalidateQueries({ queryKey: callKey('vehicle/get', { id }) })
    onClose()
  }
  return (
    <Dialog
      title={t('compare.sign-off-title')}
      onClose={onClose}
      action={
        <Button disabled={reason.trim().length < 3} loading={signOff.busy} onClick={submit}>
          {t('compare.sign-off-confirm', { name: acting?.name ?? '' })}
        </Button>
      }
    >
      <p>
        {t('compare.sign-off-text', {
          field: fieldName(item.path, language),
          actual: number(item.actual),
          expected: number(item.expected),
          difference: showNumber(item.differencePercent, language),
          tolerance: showNumber(item.tolerancePercent, language),
        })}
      </p>
      <Textarea
        label={t('reason')}
        description={t('compare.reason-note')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        maxLength={500}
        autosize
        minRows={2}
        data-autofocus
      />
      {signOff.problem && <ProblemMessage problem={signOff.problem} compact />}
    </Dialog>
  )
}
