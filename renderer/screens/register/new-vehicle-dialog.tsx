import { Button, SegmentedControl, Select, Stack } from '@mantine/core'
import { type ReactNode, useId, useState } from 'react'
import { parseVin } from '../../../shared/values/vin.ts'
import { coversCategory } from '../../../shared/variants/variant.ts'
import { useAction } from '../../data/use-action.ts'
import { goTo } from '../../data/use-route.ts'
import { useWorkspace } from '../../data/workspace.ts'
import { codeChoices, fieldEntry } from '../../fields/field-facts.ts'
import { useWords } from '../../language/words.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { ProblemMessage } from '../../parts/problem-message.tsx'
import { type VinAndOrder, VinOrderFields } from '../../parts/vin-order-fields.tsx'

const categoryField = 'CocDataGroup/VehicleCategory'
/** Code of a vehicle that one manufacturer builds whole. */
const complete = 'C'

/** A vehicle that no list brings, such as one over a base that exists on paper alone. */
export function NewVehicleDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t, language } = useWords()
  const { variants } = useWorkspace()
  const form = useId()
  const [said, setSaid] = useState<VinAndOrder>({ vin: '', order: '' })
  const [category, setCategory] = useState('')
  const [variantId, setVariantId] = useState('')
  const [stage, setStage] = useState('')
  const isWhole = stage === complete
  const add = useAction('vehicle/add')
  const vin = parseVin(said.vin)
  // No base and no body says the category of a vehicle that is built whole, and the form follows from it.
  const isReady = vin.ok && (!isWhole || category !== '')
  const type = fieldEntry(categoryField)?.type
  const categories = type ? codeChoices(type, language) : []
  const fitting = variants.filter(({ categories }) => category === '' || coversCategory(categories, category))
  const submit = async (): Promise<void> => {
    const result = await add.run({ vin: said.vin, order: said.order.trim(), category, variantId, stage })
    if (result.ok) goTo({ screen: 'vehicle', id: result.value.row.id })
  }
  return (
    <Dialog
      title={t('new-vehicle.title')}
      onClose={onClose}
      size={520}
      action={
        <Button type="submit" form={form} disabled={!isReady} loading={add.busy}>
          {t('new-vehicle.add')}
        </Button>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady) void submit()
        }}
      >
        <Stack gap={14}>
          <VinOrderFields
            value={said}
            isWhole={isWhole}
            onChange={(next) => {
              add.forget()
              setSaid(next)
            }}
          />
          <SegmentedControl
            fullWidth
            aria-label={t('new-vehicle.built')}
            data={[
              { value: '', label: t('new-vehicle.over-base') },
              { value: complete, label: t('new-vehicle.whole') },
            ]}
            value={stage}
            onChange={(value) => {
              setStage(value)
              setVariantId('')
            }}
          />
          <Select
            label={t('new-vehicle.category')}
            description={t(isWhole ? 'new-vehicle.category-note-whole' : 'new-vehicle.category-note')}
            required={isWhole}
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
          {!isWhole && (
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
          )}
        </Stack>
      </form>
      {add.problem && <ProblemMessage problem={add.problem} compact />}
    </Dialog>
  )
}
