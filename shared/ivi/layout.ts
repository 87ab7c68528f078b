import layoutFile from '../../schemas/ivi/2.0/layout.json' with { type: 'json' }
import { inLanguage, type Language, packOf, type ShippedLanguage } from '../language/languages.ts'
import { schemaPath } from './path.ts'
import { splitName } from './split-name.ts'

/** A part of the form, as the certificate of conformity groups its items. */
export interface FormSection {
  readonly id: string
  readonly title: Readonly<Record<ShippedLanguage, string>>
  /** First letters of the categories that have these fields at all; absent where all may. */
  readonly onlyFor?: readonly string[]
  /** Schema paths in the order of the form; those of one table stand together, the row's number first. */
  readonly fields: readonly string[]
}

/** All sections in order; every field of the release stands in exactly one. */
export const formSections: readonly FormSection[] = layoutFile.sections

interface TableFacts extends Readonly<Record<ShippedLanguage, string>> {
  readonly row: Readonly<Record<ShippedLanguage, string>>
  readonly shape: string
}
const tables: Readonly<Record<string, TableFacts | undefined>> = layoutFile.tables

export function sectionTitle(id: string, language: Language): string {
  const section = formSections.find((each) => each.id === id)
  return packOf(language)?.sections[id] ?? (section ? inLanguage(section.title, language) : id)
}

/** What a table is called, by the path of its repeating group such as `CocDataGroup/AxleTable/AxleGroup`. */
export function tableTitle(rows: string, language: Language): string {
  const path = schemaPath(rows)
  const table = tables[path]
  return packOf(language)?.tables[path]?.title ?? (table ? inLanguage(table, language) : spelledOut(path))
}

/** What one row of a table is called, such as `Axle`. */
export function rowTitle(rows: string, language: Language): string {
  const path = schemaPath(rows)
  const row = tables[path]?.row
  return packOf(language)?.tables[path]?.row ?? (row ? inLanguage(row, language) : spelledOut(path))
}

/** For a table that only a later release has. */
function spelledOut(path: string): string {
  return splitName(path.slice(path.lastIndexOf('/') + 1).replace(/(Group|Table)$/, ''))
}

/** Whether a table stands with a line for each row, or with a column for each, as the certificate prints axles. */
export function tableShape(rows: string): 'rows' | 'columns' {
  return tables[schemaPath(rows)]?.shape === 'rows' ? 'rows' : 'columns'
}

/** Whether vehicles of this category have the section's fields at all. */
export function isForCategory(section: FormSection, category: string): boolean {
  return !section.onlyFor || category === '' || section.onlyFor.includes(category.charAt(0))
}
