import { Button, Stack } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useId, useState } from 'react'
import { parseVin } from '../../../shared/values/vin.ts'
import { useAction } from '../../data/use-action.ts'
import { goTo } from '../../data/use-route.ts'
import { useWords } from '../../language/words.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { ProblemMessage } from '../../parts/problem-message.tsx'
import { type VinAndOrder, VinOrderFields } from '../../parts/vin-order-fields.tsx'

interface Props {
  readonly id: number
  readonly onClose: () => void
}

/** The VIN is known: the quotation becomes a vehicle of the register. */
export function OrderDialog({ id, onClose }: Props): ReactNode {
  const { t } = useWords()
  const client = useQueryClient()
  const form = useId()
  const [said, setSaid] = useState<VinAndOrder>({ vin: '', order: '' })
  const become = useAction('quotation/to-order')
  const vin = parseVin(said.vin)
  const submit = async (): Promise<void> => {
    const result = await become.run({ id, vin: said.vin, order: said.order.trim() })
    if (!result.ok) return
    await client.invalidateQueries({
      predicate: ({ queryKey: [name] }) => String(name).startsWith('quotation/'),
    })
    goTo({ screen: 'vehicle', id: result.value.row.id })
  }
  return (
    <Dialog
      title={t('quotations.order-title')}
      onClose={onClose}
      size={520}
      action={
        <Button type="submit" form={form} disabled={!vin.ok} loading={become.busy}>
          {t('quotations.order-make')}
        </Button>
      }
    >
      <p>{t('quotations.order-text')}</p>
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault()
          if (vin.ok) void submit()
        }}
      >
        <Stack gap={14}>
          <VinOrderFields
            value={said}
            onChange={(next) => {
              become.forget()
              setSaid(next)
            }}
          />
        </Stack>
      </form>
      {become.problem && <ProblemMessage problem={become.problem} compact />}
    </Dialog>
  )
}
