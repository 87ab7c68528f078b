import { Select } from '@mantine/core'
import type { ReactNode } from 'react'
import { codeChoices, fieldEntry } from '../../fields/field-facts.ts'
import { useWords } from '../../language/words.ts'

const countryField = 'Header/DesignatedTypeApprovalCountry'

interface Props {
  readonly country: string
  readonly onCountry: (country: string) => void
}

/** The country whose authority grants the company's approvals, by the number in its e-mark. */
export function CountrySelect({ country, onCountry }: Props): ReactNode {
  const { t, language } = useWords()
  const type = fieldEntry(countryField)?.type
  const choices = type ? codeChoices(type, language) : []
  return (
    <Select
      label={t('settings.country')}
      description={t('settings.country-note')}
      searchable
      required
      data={choices.map(({ code, label }) => ({ value: code, label: label ? `${code} · ${label}` : code }))}
      value={country || null}
      onChange={(value) => onCountry(value ?? '')}
    />
  )
}
