import type { Catalogue } from '../../shared/ivi/catalogue.ts'
import { type Problem, problem } from '../../shared/problem.ts'
import type { Layer, LayerValue, Source } from '../../shared/record/layers.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { type Cell, cellAt, type SheetRow } from '../../shared/spreadsheet/cell.ts'
import { type Aim, aimOf, type RecordFact } from './aim.ts'
import { convertCell } from './convert-cell.ts'
import type { MatchedColumn } from './match-columns.ts'
import type { MappingProfile, ProfileColumn, ProfilePart } from './profile-schema.ts'

export interface RowContext {
  readonly file: string
  /** Empty for a text file. */
  readonly sheet: string
}

/** A row as the register takes it. */
export interface MappedRow {
  readonly row: number
  /** Empty where the VIN cannot be read: then the row makes no record. */
  readonly vin: string
  readonly order: string
  readonly variantId: string
  /** Ids of the body's options; undefined where no column speaks of them, or where the cell could not be read. */
  readonly options: readonly string[] | undefined
  readonly nap: string
  /** Origin `file`. */
  readonly file: Layer
  /** Origin `measured`. */
  readonly measured: Layer
  /** Cells that could not be taken, each with file, sheet, row, column and, where it has one, the field's path. */
  readonly problems: readonly Problem[]
}

interface Read {
  readonly part: ProfilePart
  readonly value: Result<string>
}

/**
 * Makes a record of a row. A cell that cannot be read leaves its field empty and is told; only a bad VIN, and in a
 * text file a row with more cells than there are headers, refuses the row: nothing could be linked to it.
 */
export function applyProfile(
  profile: MappingProfile,
  catalogue: Catalogue,
  columns: readonly MatchedColumn[],
  row: SheetRow,
  context: RowContext,
): MappedRow {
  const facts: Record<RecordFact, string> = { vin: '', order: '', variant: '', options: '', nap: '' }
  const file: Record<string, LayerValue> = {}
  const measured: Record<string, LayerValue> = {}
  const problems: Problem[] = []
  let optionsRead = columns.some(({ column }) => column && speaksOfOptions(column))
  for (const [path, value] of Object.entries(profile.constants))
    file[path] = { value, source: { kind: 'file', file: context.file, cell: profile.id } }
  for (const { index, letter, header, column } of columns) {
    if (!column || column.to === 'ignore') continue
    const cell = cellAt(row, index)
    const at = `${letter}${row.row}`
    for (const { part, value } of readColumn(cell, column, profile, catalogue)) {
      if (part.to === 'ignore') continue
      const aim = aimOf(part, catalogue)
      if (!value.ok) {
        problems.push(located(value.problem, aim, letter, header, row, context))
        if (part.to === 'options') optionsRead = false
      } else if (aim.kind === 'fact') facts[aim.fact] = value.value
      else if (aim.kind === 'measured')
        measured[aim.path] = {
          value: value.value,
          source: { kind: 'measured', slip: context.file, cell: at },
        }
      else file[aim.path] = { value: value.value, source: cellSource(context, at) }
    }
  }
  const shifted = shiftedCells(columns, row, context)
  const vin = shifted ? '' : facts.vin
  const all = shifted ? [shifted] : problems
  const { order, variant, nap } = facts
  const options = optionsRead ? facts.options.split(listMark).filter(Boolean) : undefined
  return {
    row: row.row,
    vin,
    order,
    variantId: variant,
    options,
    nap,
    file,
    measured,
    problems: vin === '' ? all : all.map((each) => ({ ...each, where: { ...each.where, vin } })),
  }
}

/**
 * A value behind the last header of a text file: most likely an unquoted delimiter (`2,345` between commas) moved all
 * cells behind it, and every one of them would be taken for its neighbour.
 */
function shiftedCells(
  columns: readonly MatchedColumn[],
  row: SheetRow,
  { file, sheet }: RowContext,
): Problem | undefined {
  const last = columns.at(-1)?.index ?? 0
  if (sheet !== '' || row.texts.length <= last + 1) return undefined
  const args = { cells: row.texts.length, headers: last + 1 }
  return problem('row-longer-than-headers', args, { file, row: row.row })
}

function cellSource({ file, sheet }: RowContext, cell: string): Source {
  return sheet === '' ? { kind: 'file', file, cell } : { kind: 'file', file, sheet, cell }
}

function readColumn(
  cell: Cell,
  column: ProfileColumn,
  profile: MappingProfile,
  catalogue: Catalogue,
): readonly Read[] {
  const parts = column.split?.into ?? [column]
  const isEmpty = cell.kind !== 'formula-without-result' && cell.text.trim() === ''
  if (isEmpty) {
    const missing = column.required || column.to === 'vin'
    if (column.default === undefined && !missing) return []
    const value =
      column.default === undefined ? fail(problem('cell-missing', { value: '' })) : ok(column.default)
    return parts.map((part) => ({ part, value }))
  }
  if (!column.split) return [{ part: column, value: readCell(cell, column, profile, catalogue) }]
  const texts = cell.text.split(column.split.by)
  if (texts.length !== parts.length) {
    const args = { value: cell.text, parts: parts.length, by: column.split.by }
    return parts.map((part) => ({ part, value: fail(problem('cell-not-split', args)) }))
  }
  return parts.map((part, at) => {
    const own = { ...cell, text: texts[at] ?? '' }
    return { part, value: readCell(own, part, profile, catalogue) }
  })
}

/** So many different texts of a column are remembered; a column of numbers of its own needs no more. */
const mostKnown = 1000

/** A sheet repeats its texts in thousands of rows, and what a column makes of one hangs on nothing else. */
function readCell(
  cell: Cell,
  part: ProfilePart,
  profile: MappingProfile,
  catalogue: Catalogue,
): Result<string> {
  const { known, wanted } = aimOf(part, catalogue)
  const key = `${cell.kind} ${cell.text}`
  const earlier = known.get(key)
  if (earlier) return earlier
  const value =
    part.to === 'options'
      ? convertList(cell, part, profile, catalogue)
      : convertCell(cell, part.convert, profile, wanted)
  if (known.size >= mostKnown) known.clear()
  known.set(key, value)
  return value
}

/** What stands between the entries of a list that was read; no id and no cell holds it. */
const listMark = '\n'

function speaksOfOptions({ to, split }: ProfileColumn): boolean {
  return to === 'options' || split?.into.some((part) => part.to === 'options') === true
}

/** A cell with several entries, each converted by itself: `LBW; Fridge` through a code table. */
function convertList(
  cell: Cell,
  part: ProfilePart,
  profile: MappingProfile,
  catalogue: Catalogue,
): Result<string> {
  const { wanted } = aimOf(part, catalogue)
  const read: string[] = []
  for (const text of cell.text.split(/[;,|\r\n]+/)) {
    if (text.trim() === '') continue
    const one = convertCell({ ...cell, text: text.trim() }, part.convert, profile, wanted)
    if (!one.ok) return one
    read.push(one.value)
  }
  return ok(read.join(listMark))
}

function located(
  found: Problem,
  aim: Aim,
  column: string,
  header: string,
  { row }: SheetRow,
  { file, sheet }: RowContext,
): Problem {
  return {
    ...found,
    args: { header, ...(aim.kind === 'fact' ? { target: aim.fact } : {}), ...found.args },
    where: {
      file,
      ...(sheet ? { sheet } : {}),
      row,
      column,
      ...(aim.kind === 'fact' ? {} : { path: aim.path }),
    },
  }
}
