import { type Catalogue, fieldIndex } from './catalogue.ts'
import type { FormSection } from './layout.ts'

/** Where a field that the product's own form does not have stands in it. */
export interface FieldPlace {
  /** Schema path. */
  readonly path: string
  /** Id of the section. */
  readonly section: string
  /** The field before it; absent where it begins the section. */
  readonly after?: string
}

/**
 * Places for the fields of a release that the form has none for: each behind its neighbour in the schema, that is the
 * field before it in the same group, else the one behind it, else whatever shares the next group outwards.
 */
export function placeFields(catalogue: Catalogue, sections: readonly FormSection[]): readonly FieldPlace[] {
  const rows = new Map(sections.map(({ id, fields }) => [id, [...fields]]))
  const sectionOf = new Map(sections.flatMap(({ id, fields }) => fields.map((field) => [field, id] as const)))
  const all = [...fieldIndex(catalogue).keys()]
  const places: FieldPlace[] = []
  for (const [at, path] of all.entries()) {
    if (sectionOf.has(path)) continue
    const neighbour = neighbourOf(path, at, all, sectionOf)
    const section = (neighbour && sectionOf.get(neighbour.path)) ?? sections.at(-1)?.id ?? ''
    const row = rows.get(section) ?? []
    const found = neighbour ? row.indexOf(neighbour.path) : row.length - 1
    const index = neighbour?.isBehind ? found : found + 1
    const after = row[index - 1]
    row.splice(index, 0, path)
    sectionOf.set(path, section)
    places.push(after === undefined ? { path, section } : { path, section, after })
  }
  return places
}

/** The form of a release: what it lacks is gone, what it has anew stands where `places` say. */
export function sectionsOf(
  catalogue: Catalogue,
  sections: readonly FormSection[],
  places: readonly FieldPlace[],
): readonly FormSection[] {
  const fields = fieldIndex(catalogue)
  return sections.map((section) => {
    const row = [...section.fields]
    for (const { path, section: id, after } of places) {
      if (id !== section.id) continue
      const found = after === undefined ? -1 : row.indexOf(after)
      row.splice(after !== undefined && found < 0 ? row.length : found + 1, 0, path)
    }
    return { ...section, fields: row.filter((path) => fields.has(path)) }
  })
}

interface Neighbour {
  readonly path: string
  readonly isBehind: boolean
}

function neighbourOf(
  path: string,
  at: number,
  all: readonly string[],
  placed: ReadonlyMap<string, string>,
): Neighbour | undefined {
  const own = path.slice(0, path.lastIndexOf('/') + 1)
  // What lies in the field's own group goes before what lies deeper in it: an axle's field beside axles, not tyres.
  const isSibling = (one: string): boolean => one.startsWith(own) && !one.includes('/', own.length)
  const among = (fits: (one: string) => boolean): Neighbour | undefined => {
    const before = all.slice(0, at).findLast((one) => placed.has(one) && fits(one))
    if (before) return { path: before, isBehind: false }
    const behind = all.slice(at + 1).find((one) => placed.has(one) && fits(one))
    return behind === undefined ? undefined : { path: behind, isBehind: true }
  }
  const sibling = among(isSibling)
  if (sibling) return sibling
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
    const group = path.slice(0, end + 1)
    const neighbour = among((one) => one.startsWith(group))
    if (neighbour) return neighbour
  }
  return undefined
}
