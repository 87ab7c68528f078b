import layoutFile from '../../schemas/ivi/2.0/layout.json' with { type: 'json' }
import type { ShippedLanguage } from '../language/languages.ts'

type Text = Readonly<Record<ShippedLanguage, string>>

/** A value that may be stated as one or as a range; schema paths. */
export interface FormRange {
  readonly single: string
  readonly min: string
  readonly max: string
}

/** A field of a line: `caption` stands above it, `joint` between it and the one before. */
export interface FormPart {
  readonly field: string
  readonly caption?: Text
  readonly joint?: Text
}

/** Fields that stand on one line. */
export interface FormPair {
  /** Absent where the line is called like its first field. */
  readonly title?: Text
  readonly parts: readonly FormPart[]
}

/** A field that names a row by its number. */
export interface RowReference {
  readonly field: string
  /** The number that it repeats. */
  readonly to: string
  /** Where the named row stands in a row that is named beside it: a tyre's axle. */
  readonly within?: { readonly field: string; readonly to: string }
}

export interface RowNumbering {
  /** Numbers that run from 1 in each table. */
  readonly running: readonly string[]
  /** Numbers that a new row gets and keeps. */
  readonly next: readonly string[]
  readonly references: readonly RowReference[]
}

export const formPairs: readonly FormPair[] = layoutFile.pairs
export const formRanges: readonly FormRange[] = layoutFile.ranges
export const rowNumbering: RowNumbering = layoutFile.numbers

const rangeBySingle = new Map(formRanges.map((range) => [range.single, range]))
const pairByFirst = new Map(formPairs.map((pair) => [pair.parts[0]?.field, pair]))

/** The range that may be stated instead of this field. */
export function rangeOf(single: string): FormRange | undefined {
  return rangeBySingle.get(single)
}

/** The line that begins with this field, where others stand beside it. */
export function pairOf(first: string): FormPair | undefined {
  return pairByFirst.get(first)
}

const countries: ReadonlySet<string> = new Set(layoutFile.countryNames)

/** Whether a text is the name of a country (schema path). */
export function isCountryName(field: string): boolean {
  return countries.has(field)
}
