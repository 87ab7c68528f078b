import { type FormSection, formSections } from './layout.ts'
import { schemaPath } from './path.ts'

type Sections = readonly FormSection[]

/** Where a place stands in the form. */
export interface FormPlace {
  /** Id of the section; empty for what the form does not know. */
  readonly section: string
  /** Counted over all sections; of a group or table that of its first field. What the form does not know comes last. */
  readonly at: number
}

const nowhere: FormPlace = { section: '', at: Number.MAX_SAFE_INTEGER }
const known = new WeakMap<Sections, ReadonlyMap<string, FormPlace>>()

export function placeInForm(path: string, sections: Sections = formSections): FormPlace {
  return placesOf(sections).get(schemaPath(path)) ?? nowhere
}

/** The same things in the order in which the form leads to them; rows of a table as they came. */
export function inFormOrder<T extends { readonly path: string }>(
  things: readonly T[],
  sections: Sections = formSections,
): readonly T[] {
  const at = ({ path }: T): number => placeInForm(path, sections).at
  return things.toSorted((left, right) => at(left) - at(right))
}

function placesOf(sections: Sections): ReadonlyMap<string, FormPlace> {
  const before = known.get(sections)
  if (before) return before
  const places = new Map<string, FormPlace>()
  let at = 0
  for (const { id, fields } of sections) {
    for (const field of fields) {
      for (let end = field.length; end > 0; end = field.lastIndexOf('/', end - 1)) {
        const place = field.slice(0, end)
        if (!places.has(place)) places.set(place, { section: id, at })
      }
      at += 1
    }
  }
  known.set(sections, places)
  return places
}
