import { type Catalogue, fieldIndex, type ValueType } from '../../shared/ivi/catalogue.ts'
import { schemaPath } from '../../shared/ivi/path.ts'
import { type Place, type Problem, problem } from '../../shared/problem.ts'
import type { Layer, LayerValue } from '../../shared/record/layers.ts'
import { type Cell, cellAt, type SheetRow } from '../../shared/spreadsheet/cell.ts'
import { convertCell } from './convert-cell.ts'
import type { MatchedColumn } from './match-columns.ts'
import {
  fieldOf,
  isMessageTarget,
  type MappingProfile,
  measuredPrefix,
  type ProfileColumn,
} from './profiles.ts'

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

/**
 * Makes a record of a row. A cell that cannot be read leaves its field empty and is told; only a bad VIN refuses the
 * row, since nothing could be linked to it.
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
    const cell = cellAt(row, index)
    const read = readCell(cell, column, profile, catalogue)
    if (read === undefined) continue
    if (!read.ok) {
      const path = isMessageTarget(column.to) ? fieldOf(column.to) : undefined
      problems.push(
        located(read.problem, { row: row.row, column: letter, ...(path ? { path } : {}) }, header, context),
      )
      continue
    }
    if (column.to in facts) facts[column.to as keyof typeof facts] = read.value
    else if (column.to.startsWith(measuredPrefix))
      measured[fieldOf(column.to)] = {
        value: read.value,
        source: { kind: 'measured', slip: context.file, cell: `${letter}${row.row}` },
      }
    else
      file[column.to] = {
        value: read.value,
        source: {
          kind: 'file',
          file: context.file,
          ...(context.sheet ? { sheet: context.sheet } : {}),
          cell: `${letter}${row.row}`,
        },
      }
  }
  const { vin, order, variant, nap } = facts
  return { row: row.row, vin, order, variantId: variant, nap, file, measured, problems }
}

function readCell(cell: Cell, column: ProfileColumn, profile: MappingProfile, catalogue: Catalogue) {
  const isEmpty = cell.kind !== 'formula-without-result' && cell.text.trim() === ''
  if (isEmpty && column.default !== undefined) return { ok: true as const, value: column.default }
  if (isEmpty)
    return column.required || column.to === 'vin'
      ? { ok: false as const, problem: problem('cell-missing', { value: '' }) }
      : undefined
  return convertCell(cell, column.convert, profile, typeOf(column.to, catalogue))
}

function typeOf(target: string, catalogue: Catalogue): ValueType | undefined {
  return isMessageTarget(target) ? fieldIndex(catalogue).get(schemaPath(fieldOf(target)))?.type : undefined
}

function located(found: Problem, place: Place, header: string, { file, sheet }: RowContext): Problem {
  return {
    ...found,
    args: { header, ...found.args },
    where: { file, ...(sheet ? { sheet } : {}), ...place },
  }
}
