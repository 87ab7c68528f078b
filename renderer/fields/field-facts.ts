import catalogueJson from '../../schemas/ivi/2.0/catalogue.json' with { type: 'json' }
import { type Catalogue, type FieldEntry, fieldIndex, type ValueType } from '../../shared/ivi/catalogue.ts'
import { codeFact, codeLabel, itemNumber, labelOf } from '../../shared/ivi/facts.ts'
import { type FormSection, formSections, tableTitle } from '../../shared/ivi/layout.ts'
import { schemaPath } from '../../shared/ivi/path.ts'
import { sectionsOf } from '../../shared/ivi/place-fields.ts'
import type { Language } from '../../shared/messages.ts'
import type { ReleaseForm } from '../../shared/releases/views.ts'
import { fieldLabel as groupLabel } from '../../shared/rules/field-label.ts'
import type { CodeChoice } from './code-search.ts'
import { repeatingGroups } from './groups.ts'

// The JSON module types every group by itself; the schema reader wrote it in this shape.
const own = catalogueJson as unknown as Catalogue

/**
 * The release that the window shows: the product's own, all together where a workspace knows several, or that of the
 * vehicle that is open. {@link showRelease} sets it before a screen is drawn, so every line of it is of one release.
 */
export let catalogue = own
let fields = fieldIndex(catalogue)

/** Every table of the release. */
export let groups = repeatingGroups(catalogue)

/** The form's sections as the release fills them. */
export let sections: readonly FormSection[] = formSections

/** The number of the release that ships with the product. */
export const ownRelease = own.release

export function showRelease(form: ReleaseForm | undefined): void {
  const next = form?.catalogue ?? own
  if (next === catalogue) return
  catalogue = next
  fields = fieldIndex(next)
  groups = repeatingGroups(next)
  sections = form ? sectionsOf(next, formSections, form.places) : formSections
  choices.clear()
}

export function fieldEntry(path: string): FieldEntry | undefined {
  return fields.get(schemaPath(path))
}

/** What a field or a table is called; what holds a table is called like it. */
export function fieldLabel(path: string, language: Language): string {
  const place = schemaPath(path)
  const table = groups.has(place) ? place : holding(place)
  if (table !== undefined) return tableTitle(table, language)
  return fields.has(place) ? labelOf(path, language) : groupLabel(path, language)
}

function holding(place: string): string | undefined {
  if (fields.has(place)) return undefined
  return [...groups.keys()].find((group) => group.slice(0, group.lastIndexOf('/')) === place)
}

/** Number and label in one, as a place is named in running text. */
export function fieldName(path: string, language: Language): string {
  return [itemNumber(path), fieldLabel(path, language)].filter(Boolean).join(' ')
}

const choices = new Map<string, readonly CodeChoice[]>()

/** The codes of a type with their words, in the order of the schema. */
export function codeChoices(type: ValueType, language: Language): readonly CodeChoice[] {
  const key = `${language} ${type.name}`
  const known = choices.get(key)
  if (known) return known
  const made = (type.codes ?? []).map((code): CodeChoice => {
    const label = codeLabel(type.name, code, language) ?? ''
    const also = (['en', 'de'] as const)
      .map((each) => codeLabel(type.name, code, each) ?? '')
      .filter((words) => words !== '' && words !== label)
    return {
      code,
      label,
      ...(also.length > 0 ? { also: also.join(' ') } : {}),
      ...(codeFact(type.name, code, language)?.certainty === 'low' ? { isUncertain: true } : {}),
    }
  })
  choices.set(key, made)
  return made
}
