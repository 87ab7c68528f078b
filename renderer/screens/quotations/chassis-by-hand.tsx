import { Select } from '@mantine/core'
import type { ReactNode } from 'react'
import { codeChoices, fieldEntry } from '../../fields/field-facts.ts'
import { useWords } from '../../language/words.ts'
import { MeasureInput } from '../../parts/measure-input.tsx'
import { AxleGroupFields } from './axle-group-fields.tsx'
import { AxleRows } from './axle-rows.tsx'
import type { PartProps } from './form-section.tsx'
import { bears, type VehicleForm, vehicleKinds } from './quotation-form.ts'
import styles from './quotations.module.css'

const categoryField = 'CocDataGroup/VehicleCategory'

/** A chassis that nobody has a certificate of yet. */
export function ChassisByHand({ form, onForm, disabled }: PartProps<VehicleForm>): ReactNode {
  const { t, language } = useWords()
  const type = fieldEntry(categoryField)?.type
  const categories = type ? codeChoices(type, language) : []
  const trailer = bears(form.kind)
  const measure = (
    key:
      | 'laden'
      | 'supportLimit'
      | 'supportEmpty'
      | 'couplingLimit'
      | 'couplingX'
      | 'front'
      | 'rear'
      | 'height',
    label: string,
    unit: string,
  ) => (
    <MeasureInput
      label={t(`quotations.${label}`)}
      unit={unit}
      value={form[key]}
      onValue={(value) => onForm({ [key]: value })}
      disabled={disabled}
    />
  )
  return (
    <div className={styles.stack}>
      <div className={styles.fields}>
        <Select
          size="xs"
          label={t('quotations.kind')}
          disabled={disabled}
          allowDeselect={false}
          data={vehicleKinds.map((kind) => ({ value: kind, label: t(`drawing.kind.${kind}`) }))}
          value={form.kind}
          onChange={(value) => {
            const kind = vehicleKinds.find((each) => each === value)
            if (kind) onForm({ kind })
          }}
        />
        <Select
          size="xs"
          label={t('quotations.category')}
          searchable
          clearable
          disabled={disabled}
          data={categories.map(({ code, label }) => ({
            value: code,
            label: label ? `${code} · ${label}` : code,
          }))}
          value={form.category || null}
          onChange={(value) => onForm({ category: value ?? '' })}
        />
        {measure('laden', 'laden', 'kg')}
      </div>
      <AxleRows form={form} onForm={onForm} disabled={disabled} />
      {form.axles.length > 1 && <AxleGroupFields form={form} onForm={onForm} disabled={disabled} />}
      <div className={styles.fields}>
        {trailer ? (
          <>
            {measure('supportLimit', 'support-limit', 'kg')}
            {measure('supportEmpty', 'support-empty', 'kg')}
          </>
        ) : (
          <>
            {measure('couplingLimit', 'coupling', 'kg')}
            {measure('couplingX', 'coupling-x', 'mm')}
          </>
        )}
      </div>
      <div className={styles.fields}>
        {measure('front', 'front', 'mm')}
        {measure('rear', 'rear', 'mm')}
        {measure('height', 'height', 'mm')}
      </div>
    </div>
  )
}
