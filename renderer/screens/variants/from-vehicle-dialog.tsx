import { Button, Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type ReactNode, useState } from 'react'
import type { Definition } from '../../../shared/variants/definition.ts'
import { useAction } from '../../data/use-action.ts'
import { useCall } from '../../data/use-call.ts'
import { useWords } from '../../language/words.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { ProblemMessage } from '../../parts/problem-message.tsx'

interface Props {
  readonly onBegin: (draft: Definition) => void
  readonly onClose: () => void
}

/** A body from a vehicle that is right: what was said of its body, without what is the vehicle's own. */
export function FromVehicleDialog({ onBegin, onClose }: Props): ReactNode {
  const { t } = useWords()
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), 150)
  const [vehicleId, setVehicleId] = useState<string | null>(null)
  const [id, setId] = useState('')
  const [name, setName] = useState('')
  const found = useCall('register/list', { search: vehicleId ? '' : search, limit: 30 }, { keepLast: true })
  const make = useAction('variant/from-vehicle')
  const begin = async (): Promise<void> => {
    const made = await make.run({ vehicleId: Number(vehicleId), id, name: name.trim() })
    if (made.ok) onBegin(made.value)
  }
  return (
    <Dialog
      title={t('variants.from-vehicle')}
      onClose={onClose}
      action={
        <Button
          disabled={vehicleId === null || id === '' || name.trim() === ''}
          loading={make.busy}
          onClick={() => void begin()}
        >
          {t('variants.begin')}
        </Button>
      }
    >
      <p>{t('variants.from-vehicle-note')}</p>
      <Select
        label={t('variants.vehicle')}
        searchable
        data={(found.value?.rows ?? []).map((row) => ({
          value: String(row.id),
          label: [row.vin, row.order, row.variantName].filter(Boolean).join(' · '),
        }))}
        filter={({ options }) => options}
        onSearchChange={setTyped}
        value={vehicleId}
        onChange={setVehicleId}
        data-autofocus
      />
      <TextInput
        label={t('variants.name')}
        maxLength={150}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        label={t('variants.id')}
        description={t('variants.id-note')}
        maxLength={60}
        value={id}
        onChange={(event) => setId(event.currentTarget.value.replace(/[^A-Za-z0-9._-]/g, ''))}
      />
      {make.problem && <ProblemMessage problem={make.problem} compact />}
    </Dialog>
  )
}
