import file from '../../schemas/spreadsheet/template.json' with { type: 'json' }
import { inLanguage, type Language, type ShippedLanguage } from '../language/languages.ts'

interface RowCount {
  readonly usual: number
  readonly byCategory: Readonly<Record<string, number>>
}

/** True for places that no template asks for. */
export function isNeverAsked(path: string): boolean {
  return file.never.some((never) => path === never || path.startsWith(`${never}/`))
}

/** What a later stage states itself, whatever the base vehicle's certificate brings. */
export const laterStage: ReadonlySet<string> = new Set(file.laterStage)
/** Elements that number a row by its place, so that nobody writes them. */
export const numberedByPlace: ReadonlySet<string> = new Set(file.numberedByPlace)
/** Numbers that are years and have no thousands. */
export const years: ReadonlySet<string> = new Set(file.year)

const rowNames: Readonly<Record<string, Readonly<Record<ShippedLanguage, string>>>> = file.rowNames
const rowCounts: Readonly<Record<string, RowCount>> = file.rows.tables

/** What one row of a table is called in a header: `Axle`. A table that only a later release has keeps its element's name. */
export function rowName(group: string, language: Language): string {
  const names = rowNames[group]
  return names ? inLanguage(names, language) : group.replace(/Group$/, '')
}

/** How many rows of a table a template of this category has, if nobody says. */
export function usualRows(group: string, category: string): number {
  const count = rowCounts[group]
  return count?.byCategory[category] ?? count?.usual ?? file.rows.usual
}

/** The table that a person means by `axle`, `Achse` or `AxleGroup`; among several of one name the outermost. */
export function tableNamed(name: string): string | undefined {
  const wanted = name.trim().toLowerCase()
  const isNamed = ([group, names]: (typeof entries)[number]) =>
    [group, group.replace(/Group$/, ''), names.en, names.de].some((one) => one.toLowerCase() === wanted)
  return entries.find(isNamed)?.[0]
}

const entries = Object.entries(rowNames)

/** Every table by its name, for whoever named another. */
export function tableNames(language: Language): readonly string[] {
  return [...new Set(entries.map(([, names]) => inLanguage(names, language)))]
}
