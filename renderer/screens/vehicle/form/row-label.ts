import type { Language } from '../../../../shared/messages.ts'
import { fieldLabel } from '../../../fields/field-facts.ts'
import { rowNumbers } from './rows.ts'

/** `Axle 2`, or `Axle 2 · Tyre 1` for a row within a row; empty outside of tables. */
export function rowLabel(instancePath: string, places: readonly string[], language: Language): string {
  const numbers = rowNumbers(instancePath)
  return places.map((place, at) => `${fieldLabel(place, language)} ${numbers[at] ?? ''}`).join(' · ')
}
