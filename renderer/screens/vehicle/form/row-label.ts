import type { Language } from '../../../../shared/messages.ts'
import { fieldLabel } from '../../../fields/field-facts.ts'
import { rowNumbers } from './rows.ts'

/** `2`, or `2 · 1` for a row within a row; empty outside of tables. */
export function rowNumber(instancePath: string): string {
  return rowNumbers(instancePath).join(' · ')
}

/** `Axles 2` or `Tyres of the axle 2 · 1`: a row's name where its table is not in sight. */
export function rowName(instancePath: string, places: readonly string[], language: Language): string {
  const place = places.at(-1)
  return place === undefined ? '' : `${fieldLabel(place, language)} ${rowNumber(instancePath)}`
}
