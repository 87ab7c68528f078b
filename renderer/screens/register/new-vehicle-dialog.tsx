import { Button, Select, Stack, TextInput } from '@mantine/core'
import { type ReactNode, useId, useState } from 'react'
import { parseVin } from '../../../shared/values/vin.ts'
import { coversCategory } from '../../../shared/variants/variant.ts'
import { useAction } from '../../data/use-action.ts'
import { goTo } from '../../data/use-route.ts'
import { useWorkspace } from '../../data/workspace.ts'
import { codeChoices, fieldEntry } from '../../fields/field-facts.ts'
import { problemWords, useWords } from '../../language/words.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { ProblemMessage } from '../../parts/problem-message.tsx'

const categoryField = 'CocDataGroup/VehicleCategory'

/** A vehicle that no list brings, such as one over a base that exists on paper alone. */
export function NewVehicleDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t, language } = useWords()
  const { variants } = useWorkspace()
  const form = useId()
  const [typed, setTyped] = useState('')
  const [left, setLeft] = useState(false)
  const [order, setOrder] = useState('')
  const [category, setCategory] = useState('')
  const [variantId, setVariantId] = useState('')
  const add = useAction('vehicle/add')
  const vin = parseVin(typed)
  const type = fieldEntry(categoryField)?.type
  const categories = type ? codeChoices(type, language) : []
  const fitting = variants.filter(({ categories }) => category === '' || coversCategory(categories, category))
  const submit = async (): Promise<void> => {
    const result = await add.run({ vin: typed, order: order.trim(), category, variantId })
    if (result.ok) goTo({ screen: 'vehicle', id: result.value.row.id })
  }
  return (
    <Dialog
      title={t('new-vehicle.title')}
      onClose={onClose}
      size={520}
      footer={
        <>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" form={form} disabled={!vin.ok} loading={add.busy}>
            {t('new-vehicle.add')}
          </Button>
        </>
      }
    >
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
            label={t('new-vehicle.vin')}
            description={t('new-vehicle.vin-note', { length: typed.length })}
            required
            value={typed}
            maxLength={40}
            autoComplete="off"
            spellCheck={false}
            error={left && typed !== '' && !vin.ok ? problemWords(language, vin.problem).heading : undefined}
            onChange={(event) => {
              add.forget()
              setTyped(event.currentTarget.value.replace(/\s/g, '').toUpperCase())
            }}
            onBlur={() => setLeft(true)}
            data-autofocus
          />
          <TextInput
            label={t('new-vehicle.order')}
            value={order}
            maxLength={100}
            autoComplete="off"
            onChange={(event) => setOrder(event.currentTarget.value)}
          />
          <Select
            label={t('new-vehicle.category')}
            description={t('new-vehicle.category-note')}
            searchable
            clearable
            data={categories.map(({ code, label }) => ({
              value: code,
              label: label ? `${code} · ${label}` : code,
            }))}
            value={category || null}
            onChange={(value) => {
              setCategory(value ?? '')
              setVariantId('')
            }}
          />
          <Select
            label={t('new-vehicle.variant')}
            description={t(fitting.length > 0 ? 'new-vehicle.variant-note' : 'next.no-variant')}
            searchable
            clearable
            disabled={fitting.length === 0}
            data={fitting.map(({ id, name }) => ({ value: id, label: name }))}
            value={variantId || null}
            onChange={(value) => setVariantId(value ?? '')}
          />
        </Stack>
      </form>
      {add.problem && <ProblemMessage problem={add.problem} compact />}
    </Dialog>
  )
}
