import type { Change } from '../draft/pending.ts'
import { followingReferences, nextNumber, numberedRow, numbersOf } from './row-numbers.ts'
import { rowAt } from './rows.ts'

type Leaves = ReadonlyMap<string, string>

/**
 * A new row behind the last of a table, with its number where rows carry one; rows around it that are not there yet
 * get theirs too. Without changes the row stands empty until something is typed.
 */
export function newRow(row: string, leaves: Leaves): readonly Change[] {
  const changes: Change[] = []
  for (let end = row.indexOf(']'); end >= 0; end = row.indexOf(']', end + 1)) {
    const one = row.slice(0, end + 1)
    const isThere = hasValues(one, leaves)
    const number = isThere ? undefined : nextNumber(rowAt(one).table, leaves)
    if (number) changes.push({ path: `${one}/${number.field}`, value: number.value })
  }
  return changes
}

/** The same row again behind the last one (`at`), under the next number. */
export function copiedRow(row: string, at: string, leaves: Leaves): readonly Change[] {
  const copied = valuesOf(row, leaves).map(([rest, value]) => ({ path: at + rest, value }))
  const numbers = newRow(at, leaves)
  const numbered = new Set(numbers.map(({ path }) => path))
  return [...copied.filter(({ path }) => !numbered.has(path)), ...numbers]
}

/** Two rows change places; their numbers stay where they are, and whatever named the rows follows them. */
export function swappedRows(row: string, other: string, leaves: Leaves): readonly Change[] {
  const { table, field } = numberedRow(row)
  const swapped = new Map<string, string>()
  for (const [path, value] of leaves) {
    const [from, to] = path.startsWith(`${row}/`)
      ? [row, other]
      : path.startsWith(`${other}/`)
        ? [other, row]
        : []
    const isNumber = from !== undefined && path === `${from}/${field}`
    swapped.set(from === undefined || isNumber ? path : to + path.slice(from.length), value)
  }
  if (field !== undefined) {
    const [one = '', two = ''] = [leaves.get(`${row}/${field}`), leaves.get(`${other}/${field}`)]
    const renamed = new Map([
      [one, two],
      [two, one],
    ])
    renamed.delete('')
    for (const { path, value } of followingReferences(table, field, renamed, swapped)) {
      swapped.set(path, value ?? '')
    }
  }
  return changesBetween(leaves, swapped)
}

/** What leads from one state to another. */
export function changesBetween(before: Leaves, after: Leaves): readonly Change[] {
  const changes: Change[] = []
  for (const path of before.keys()) if (!after.has(path)) changes.push({ path, value: null })
  for (const [path, value] of after) if (before.get(path) !== value) changes.push({ path, value })
  return changes
}

/**
 * What follows once a row is gone and those behind it moved up: rows that were numbered as they stood are so again,
 * and whatever named a row names it by its new number, or nothing where it was the row that went.
 */
export function afterRemoval(row: string, before: Leaves, after: Leaves): readonly Change[] {
  const { table, number, field } = numberedRow(row)
  if (field === undefined) return []
  const numbers = numbersOf(table, field, before)
  const renamed = new Map<string, string>()
  const changes: Change[] = []
  for (const [at, stated] of numbers) {
    if (at === number) renamed.set(stated, '')
    else if (at > number && stated === String(at)) {
      renamed.set(stated, String(at - 1))
      changes.push({ path: `${table}[${at - 1}]/${field}`, value: String(at - 1) })
    }
  }
  renamed.delete('')
  return [...changes, ...followingReferences(table, field, renamed, after)]
}

/** Whether anything stands in a row. */
export function hasValues(row: string, leaves: Leaves): boolean {
  for (const path of leaves.keys()) if (path.startsWith(`${row}/`)) return true
  return false
}

/** Every value of a row, by the rest of its path. */
function valuesOf(row: string, leaves: Leaves): readonly (readonly [rest: string, value: string])[] {
  return [...leaves]
    .filter(([path]) => path.startsWith(`${row}/`))
    .map(([path, value]) => [path.slice(row.length), value] as const)
}
