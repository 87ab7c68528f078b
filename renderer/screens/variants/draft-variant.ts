import { schemaPath } from '../../../shared/ivi/path.ts'
import type { BodyOption, Definition } from '../../../shared/variants/definition.ts'
import { type SaidValue, saidValues } from '../../../shared/variants/said.ts'
import type { Variant } from '../../../shared/variants/variant.ts'
import type { Loads } from '../../../shared/weights/loads.ts'
import { sections } from '../../fields/field-facts.ts'

/** Pure changes of a body while somebody edits it; an empty value is none. */

export function withValue(draft: Definition, path: string, category: string, value: string): Definition {
  const change = (values: Readonly<Record<string, string>>): Record<string, string> => {
    const { [path]: _before, ...others } = values
    return value === '' ? others : { ...others, [path]: value }
  }
  const without = (draft.without ?? []).filter((one) => one !== path)
  const kept = draft.without ? { ...draft, without } : draft
  if (category === '') return { ...kept, set: change(draft.set) }
  const special = change(draft.byCategory[category] ?? {})
  return { ...kept, byCategory: { ...draft.byCategory, [category]: special } }
}

/** Leaves out what another body gave. */
export function withoutInherited(draft: Definition, what: string): Definition {
  return { ...draft, without: [...new Set([...(draft.without ?? []), what])] }
}

export function withOption(draft: Definition, id: string, option: BodyOption | undefined): Definition {
  const known = draft.options.some((one) => one.id === id)
  if (!option) return { ...draft, options: draft.options.filter((one) => one.id !== id) }
  const options = known
    ? draft.options.map((one) => (one.id === id ? option : one))
    : [...draft.options, option]
  return { ...draft, options }
}

export const noLoads: Loads = { masses: [], seats: [] }

export function withLoads(draft: Definition, category: string, loads: Loads): Definition {
  return category === ''
    ? { ...draft, loads }
    : { ...draft, loadsByCategory: { ...draft.loadsByCategory, [category]: loads } }
}

export interface ValueSection {
  readonly id: string
  readonly values: readonly SaidValue[]
}

/** What a body says, in the certificate's order. */
export function bySection(variant: Variant): readonly ValueSection[] {
  const said = saidValues(variant)
  return sections.flatMap(({ id, fields }) => {
    const order = new Map(fields.map((field, at) => [field, at]))
    const values = said
      .filter(({ path }) => order.has(schemaPath(path)))
      .toSorted(
        (left, right) =>
          (order.get(schemaPath(left.path)) ?? 0) - (order.get(schemaPath(right.path)) ?? 0) ||
          left.path.localeCompare(right.path) ||
          left.category.localeCompare(right.category),
      )
    return values.length > 0 ? [{ id, values }] : []
  })
}

/** Only what was changed asks to be saved. */
export function differs(left: Definition, right: Definition): boolean {
  return JSON.stringify(left) !== JSON.stringify(right)
}
