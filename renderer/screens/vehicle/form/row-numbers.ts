import { type RowReference, rowNumbering } from '../../../../shared/ivi/form-lines.ts'
import { schemaPath } from '../../../../shared/ivi/path.ts'
import type { Change } from '../draft/pending.ts'
import { rowAt } from './rows.ts'

type Leaves = ReadonlyMap<string, string>

/** The field with which rows of a table are numbered, by the table's path; undefined where they are not. */
function runningField(table: string): string | undefined {
  return fieldIn(table, rowNumbering.running)
}

/** Whether a new row of a table gets a number. */
export function isNumbered(table: string): boolean {
  return countedField(table) !== undefined
}

function countedField(table: string): string | undefined {
  return fieldIn(table, [...rowNumbering.running, ...rowNumbering.next])
}

/** The number that a new row of a table gets: one more than any that stands there. */
export function nextNumber(
  table: string,
  leaves: Leaves,
): { readonly field: string; readonly value: string } | undefined {
  const field = countedField(table)
  if (field === undefined) return undefined
  const numbers = numbersOf(table, field, leaves)
  const stated = [...numbers.values()].map(Number).filter(Number.isInteger)
  return { field, value: String(Math.max(0, ...numbers.keys(), ...stated) + 1) }
}

/** Row → its stated number. */
export function numbersOf(table: string, field: string, leaves: Leaves): ReadonlyMap<number, string> {
  const numbers = new Map<number, string>()
  for (const path of leaves.keys()) {
    if (!path.startsWith(`${table}[`)) continue
    const row = Number.parseInt(path.slice(table.length + 1), 10)
    numbers.set(row, leaves.get(`${table}[${row}]/${field}`) ?? '')
  }
  return numbers
}

/**
 * What fields that name rows of this table say once the rows have other numbers; `renamed` gives the new number by
 * the old one, empty for a row that is gone.
 */
export function followingReferences(
  table: string,
  field: string,
  renamed: ReadonlyMap<string, string>,
  leaves: Leaves,
): readonly Change[] {
  const number = `${schemaPath(table)}/${field}`
  const references = rowNumbering.references.filter(({ to }) => to === number)
  if (references.length === 0) return []
  const changes: Change[] = []
  for (const [path, value] of leaves) {
    const reference = references.find((each) => each.field === schemaPath(path))
    const next = reference && renamed.get(value)
    if (!reference || next === undefined || next === value) continue
    if (isMeant(reference, path, table, leaves)) changes.push({ path, value: next })
  }
  return changes
}

/** A tyre's number counts within its axle: the axle named beside it must be the one around the table. */
function isMeant({ within }: RowReference, path: string, table: string, leaves: Leaves): boolean {
  if (!within) return true
  const beside = path.slice(0, path.lastIndexOf('/') + 1) + nameOf(within.field)
  const around = table.slice(0, table.lastIndexOf(']') + 1)
  return leaves.get(beside) === leaves.get(`${around}/${nameOf(within.to)}`)
}

function fieldIn(table: string, numbers: readonly string[]): string | undefined {
  const place = schemaPath(table)
  const found = numbers.find((path) => path.slice(0, path.lastIndexOf('/')) === place)
  return found && nameOf(found)
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** The table and number of a row, and the field that numbers its rows. */
export function numberedRow(row: string) {
  const { table, number } = rowAt(row)
  return { table, number, field: runningField(table) }
}
