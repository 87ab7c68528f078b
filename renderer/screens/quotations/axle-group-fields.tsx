import { Select, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../../language/words.ts'
import { MeasureInput } from '../../parts/measure-input.tsx'
import type { PartProps } from './form-section.tsx'
import { bears, type VehicleForm } from './quotation-form.ts'
import styles from './quotations.module.css'

/** Neighbouring axles whose suspension shares their load. */
export function AxleGroupFields({ form, onForm, disabled }: PartProps<VehicleForm>): ReactNode {
  const { t } = useWords()
  const { group } = form
  return (
    <div className={styles.fields}>
      <Select
        size="xs"
        label={t('quotations.group-of')}
        placeholder={t('quotations.no-group')}
        clearable
        disabled={disabled}
        data={choices(form).map(({ first, last }) => ({
          value: `${first}-${last}`,
          label: `${first}–${last}`,
        }))}
        value={group ? `${group.first}-${group.last}` : null}
        onChange={(value) => {
          const [first, last] = (value ?? '').split('-').map(Number)
          onForm({ group: first && last ? { first, last } : undefined })
        }}
      />
      {group && (
        <>
          <MeasureInput
            label={t('quotations.group-limit')}
            unit="kg"
            value={form.groupLimit}
            onValue={(groupLimit) => onForm({ groupLimit })}
            disabled={disabled}
          />
          <TextInput
            size="xs"
            label={t('quotations.sharing')}
            placeholder={t('quotations.sharing-hint')}
            value={form.sharing}
            maxLength={60}
            disabled={disabled}
            onChange={(event) => onForm({ sharing: event.currentTarget.value })}
          />
        </>
      )}
    </div>
  )
}

/** Every run of two and more neighbours; a vehicle without a coupling in front keeps one axle beside it. */
function choices({ axles, kind }: VehicleForm): readonly { readonly first: number; readonly last: number }[] {
  const runs: { first: number; last: number }[] = []
  for (let first = 1; first < axles.length; first += 1)
    for (let last = first + 1; last <= axles.length; last += 1)
      if (bears(kind) || last - first + 1 < axles.length) runs.push({ first, last })
  return runs
}
