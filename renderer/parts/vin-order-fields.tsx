import { TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { parseVin } from '../../shared/values/vin.ts'
import { problemWords, useWords } from '../language/words.ts'

export interface VinAndOrder {
  readonly vin: string
  readonly order: string
}

interface Props {
  readonly value: VinAndOrder
  /** Built in one stage: no base is waited for. */
  readonly isWhole?: boolean
  readonly onChange: (value: VinAndOrder) => void
}

/** What makes a vehicle of the register: its VIN, judged once the field was left, and the house's order number. */
export function VinOrderFields({ value, isWhole = false, onChange }: Props): ReactNode {
  const { t, language } = useWords()
  const [left, setLeft] = useState(false)
  const vin = parseVin(value.vin)
  return (
    <>
      <TextInput
        label={t('new-vehicle.vin')}
        description={t(isWhole ? 'new-vehicle.vin-note-whole' : 'new-vehicle.vin-note', {
          length: value.vin.length,
        })}
        required
        value={value.vin}
        maxLength={40}
        autoComplete="off"
        spellCheck={false}
        error={left && value.vin !== '' && !vin.ok ? problemWords(language, vin.problem).heading : undefined}
        onChange={(event) =>
          onChange({ ...value, vin: event.currentTarget.value.replace(/\s/g, '').toUpperCase() })
        }
        onBlur={() => setLeft(true)}
        data-autofocus
      />
      <TextInput
        label={t('new-vehicle.order')}
        value={value.order}
        maxLength={100}
        autoComplete="off"
        onChange={(event) => onChange({ ...value, order: event.currentTarget.value })}
      />
    </>
  )
}
