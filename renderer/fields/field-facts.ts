import catalogueJson from '../../schemas/ivi/2.0/catalogue.json' with { type: 'json' }
import { type Catalogue, type FieldEntry, fieldIndex, type ValueType } from '../../shared/ivi/catalogue.ts'
import { schemaPath } from '../../shared/ivi/path.ts'
import type { Language } from '../../shared/messages.ts'
import type { CodeChoice } from './code-search.ts'
import { repeatingGroups } from './groups.ts'

export const catalogue = catalogueJson as unknown as Catalogue
const fields = fieldIndex(catalogue)

/** Every table of the release. */
export const groups = repeatingGroups(catalogue)

export function fieldEntry(path: string): FieldEntry | undefined {
  return fields.get(schemaPath(path))
}

export function fieldLabel(path: string, _language: Language): string {
  return (
    path
      .replace(/\[\d+\]/g, '')
      .split('/')
      .at(-1)
      ?.replace(/(Group|Table)$/, '')
      .replace(/([a-z])([A-Z])/g, '$1 $2') ?? path
  )
}
export function itemOf(_path: string): string {
  return ''
}
export function unitOf(path: string): string {
  return /Mass/.test(path.split('/').at(-1) ?? '')
    ? 'kg'
    : /Length|Width|Height|Wheelbase|Overhang|Spacing/.test(path)
      ? 'mm'
      : ''
}
export function codeChoices(type: ValueType, _language: Language): readonly CodeChoice[] {
  return (type.codes ?? []).map((code) => ({ code, label: '' }))
}
export interface FormSection {
  readonly id: string
  readonly fields: readonly string[]
}
const bySection = new Map<string, string[]>()
for (const path of fields.keys()) {
  const parts = path.split('/')
  const id = parts.length > 2 ? (parts[1] ?? '') : (parts[0] ?? '')
  bySection.set(id, [...(bySection.get(id) ?? []), path])
}
export const formSections: readonly FormSection[] = [...bySection].map(([id, list]) => ({ id, fields: list }))
export function sectionTitle(id: string, language: Language): string {
  return fieldLabel(id, language)
}
export type Relevance = 'relevant' | 'irrelevant' | 'unknown'
export function relevance(_path: string, _category: string, _stage: string): Relevance {
  return 'relevant'
}
