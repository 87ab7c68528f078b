import { Button, MultiSelect, Select, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { VariantRow } from '../../../shared/record/views.ts'
import type { Definition } from '../../../shared/variants/definition.ts'
import { codeChoices, fieldEntry } from '../../fields/field-facts.ts'
import { useWords } from '../../language/words.ts'
import { Dialog } from '../../parts/dialog.tsx'

interface Props {
  readonly known: readonly VariantRow[]
  readonly onBegin: (draft: Definition) => void
  readonly onClose: () => void
}

const categoryPath = 'CocDataGroup/VehicleCategory'

/** A body by hand: what it is called, and either what it is made from or which vehicles it is for. */
export function NewBodyDialog({ known, onBegin, onClose }: Props): ReactNode {
  const { t, language } = useWords()
  const [id, setId] = useState('')
  const [name, setName] = useState('')
  const [base, setBase] = useState<string | null>(null)
  const [categories, setCategories] = useState<string[]>([])
  const [stage, setStage] = useState<'V' | 'I' | 'C'>('V')
  const type = fieldEntry(categoryPath)?.type
  const isKnown = known.some((one) => one.id === id)
  const ready = id !== '' && !isKnown && name.trim() !== '' && (base !== null || categories.length > 0)
  const begin = (): void => {
    const empty = { replaces: [], set: {}, byCategory: {}, options: [] }
    const from = known.find((one) => one.id === base)
    onBegin({
      ...{ id, version: 1, name: name.trim(), ...empty },
      ...(from
        ? { inherits: { id: from.id, version: from.version } }
        : { categories, stage, carry: 'full' as const }),
    })
  }
  return (
    <Dialog
      title={t('variants.new')}
      onClose={onClose}
      action={
        <Button disabled={!ready} onClick={begin}>
          {t('variants.begin')}
        </Button>
      }
    >
      <TextInput
        label={t('variants.name')}
        maxLength={150}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        data-autofocus
      />
      <TextInput
        label={t('variants.id')}
        description={t('variants.id-note')}
        maxLength={60}
        value={id}
        error={isKnown ? t('variants.id-known') : undefined}
        onChange={(event) => setId(event.currentTarget.value.replace(/[^A-Za-z0-9._-]/g, ''))}
      />
      <Select
        label={t('variants.base')}
        description={t('variants.base-note')}
        clearable
        data={known.map((one) => ({ value: one.id, label: one.name }))}
        value={base}
        onChange={setBase}
      />
      {base === null && type && (
        <>
          <MultiSelect
            label={t('variants.categories')}
            searchable
            limit={40}
            data={codeChoices(type, language).map(({ code }) => code)}
            value={categories}
            onChange={setCategories}
          />
          <Select
            label={t('variants.stage')}
            allowDeselect={false}
            data={(['V', 'I', 'C'] as const).map((value) => ({
              value,
              label: t(`variants.stages.${value}`),
            }))}
            value={stage}
            onChange={(value) => setStage(value === 'I' || value === 'C' ? value : 'V')}
          />
        </>
      )}
    </Dialog>
  )
}
