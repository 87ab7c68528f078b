import { compare, type Decimal, decimal, sum } from '../values/decimal.ts'
import type { Given, PathName, Scope } from './scope.ts'

export const zero: Decimal = decimal(0)

export function isOver(a: Decimal, b: Decimal): boolean {
  return compare(a, b) > 0
}

export function largest<Row extends Given<Decimal>>(rows: readonly Row[]): Row | undefined {
  return rows.reduce<Row | undefined>(
    (most, row) => (most && !isOver(row.value, most.value) ? most : row),
    undefined,
  )
}

export function total(values: readonly Given<Decimal>[]): Decimal {
  return sum(
    values.map(({ value }) => value),
    zero,
  )
}

/** A number of every row; undefined where there are no rows or one of them lacks it, since a sum would be too small. */
export function everyRow(rows: readonly Scope[], name: PathName): readonly Given<Decimal>[] | undefined {
  const values = someRows(rows, name)
  return rows.length > 0 && values.length === rows.length ? values : undefined
}

/** A number of the rows that state it. */
export function someRows(rows: readonly Scope[], name: PathName): readonly Given<Decimal>[] {
  return rows.flatMap((row) => row.number(name) ?? [])
}
