import { type Catalogue, fieldIndex } from '../ivi/catalogue.ts'
import { codeLabel, itemNumber, labelOf, unitOf } from '../ivi/facts.ts'
import { rowTitle, sectionTitle } from '../ivi/layout.ts'
import { type Language, text } from '../messages.ts'
import type { ComparedRow } from './comparison.ts'
import type { SideView } from './views.ts'

/** Number and label, as a field is named in running text. */
export function fieldInWords(path: string, language: Language): string {
  return [itemNumber(path), labelOf(path, language)].filter(Boolean).join(' ')
}

export function sectionInWords(section: string, language: Language): string {
  return section === ''
    ? (text(language, 'compare-screen.other-section') ?? '')
    : sectionTitle(section, language)
}

/** `Axle 2 › Tyre 1`: the rows that a value stands in; empty outside of tables. */
export function rowsInWords(rows: readonly ComparedRow[], language: Language): string {
  return rows.map((row) => `${rowTitle(row.place, language)} ${rowName(row)}`).join(' › ')
}

/** Its number, or where it stands: `1 → 2` where it moved. */
export function rowName({ number, left, right }: ComparedRow): string {
  if (number) return number
  const [from, to] = [left ?? right, right ?? left]
  return from === to ? String(from) : `${from} → ${to}`
}

/** Which message alone has one of the rows that a value stands in. */
export function onlyIn(rows: readonly ComparedRow[]): 'left' | 'right' | undefined {
  for (const { left, right } of rows) {
    if (right === undefined) return 'left'
    if (left === undefined) return 'right'
  }
  return undefined
}

/** A value as the message writes it, with its unit, a code with its word; a dash where nothing is stated. */
export function valueInWords(
  path: string,
  lexical: string | null,
  catalogue: Catalogue,
  language: Language,
): string {
  const bare = bareValue(path, lexical, catalogue, language)
  if (lexical === null || fieldIndex(catalogue).get(path)?.type.codes) return bare || '–'
  return [bare, unitOf(path)].filter(Boolean).join(' ')
}

/** The same for a cell of a table that gives the unit one of its own; empty where nothing is stated. */
export function bareValue(
  path: string,
  lexical: string | null,
  catalogue: Catalogue,
  language: Language,
): string {
  const type = fieldIndex(catalogue).get(path)?.type
  const word = lexical && type?.codes && codeLabel(type.name, lexical, language)
  return word ? `${lexical} (${word})` : (lexical ?? '')
}

/** What a message is called: a file by its name, ours by version, another's by stage. */
export function sideInWords(view: SideView, language: Language): string {
  const said = (key: string, args: Readonly<Record<string, string | number>> = {}): string =>
    text(language, `compare-screen.${key}`, args) ?? key
  if (view.kind === 'file') return view.file
  if (view.kind === 'stage') return said('stage', { number: view.stageNumber ?? '' })
  return said('version', { version: view.version })
}
