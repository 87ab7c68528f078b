import type { FormSection } from '../../../../shared/ivi/layout.ts'
import { type RowCounts, repeatingPlaces, rowsOf } from './rows.ts'

/** What the form shows, top to bottom; only the lines in sight are mounted. */
export type Line =
  | { readonly kind: 'section'; readonly key: string; readonly section: string }
  | {
      readonly kind: 'table'
      readonly key: string
      readonly section: string
      readonly table: TableLook
    }
  | {
      readonly kind: 'field'
      readonly key: string
      readonly section: string
      /** Schema path. */
      readonly field: string
      /** Instance paths: one, or one for each row of the table. */
      readonly cells: readonly string[]
      readonly table?: TableLook
    }
  | {
      readonly kind: 'record'
      readonly key: string
      readonly section: string
      /** Instance path of the row. */
      readonly row: string
      readonly cells: readonly string[]
      readonly table: TableLook
    }

/** `columns`: a line for each field and a column for each row, as a CoC prints axles. `records`: the other way. */
export interface TableLook {
  /** The repeating groups from the outside in; the last one is the table's own. */
  readonly places: readonly string[]
  readonly fields: readonly string[]
  readonly rows: readonly string[]
  readonly shape: 'columns' | 'records'
}

export interface FormInput {
  readonly sections: readonly FormSection[]
  readonly repeats: (place: string) => boolean
  readonly counts: RowCounts
  /** Whether a field is part of the form at all. */
  readonly isShown: (field: string) => boolean
  /** Whether an earlier stage states it. */
  readonly isStatedBefore: (field: string) => boolean
}

/** A table with more rows than this reads better with a line for each row. */
const mostColumns = 6

export function buildLines(input: FormInput): readonly Line[] {
  const { sections, repeats, isShown } = input
  const lines: Line[] = []
  for (const { id, fields } of sections) {
    const shown = fields.filter(isShown)
    if (shown.length === 0) continue
    lines.push({ kind: 'section', key: `section ${id}`, section: id })
    for (const block of blocksOf(shown, repeats)) pushBlock(lines, id, block, input)
  }
  return lines
}

interface Block {
  readonly places: readonly string[]
  readonly fields: readonly string[]
}

/** Fields of the same table that stand together make one block. */
function blocksOf(fields: readonly string[], repeats: (place: string) => boolean): readonly Block[] {
  const blocks: { places: readonly string[]; fields: string[] }[] = []
  for (const field of fields) {
    const places = repeatingPlaces(field, repeats)
    const last = blocks.at(-1)
    if (last && last.places.at(-1) === places.at(-1)) last.fields.push(field)
    else blocks.push({ places, fields: [field] })
  }
  return blocks
}

function pushBlock(
  lines: Line[],
  section: string,
  { places, fields }: Block,
  { counts, isStatedBefore }: FormInput,
): void {
  const place = places.at(-1)
  if (place === undefined) {
    for (const field of fields) lines.push({ kind: 'field', key: field, section, field, cells: [field] })
    return
  }
  const rows = rowsOf(places, counts)
  const shape = rows.length > mostColumns ? 'records' : 'columns'
  const table: TableLook = { places, fields, rows, shape }
  const hasParent = places.length === 1 || rowsOf(places.slice(0, -1), counts).length > 0
  if (!hasParent && !fields.some(isStatedBefore)) return
  const key = `${section} ${place} ${fields[0]}`
  lines.push({ kind: 'table', key: `table ${key}`, section, table })
  const cell = (row: string, field: string): string => row + field.slice(place.length)
  if (shape === 'records') {
    for (const row of rows) {
      const cells = fields.map((field) => cell(row, field))
      lines.push({ kind: 'record', key: `${key} ${row}`, section, row, cells, table })
    }
    return
  }
  for (const field of fields) {
    // Without a row of ours only what earlier stages say of it is of interest.
    if (rows.length === 0 && !isStatedBefore(field)) continue
    const cells = rows.map((row) => cell(row, field))
    lines.push({ kind: 'field', key: `${section} ${field}`, section, field, cells, table })
  }
}
