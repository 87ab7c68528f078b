import words from '../../schemas/completion/printed-words.json' with { type: 'json' }
import { type Catalogue, type FieldEntry, fieldIndex } from '../ivi/catalogue.ts'
import { type CocItem, itemsOf, labelOf, unitOf } from '../ivi/facts.ts'
import { schemaPath } from '../ivi/path.ts'
import { languages } from '../language/languages.ts'
import { findPlace } from '../record/layer-paths.ts'

/** A field as it is looked for on paper. */
export interface PrintedField {
  readonly path: string
  readonly entry: FieldEntry
  readonly unit: string
  readonly labels: readonly string[]
  /** Number of its row, 1 where it has none; 0 where it lies in a row of a row, which no list on paper tells. */
  readonly row: number
  /** The numbers of its rows from the outermost; empty where it stands in none. */
  readonly rows: readonly number[]
  /** Which end of a range it states, where the schema has fields for both. */
  readonly end?: 'low' | 'high'
}

/** An item that may state the field, with the fields beside it in the order of the item. */
export interface PrintedItem {
  readonly item: CocItem
  readonly labels: readonly string[]
  readonly fields: readonly PrintedField[]
}

/** The field at an instance path; undefined where the release has none. */
export function printedField(path: string, catalogue: Catalogue): PrintedField | undefined {
  const entry = fieldIndex(catalogue).get(schemaPath(path))
  if (!entry) return undefined
  const rows = [...(findPlace(path, catalogue) ?? '').matchAll(/\[(\d+)\]/g)].map(([, row]) => Number(row))
  const labels = [...new Set(languages().map((language) => labelOf(path, language)))]
  const end = rangeEnd(entry, catalogue)
  return {
    path,
    entry,
    unit: unitOf(path),
    labels,
    row: oneRow(rows),
    rows,
    ...(end ? { end } : {}),
  }
}

/** The numbered items of a field, in the certificate's order. */
export function printedItems(path: string, catalogue: Catalogue): readonly PrintedItem[] {
  return itemsOf(path)
    .filter(({ item }) => /^\d/.test(item))
    .map((item) => {
      const fields = item.fields.flatMap((field) => printedField(field, catalogue) ?? [])
      const labels = [...Object.values(item.label), ...fields.flatMap((field) => field.labels)]
      return { item, labels, fields }
    })
}

function rangeEnd({ path }: FieldEntry, catalogue: Catalogue): PrintedField['end'] {
  const { low, high } = words.rangeEnds
  const ending = path.endsWith(low) ? low : path.endsWith(high) ? high : undefined
  if (ending === undefined) return undefined
  const other = path.slice(0, -ending.length) + (ending === low ? high : low)
  if (!fieldIndex(catalogue).has(other)) return undefined
  return ending === low ? 'low' : 'high'
}

function oneRow(rows: readonly number[]): number {
  const later = rows.filter((row) => row > 1)
  return later.length > 1 ? 0 : (later[0] ?? 1)
}
