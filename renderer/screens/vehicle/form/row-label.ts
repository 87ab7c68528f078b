import { rowTitle } from '../../../../shared/ivi/layout.ts'
import type { Language } from '../../../../shared/messages.ts'
import { rowNumbers } from './rows.ts'

/** `2`, or `2 · 1` for a row within a row; empty outside of tables. */
export function rowNumber(instancePath: string): string {
  return rowNumbers(instancePath).join(' · ')
}

/** `Axle 2`, or `Axle 2, tyre 1` of a row within a row: its name where its table is not in sight. */
export function rowName(instancePath: string, language: Language): string {
  const names: string[] = []
  for (let end = instancePath.indexOf(']'); end >= 0; end = instancePath.indexOf(']', end + 1)) {
    names.push(ownName(instancePath.slice(0, end + 1), language))
  }
  return names.join(', ')
}

/** `Tyre 1`: the row without those around it. */
export function ownName(row: string, language: Language): string {
  const open = row.lastIndexOf('[')
  return `${rowTitle(row.slice(0, open), language)} ${row.slice(open + 1, -1)}`
}
