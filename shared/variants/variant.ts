import type { Loads } from '../weights/loads.ts'
import type { BodyOption } from './definition.ts'

/** Which version of which body said something. */
export interface Author {
  readonly id: string
  readonly version: number
}

/** A body with everything that it inherits: ready to be laid under a draft. */
export interface Variant extends Author {
  readonly name: string
  readonly categories: readonly string[]
  readonly stage: 'V' | 'I' | 'C'
  readonly carry: 'delta' | 'full'
  readonly replaces: readonly string[]
  readonly set: Readonly<Record<string, string>>
  readonly byCategory: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly loads?: Loads | undefined
  readonly loadsByCategory?: Readonly<Record<string, Loads>> | undefined
  readonly options: readonly BodyOption[]
  /** `YYYY-MM-DD`, included. */
  readonly validFrom?: string | undefined
  readonly validUntil?: string | undefined
  /** The bodies that it is made from, the nearest first; absent where it inherits nothing. */
  readonly lineage?: readonly Author[]
  /** {@link authorKey} of what it says → the body that said it first; what is not named here it says itself. */
  readonly authors?: Readonly<Record<string, Author>>
}

/** The key of a statement in {@link Variant.authors}: a path, of a category or of all; an option; a mass. */
export const authorKey = {
  value: (path: string, category = '') => `value ${category} ${path}`,
  option: (id: string) => `option ${id}`,
  mass: (name: string, category = '') => `mass ${category} ${name}`,
} as const

/** The category without its suffixes: off-road (G) and special purpose (S). */
export function plainCategory(category: string): string {
  return category.replace(/[GS]+$/, '')
}

/** What a record by category says of one; `N1` stands for `N1G` and `N1S` too. */
export function ofCategory<Value>(
  byCategory: Readonly<Record<string, Value>> | undefined,
  category: string | undefined,
): Value | undefined {
  if (!byCategory || !category) return undefined
  return byCategory[category] ?? byCategory[plainCategory(category)]
}

/** True where a list of categories holds one of the vehicle's. */
export function coversCategory(categories: readonly string[], category: string): boolean {
  return categories.includes(category) || categories.includes(plainCategory(category))
}

/** True where vehicles may be made with it on a day, `YYYY-MM-DD`. */
export function isValidOn(variant: Pick<Variant, 'validFrom' | 'validUntil'>, today: string): boolean {
  return (variant.validFrom ?? today) <= today && today <= (variant.validUntil ?? today)
}
