import { Button, Stack, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useId, useState } from 'react'
import { parseVin } from '../../../shared/values/vin.ts'
import { useAction } from '../../data/use-action.ts'
import { goTo } from '../../data/use-route.ts'
import { problemWords, useWords } from '../../language/words.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { ProblemMessage } from '../../parts/problem-message.tsx'

interface Props {
  readonly id: number
  readonly onClose: () => void
}

/** The VIN is known: the quotation becomes a vehicle of the register. */
export function OrderDialog({ id, onClose }: Props): ReactNode {
  const { t, language } = useWords()
  const client = useQueryClient()
  const form = useId()
  const [typed, setTyped] = useState('')
  const [left, setLeft] = useState(false)
  const [order, setOrder] = useState('')
  const become = useAction('quotation/to-order')
  const vin = parseVin(typed)
  const submit = async (): Promise<void> => {
    const result = await become.run({ id, vin: typed, order: order.trim() })
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
      footer={
        <>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" form={form} disabled={!vin.ok} loading={become.busy}>
            {t('quotations.order-make')}
          </Button>
        </>
      }
    >
      <p>{t('quotations.order-text')}</p>
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault()
          setLeft(true)
          if (vin.ok) void submit()
        }}
      >
        <Stack gap={14}>
          <TextInput
            label={t('quotations.vin')}
            description={t('new-vehicle.vin-note', { length: typed.length })}
            required
            value={typed}
            maxLength={40}
            autoComplete="off"
            spellCheck={false}
            error={left && typed !== '' && !vin.ok ? problemWords(language, vin.problem).heading : undefined}
            onChange={(event) => {
              become.forget()
              setTyped(event.currentTarget.value.replace(/\s/g, '').toUpperCase())
            }}
            onBlur={() => setLeft(true)}
            data-autofocus
          />
          <TextInput
            label={t('quotations.order-number')}
            value={order}
            maxLength={100}
            autoComplete="off"
            onChange={(event) => setOrder(event.currentTarget.value)}
          />
        </Stack>
      </form>
      {become.problem && <ProblemMessage problem={become.problem} compact />}
    </Dialog>
  )
}
