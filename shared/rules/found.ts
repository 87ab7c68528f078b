import { type Decimal, formatDecimal, withoutTrailingZeros } from '../values/decimal.ts'
import type { FixedValue } from './finding.ts'
import type { Reading } from './reading.ts'

/** What a rule function yields; the engine adds the rule, its level and its source. */
export interface Found {
  readonly code: string
  /** Instance paths concerned, the one to look at first in front. */
  readonly at: readonly [string, ...string[]]
  readonly args: Readonly<Record<string, string | number>>
  readonly fix?: readonly FixedValue[]
}

export type Rule = (reading: Reading) => Iterable<Found>

type Place = string | { readonly path: string }

export function found(
  code: string,
  at: readonly [Place, ...Place[]],
  args: Readonly<Record<string, string | number>> = {},
  fix?: readonly FixedValue[],
): Found {
  const [first, ...others] = at.map(pathOfPlace)
  return { code, at: [first ?? '', ...others], args, ...(fix ? { fix } : {}) }
}

/** The one value that cures a finding. */
export function set(place: Place, value: string | number | Decimal): readonly FixedValue[] {
  return [{ path: pathOfPlace(place), value: typeof value === 'object' ? plain(value) : String(value) }]
}

/** Fields that must not stand where they stand. */
export function clear(places: readonly Place[]): readonly FixedValue[] {
  return places.map((place) => ({ path: pathOfPlace(place), value: null }))
}

function pathOfPlace(place: Place): string {
  return typeof place === 'string' ? place : place.path
}

/** A number with its unit, as findings carry it: point as decimal sign, no grouping; `describe` localises it. */
export function kg(value: Decimal): string {
  return `${plain(value)} kg`
}

export function mm(value: Decimal): string {
  return `${plain(value)} mm`
}

export function plain(value: Decimal): string {
  return formatDecimal(withoutTrailingZeros(value))
}
