import { type Author, authorKey, type Variant } from './variant.ts'

/** One value that a body states, and the body that said it first. */
export interface SaidValue {
  readonly path: string
  /** Empty where it holds for all categories. */
  readonly category: string
  readonly value: string
  readonly author: Author
}

/** Every value of a body itself, its options aside. */
export function saidValues(variant: Variant): readonly SaidValue[] {
  const own: Author = { id: variant.id, version: variant.version }
  const said = (values: Readonly<Record<string, string>>, category: string): readonly SaidValue[] =>
    Object.entries(values).map(([path, value]) => ({
      ...{ path, category, value },
      author: variant.authors?.[authorKey.value(path, category)] ?? own,
    }))
  return [
    ...said(variant.set, ''),
    ...Object.entries(variant.byCategory).flatMap(([category, values]) => said(values, category)),
  ]
}
