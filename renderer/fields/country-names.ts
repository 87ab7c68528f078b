import type { Language } from '../../shared/messages.ts'
import { codeChoices, fieldEntry } from './field-facts.ts'

/** Its codes are the countries of the vehicles that may be registered. */
const countryField = 'Header/IntendedCountryRegistration'

/** The names of all countries in a language, in its order. */
export function countryNames(language: Language): readonly string[] {
  const type = fieldEntry(countryField)?.type
  const names = type ? codeChoices(type, language).map(({ label }) => label) : []
  return [...new Set(names.filter(Boolean))].sort((left, right) => left.localeCompare(right, language))
}
