import type { FormSection } from '../../../../shared/ivi/layout.ts'
import { groupsBegun, newIn } from './begun.ts'
import { type Block, blocksOf } from './blocks.ts'
import { type RowCounts, rowsOf, rowsUnder } from './rows.ts'
import {
  cellsOf,
  placesOf,
  type Shows,
  type Slot,
  type SlotCells,
  type SlotLine,
  slotFields,
  slotLines,
} from './slots.ts'

/** What the form shows, top to bottom; only the lines in sight are mounted. */
export type Line = SectionLine | TableLine | FieldLine | RecordLine

interface SectionLine {
  readonly kind: 'section'
  readonly key: string
  readonly section: string
}

/** The head of a table, or where it has no rows the place to add one. */
export interface TableLine {
  readonly kind: 'table'
  readonly key: string
  readonly section: string
  readonly table: TableLook
  /** The rows around the table that may get one more row of it; `''` for a table on its own. */
  readonly addTo: readonly string[]
  /** Fields that come to be with the first row, those of tables within it too: what a search finds here. */
  readonly brings: readonly string[]
  /** Those among them that no line above has: what is found about one in no row at all is said here. */
  readonly told: readonly string[]
}

interface WithCells {
  readonly key: string
  readonly section: string
  /** Schema paths of everything on the line. */
  readonly fields: readonly string[]
  /** Open inputs from left to right; instance paths. */
  readonly cells: readonly string[]
  /** Every place of the line, open or not. */
  readonly places: readonly string[]
  /**
   * What is found here: at its places, at the groups that begin with it, which have no line of their own, and at its
   * fields in no row at all, where it is the first line that has them.
   */
  readonly told: readonly string[]
  /** For each row of the table, or once: the line's slots. */
  readonly rows: readonly (readonly SlotCells[])[]
}

/** A field, or fields that belong on one line; in a table a column for each row. */
export interface FieldLine extends WithCells {
  readonly kind: 'field'
  readonly line: SlotLine
  readonly table?: TableLook
}

/** A row of a table with few columns. */
export interface RecordLine extends WithCells {
  readonly kind: 'record'
  /** Instance path. */
  readonly row: string
  readonly table: TableLook
}

export interface TableLook {
  /** The repeating groups from the outside in; the last one is the table's own. */
  readonly places: readonly string[]
  /** The row around it; `''` for a table on its own, absent where only earlier stages have one. */
  readonly parent?: string
  readonly fields: readonly string[]
  readonly slots: readonly Slot[]
  readonly rows: readonly string[]
  /** `columns`: a line for each field and a column for each row, as a CoC prints axles. */
  readonly shape: 'columns' | 'rows'
  /** How deep it stands under rows of the same section. */
  readonly depth: number
}

export interface FormInput {
  readonly sections: readonly FormSection[]
  readonly repeats: (place: string) => boolean
  readonly shape: (place: string) => 'columns' | 'rows'
  readonly counts: RowCounts
  /** Rows of the earlier stages. */
  readonly earlier: RowCounts
  /** Whether a field is part of the form at all. */
  readonly isShown: (field: string) => boolean
  /** Whether an earlier stage states it. */
  readonly isStatedBefore: (field: string) => boolean
  /** What is open of a value that may be a range, by its instance path. */
  readonly shows: (single: string) => Shows
}

/** A table with more rows than this reads better with a line for each row. */
const mostColumns = 6

interface Building extends FormInput {
  /** Groups that a line above has begun. */
  readonly begun: Set<string>
}

export function buildLines(wanted: FormInput): readonly Line[] {
  const input: Building = { ...wanted, begun: new Set() }
  const lines: Line[] = []
  for (const { id, fields } of input.sections) {
    const shown = fields.filter(input.isShown)
    if (shown.length === 0) continue
    lines.push({ kind: 'section', key: `section ${id}`, section: id })
    for (const block of blocksOf(shown, input.repeats)) pushBlock(lines, id, block, input)
  }
  return lines
}

function pushBlock(lines: Line[], section: string, block: Block, input: Building): void {
  if (block.places.length > 0) {
    const around = block.places.slice(0, -1)
    const parents = around.length > 0 ? rowsOf(around, input.counts) : ['']
    const empty = pushTables(lines, { section, block, input, depth: 0 }, parents)
    pushAdding(lines, { section, block, input, depth: 0 }, empty)
    return
  }
  for (const line of slotLines(block.fields)) {
    const rows = [line.slots.map((slot) => cellsOf(slot, '', '', input.shows))]
    const key = line.slots[0]?.field ?? section
    lines.push({ kind: 'field', key, section, line, ...withCells(line.slots, rows, input) })
  }
}

interface Within {
  readonly section: string
  readonly block: Block
  readonly input: Building
  readonly depth: number
}

/** The table once for each row around it; answers the rows that have nothing of it yet. */
function pushTables(lines: Line[], within: Within, parents: readonly string[]): readonly string[] {
  const { block, input } = within
  const step = stepOf(block)
  if (parents.length === 0) {
    if (!block.fields.some(input.isStatedBefore)) return [firstRowOf(block.places.slice(0, -1))]
    pushTable(lines, within, undefined, [])
    return []
  }
  return parents.filter((parent) => {
    const rows = rowsUnder(parent + step, input.counts)
    const isEmpty = rows.length === 0 && (input.earlier.get(parent + step) ?? 0) === 0
    if (!isEmpty) pushTable(lines, within, parent, rows)
    return isEmpty
  })
}

function pushTable(lines: Line[], within: Within, parent: string | undefined, rows: readonly string[]): void {
  const { section, block, input, depth } = within
  const { places, fields, children } = block
  const place = places.at(-1) ?? ''
  const fieldLines = slotLines(fields)
  const slots = fieldLines.flatMap((line) => line.slots)
  const table: TableLook = {
    places,
    fields,
    slots,
    rows,
    depth,
    shape: rows.length > mostColumns ? 'rows' : rows.length === 0 ? 'columns' : input.shape(place),
    ...(parent === undefined ? {} : { parent }),
  }
  const key = `${section} ${place} ${parent ?? 'before'}`
  const addTo = parent === undefined ? [] : [parent]
  lines.push({ kind: 'table', key: `table ${key}`, section, table, addTo, brings: [], told: [] })
  const empty = children.map((): string[] => [])
  const pushChildren = (row: string): void => {
    for (const [at, child] of children.entries()) {
      empty[at]?.push(...pushTables(lines, { section, block: child, input, depth: depth + 1 }, [row]))
    }
  }
  if (table.shape === 'rows') {
    for (const row of rows) {
      const cells = [slots.map((slot) => cellsOf(slot, row, place, input.shows))]
      lines.push({
        kind: 'record',
        key: `${key} ${row}`,
        section,
        row,
        table,
        ...withCells(slots, cells, input),
      })
      pushChildren(row)
    }
  } else {
    for (const line of fieldLines) {
      // Without a row of ours only what earlier stages say of it is of interest.
      if (rows.length === 0 && !line.slots.some(({ field }) => input.isStatedBefore(field))) continue
      const cells = rows.map((row) => line.slots.map((slot) => cellsOf(slot, row, place, input.shows)))
      const own = `${key} ${line.slots[0]?.field}`
      lines.push({ kind: 'field', key: own, section, line, table, ...withCells(line.slots, cells, input) })
    }
    for (const row of rows) pushChildren(row)
  }
  for (const [at, child] of children.entries()) {
    pushAdding(lines, { section, block: child, input, depth: depth + 1 }, empty[at] ?? [])
  }
}

/** One line on which every row that has nothing of a table can get its first row of it. */
function pushAdding(lines: Line[], { section, block, input, depth }: Within, addTo: readonly string[]): void {
  if (addTo.length === 0) return
  const { places, fields } = block
  const table: TableLook = { places, fields, slots: [], rows: [], shape: 'rows', depth }
  const key = `add ${section} ${places.at(-1)} ${addTo[0]}`
  const brings = fieldsOf(block)
  lines.push({ kind: 'table', key, section, table, addTo, brings, told: newIn(input.begun, brings) })
}

function fieldsOf({ fields, children }: Block): readonly string[] {
  return [...fields, ...children.flatMap(fieldsOf)]
}

function withCells(
  slots: readonly Slot[],
  rows: readonly (readonly SlotCells[])[],
  { begun }: Building,
): Pick<WithCells, 'rows' | 'fields' | 'cells' | 'places' | 'told'> {
  const cells = rows.flat()
  const places = cells.flatMap(placesOf)
  const fields = slots.flatMap(slotFields)
  // Outside of tables a field is its own place.
  const rowless = newIn(
    begun,
    fields.filter((field) => !places.includes(field)),
  )
  return {
    rows,
    fields,
    cells: cells.flatMap(({ open }) => open),
    places,
    told: [...places, ...places.flatMap((place) => groupsBegun(place, begun)), ...rowless],
  }
}

/** From the row around a table to its rows. */
function stepOf({ places }: Block): string {
  return (places.at(-1) ?? '').slice((places.at(-2) ?? '').length)
}

/** The first row of the groups around, `A[1]/B[1]`. */
function firstRowOf(around: readonly string[]): string {
  let row = ''
  let outer = ''
  for (const place of around) {
    row = `${row}${place.slice(outer.length)}[1]`
    outer = place
  }
  return row
}
