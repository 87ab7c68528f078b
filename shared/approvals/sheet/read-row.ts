import { problem } from '../../problem.ts'
import { parseVin } from '../../values/vin.ts'
import { any, rangeFacts } from '../approval.ts'
import { type ApprovalKind, type ApprovalNumber, approvalKinds, parseApprovalNumber } from '../number.ts'
import { readDay, readExtensions, readFigure } from './cells.ts'
import type { RowCells } from './row-cells.ts'

interface Mark {
  readonly type: string
  readonly variant: string
  readonly version: string
}

export interface RowVersion {
  readonly mark: Mark
  readonly bodywork: readonly string[] | undefined
  readonly options: readonly string[] | undefined
  readonly ranges: Readonly<Record<string, { readonly min?: number; readonly max?: number }>>
}

export interface RowBase {
  readonly approval: string
  readonly extensions: readonly string[]
  readonly types: readonly string[]
  readonly variants: readonly string[]
  readonly endsOn: string | undefined
}

/** What one row of the approval sheet says; what it leaves out an earlier row may have said. */
export interface ReadRow {
  readonly row: number
  readonly number: ApprovalNumber
  readonly extension: string | undefined
  readonly kind: ApprovalKind | undefined
  readonly yearlyLimit: number | undefined
  readonly note: string | undefined
  readonly issued: string | undefined
  readonly validUntil: string | undefined
  readonly endOfSeries: string | undefined
  readonly vehicle: string | undefined
  readonly version: RowVersion | undefined
  readonly base: RowBase | undefined
}

/** The row where every cell of it can be read; else undefined, and the cells have their problems. */
export function readRow(cells: RowCells, headerOf: (key: string) => string): ReadRow | undefined {
  const number = readNumber(cells, headerOf)
  const extension = readExtension(cells)
  const read: Omit<ReadRow, 'number' | 'extension'> = {
    row: cells.row,
    kind: readKind(cells),
    yearlyLimit: cells.read('yearlyLimit', readFigure),
    note: cells.text('note'),
    issued: cells.read('issued', readDay),
    validUntil: cells.read('validUntil', readDay),
    endOfSeries: cells.read('endOfSeries', readDay),
    vehicle: readVehicle(cells),
    version: readVersion(cells),
    base: readBase(cells),
  }
  if (!number || cells.problems.length > 0) return undefined
  return { ...read, number, extension: extension ?? (number.extension || undefined) }
}

function readNumber(cells: RowCells, headerOf: (key: string) => string): ApprovalNumber | undefined {
  const said = cells.text('approval')
  if (said === undefined) {
    if (!cells.raw('approval'))
      cells.complain('approval', problem('approval-cell-missing', { column: headerOf('approval') }))
    return undefined
  }
  const number = parseApprovalNumber(said)
  if (!number) cells.complain('approval', problem('approval-cell-no-number', { value: said }))
  return number
}

function readExtension(cells: RowCells): string | undefined {
  const read = cells.read('extension', readExtensions)
  if (!read) return undefined
  const [one] = read
  if (read.length === 1 && one !== any) return one
  cells.complain(
    'extension',
    problem('approval-cell-no-extension', { value: cells.raw('extension')?.text ?? '' }),
  )
  return undefined
}

function readKind(cells: RowCells): ApprovalKind | undefined {
  const said = cells.text('kind')
  const kind = approvalKinds.find((one) => one === said?.toUpperCase())
  if (said !== undefined && !kind)
    cells.complain('kind', problem('approval-cell-no-kind', { value: said, known: approvalKinds.join(', ') }))
  return kind
}

function readVehicle(cells: RowCells): string | undefined {
  const said = cells.text('vehicle')?.replace(/\s+/g, '').toUpperCase()
  if (said !== undefined && !parseVin(said).ok)
    cells.complain('vehicle', problem('approval-cell-no-vin', { value: said }))
  return said
}

const parts = ['type', 'variant', 'version'] as const

function readVersion(cells: RowCells): RowVersion | undefined {
  const [type, variant, version] = parts.map((key) => cells.text(key))
  const [bodywork, options] = [cells.list('bodywork'), cells.list('options')]
  const ranges = Object.fromEntries(
    rangeFacts.flatMap(({ key }) => {
      const [min, max] = [cells.read(`${key}.min`, readFigure), cells.read(`${key}.max`, readFigure)]
      const range = { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) }
      return min === undefined && max === undefined ? [] : [[key, range]]
    }),
  )
  if (type !== undefined && variant !== undefined && version !== undefined)
    return { mark: { type, variant, version }, bodywork, options, ranges }
  const said = [type, variant, version, bodywork, options].some((one) => one !== undefined)
  const missing = parts.find((key) => !cells.raw(key))
  if (missing && (said || Object.keys(ranges).length > 0))
    cells.complain(missing, problem('approval-row-half-version'))
  return undefined
}

const baseParts = ['baseExtensions', 'baseTypes', 'baseVariants', 'baseEndsOn'] as const

function readBase(cells: RowCells): RowBase | undefined {
  const said = cells.text('base')
  const number = said === undefined ? undefined : parseApprovalNumber(said)
  if (said !== undefined && !number)
    cells.complain('base', problem('approval-cell-no-number', { value: said }))
  const stated = cells.read('baseExtensions', readExtensions)
  const [types, variants] = [cells.list('baseTypes'), cells.list('baseVariants')]
  const endsOn = cells.read('baseEndsOn', readDay)
  if (said === undefined) {
    const beside = baseParts.find((key) => cells.raw(key))
    if (beside) cells.complain(beside, problem('approval-row-base-without'))
    return undefined
  }
  const extensions = stated ?? (number?.extension ? [number.extension] : undefined)
  if (number && !extensions && !cells.raw('baseExtensions'))
    cells.complain('base', problem('approval-row-base-without'))
  if (!number || !extensions) return undefined
  return {
    ...{ approval: number.number, extensions, endsOn },
    types: types ?? [],
    variants: variants ?? [],
  }
}
