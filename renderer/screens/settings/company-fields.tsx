import { TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import companyJson from '../../../schemas/completion/company.json' with { type: 'json' }
import { fieldEntry, fieldLabel } from '../../fields/field-facts.ts'
import { useWords } from '../../language/words.ts'
import styles from './settings.module.css'

/** What the company's profile holds, in the order of the certificate. */
export const companyFields: readonly {
  readonly name: string
  readonly path: string
  readonly required: boolean
}[] = companyJson.fields

interface Props {
  readonly company: Readonly<Record<string, string>>
  readonly onCompany: (company: Readonly<Record<string, string>>) => void
}

/** The company as its approval states it. */
export function CompanyFields({ company, onCompany }: Props): ReactNode {
  const { language } = useWords()
  return (
    <div className={styles.fields}>
      {companyFields.map(({ name, path, required }) => (
        <TextInput
          key={name}
          label={fieldLabel(path, language)}
          required={required}
          maxLength={fieldEntry(path)?.type.maxLength ?? 150}
          value={company[name] ?? ''}
          onChange={(event) => onCompany({ ...company, [name]: event.currentTarget.value })}
        />
      ))}
    </div>
  )
}

export function isComplete(company: Readonly<Record<string, string>>): boolean {
  return companyFields.every(({ name, required }) => !required || (company[name] ?? '').trim() !== '')
}
