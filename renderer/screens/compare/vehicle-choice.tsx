import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { type ReactNode, useState } from 'react'
import type { VehicleRow } from '../../../shared/record/views.ts'
import { useCall } from '../../data/use-call.ts'
import { useWords } from '../../language/words.ts'
import { ProblemMessage } from '../../parts/problem-message.tsx'
import { parseSideSpec } from './side-spec.ts'

interface Props {
  readonly spec: string
  readonly onSpec: (spec: string) => void
}

/** A vehicle by VIN or order, then which of its messages. */
export function VehicleChoice({ spec, onSpec }: Props): ReactNode {
  const { t } = useWords()
  const chosen = parseSideSpec(spec)
  const vehicle = chosen && 'vehicle' in chosen ? chosen.vehicle : undefined
  const [typed, setTyped] = useState('')
  const known = useCall('vehicle/get', { id: vehicle ?? 1 }, { enabled: vehicle !== undefined })
  const chosenLabel = known.value && vehicle !== undefined ? labelOf(known.value.row) : ''
  // What is chosen stands in the field as well, and is no search for another one.
  const [search] = useDebouncedValue(typed === chosenLabel ? '' : typed.trim(), 150)
  const found = useCall('register/list', { search, limit: 20 }, { keepLast: true })
  const rows = new Map((found.value?.rows ?? []).map((row) => [row.id, row]))
  if (known.value && vehicle !== undefined) rows.set(vehicle, known.value.row)
  return (
    <>
      <Select
        label={t('compare-screen.vehicle')}
        placeholder={t('compare-screen.vehicle-hint')}
        nothingFoundMessage={t('compare-screen.nobody')}
        searchable
        value={vehicle === undefined ? null : String(vehicle)}
        searchValue={typed}
        onSearchChange={setTyped}
        // The backend has looked already.
        filter={({ options }) => options}
        data={[...rows.values()].map((row) => ({ value: String(row.id), label: labelOf(row) }))}
        onChange={(id) => onSpec(id ?? '')}
      />
      {known.problem && <ProblemMessage problem={known.problem} compact />}
      {vehicle !== undefined && <MessageChoice vehicle={vehicle} spec={spec} onSpec={onSpec} />}
    </>
  )
}

const labelOf = ({ vin, order }: Pick<VehicleRow, 'vin' | 'order'>): string =>
  [vin, order].filter(Boolean).join(' · ')

function MessageChoice({ vehicle, spec, onSpec }: Props & { readonly vehicle: number }): ReactNode {
  const { t } = useWords()
  const detail = useCall('vehicle/get', { id: vehicle })
  const versions = useCall('vehicle/versions', { id: vehicle })
  const older = (versions.value ?? []).slice(0, -1)
  const stages = detail.value?.stages ?? []
  return (
    <Select
      label={t('compare-screen.message')}
      allowDeselect={false}
      value={spec}
      data={[
        { value: String(vehicle), label: t('compare-screen.as-it-stands') },
        ...older.toReversed().map(({ certificate, version, status }) => ({
          value: `${vehicle}@${certificate}`,
          label: t('compare-screen.version-of', { version, status: t(`status.${status}`) }),
        })),
        ...stages.map(({ stageNumber, file, signature }) => ({
          value: `${vehicle}/stage${stageNumber}`,
          label: t('compare-screen.stage-long', {
            number: stageNumber,
            file: signature.paper ? t('compare-screen.paper') : file,
          }),
        })),
      ]}
      onChange={(value) => onSpec(value ?? String(vehicle))}
    />
  )
}
