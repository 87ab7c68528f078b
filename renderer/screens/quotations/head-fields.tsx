import { TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../../language/words.ts'
import type { PartProps } from './form-section.tsx'
import type { QuotationForm } from './quotation-form.ts'
import styles from './quotations.module.css'

/** What the quotation is called, and whose question it answers. */
export function HeadFields({ form, onForm, disabled }: PartProps<QuotationForm>): ReactNode {
  const { t } = useWords()
  return (
    <div className={styles.fields}>
      <TextInput
        size="xs"
        label={t('quotations.name')}
        placeholder={t('quotations.name-hint')}
        required
        maxLength={150}
        disabled={disabled}
        value={form.name}
        onChange={(event) => onForm({ name: event.currentTarget.value })}
      />
      <TextInput
        size="xs"
        label={t('quotations.customer')}
        maxLength={150}
        disabled={disabled}
        value={form.customer}
        onChange={(event) => onForm({ customer: event.currentTarget.value })}
      />
      <TextInput
        size="xs"
        label={t('quotations.remark')}
        maxLength={2000}
        disabled={disabled}
        value={form.note}
        onChange={(event) => onForm({ note: event.currentTarget.value })}
      />
    </div>
  )
}
