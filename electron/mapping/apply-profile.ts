import type { Catalogue } from '../../shared/ivi/catalogue.ts'
import { unitOf } from '../../shared/ivi/facts.ts'
import { type Problem, problem } from '../../shared/problem.ts'
import type { Layer, LayerValue } from '../../shared/record/layers.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { type Cell, cellAt, type SheetRow } from '../../shared/spreadsheet/cell.ts'
import { convertCell, type Wanted } from './convert-cell.ts'
import type { MatchedColumn } from './match-columns.ts'
import type { MappingProfile, ProfileColumn, ProfilePart } from './profile-schema.ts'
import { fieldEntry, fieldOf, isMessageTarget, measuredPrefix } from './targets.ts'
import { unitNamed } from './units.ts'

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
  readonly nap: string
  /** Origin `file`. */
  readonly file: Layer
  /** Origin `measured`. */
  readonly measured: Layer
  /** Cells that could not be taken, each with file, sheet, row, column and, where it has one, the field's path. */
  readonly problems: readonly Problem[]
}

interface Read {
  readonly target: string
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
  const facts = { vin: '', order: '', variant: '', nap: '' }
  const file: Record<string, LayerValue> = {}
  const measured: Record<string, LayerValue> = {}
  const problems: Problem[] = []
  for (const [path, value] of Object.entries(profile.constants))
    file[path] = { value, source: { kind: 'file', file: context.file, cell: profile.id } }
  for (const { index, letter, header, column } of columns) {
    if (!column || column.to === 'ignore') continue
    const at = `${letter}${row.row}`
    for (const { target, value } of readColumn(cellAt(row, index), column, profile, catalogue)) {
      if (!value.ok) problems.push(located(value.problem, target, letter, header, row, context))
      else if (target in facts) facts[target as keyof typeof facts] = value.value
      else if (target.startsWith(measuredPrefix))
        measured[fieldOf(target)] = {
          value: value.value,
          source: { kind: 'measured', slip: context.file, cell: at },
        }
      else
        file[target] = {
          value: value.value,
          source: {
            kind: 'file',
            file: context.file,
            ...(context.sheet ? { sheet: context.sheet } : {}),
            cell: at,
          },
        }
    }
  }
  const shifted = shiftedCells(columns, row, context)
  const vin = shifted ? '' : facts.vin
  const all = shifted ? [shifted] : problems
  const { order, variant, nap } = facts
  return {
    row: row.row,
    vin,
    order,
    variantId: variant,
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
    return parts.map(({ to }) => ({ target: to, value }))
  }
  if (!column.split) {
    return [
      { target: column.to, value: convertCell(cell, column.convert, profile, wantedBy(column, catalogue)) },
    ]
  }
  const texts = cell.text.split(column.split.by)
  if (texts.length !== parts.length) {
    const args = { value: cell.text, parts: parts.length, by: column.split.by }
    return parts.map(({ to }) => ({ target: to, value: fail(problem('cell-not-split', args)) }))
  }
  return parts.map((part, at) => {
    const own = { ...cell, text: texts[at] ?? '' }
    return { target: part.to, value: convertCell(own, part.convert, profile, wantedBy(part, catalogue)) }
  })
}

const wishes = new WeakMap<ProfilePart, Wanted>()

function wantedBy(part: ProfilePart, catalogue: Catalogue): Wanted {
  const known = wishes.get(part)
  if (known) return known
  const wanted: Wanted = {
    type: fieldEntry(part.to, catalogue)?.type,
    unit: isMessageTarget(part.to) ? unitNamed(unitOf(fieldOf(part.to))) : undefined,
  }
  wishes.set(part, wanted)
  return wanted
}

function located(
  found: Problem,
  target: string,
  column: string,
  header: string,
  { row }: SheetRow,
  { file, sheet }: RowContext,
): Problem {
  return {
    ...found,
    args: { header, ...found.args },
    where: {
      file,
      ...(sheet ? { sheet } : {}),
      row,
      column,
      ...(isMessageTarget(target) ? { path: fieldOf(target) } : {}),
    },
  }
}
