import { Checkbox, Select } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWorkspace } from '../../data/workspace.ts'
import { useWords } from '../../language/words.ts'
import { FormSection, type PartProps } from './form-section.tsx'
import type { QuotationForm } from './quotation-form.ts'
import styles from './quotations.module.css'

/** The body and which of its options. */
export function BodyFields({ form, onForm, disabled }: PartProps<QuotationForm>): ReactNode {
  const { t } = useWords()
  const { variants } = useWorkspace()
  const { category } = form.vehicle
  const wanted = form.chassisVin === undefined ? category : ''
  const fitting = variants.filter(
    ({ id, categories }) =>
      id === form.variant || wanted === '' || categories.length === 0 || categories.includes(wanted),
  )
  const options = variants.find(({ id }) => id === form.variant)?.options ?? []
  return (
    <FormSection title={t('quotations.body')}>
      <Select
        size="xs"
        label={t('quotations.variant')}
        placeholder={t('quotations.no-variant')}
        searchable
        clearable
        disabled={disabled}
        data={fitting.map(({ id, name }) => ({ value: id, label: name }))}
        value={form.variant || null}
        onChange={(value) => onForm({ variant: value ?? '', options: [] })}
      />
      {options.length > 0 && (
        <fieldset className={styles.options}>
          <legend>{t('quotations.options')}</legend>
          {options.map(({ id, name }) => (
            <Checkbox
              key={id}
              size="xs"
              label={name}
              disabled={disabled}
              checked={form.options.includes(id)}
              onChange={(event) =>
                onForm({
                  options: event.currentTarget.checked
                    ? [...form.options, id]
                    : form.options.filter((each) => each !== id),
                })
              }
            />
          ))}
        </fieldset>
      )}
    </FormSection>
  )
}
