import { formSections } from '../ivi/layout.ts'
import type { FieldPlace } from '../ivi/place-fields.ts'

/** Finds the form's section of a field, or of what lies in a group; empty where neither release has it there. */
export function sectionFinder(places: readonly FieldPlace[]): (path: string) => string {
  const all: (readonly [path: string, section: string])[] = [
    ...formSections.flatMap(({ id, fields }) => fields.map((field) => [field, id] as const)),
    ...places.map(({ path, section }) => [path, section] as const),
  ]
  const sections = new Map(all)
  return (path) => sections.get(path) ?? all.find(([field]) => field.startsWith(`${path}/`))?.[1] ?? ''
}
