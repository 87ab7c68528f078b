import type { Language } from '../../messages.ts'
import type { AllowedBase, Approval, ApprovalExtension, ApprovedVersion } from '../approval.ts'
import { type ColumnKey, headerOf, noneMark, sheetColumns } from './columns.ts'

type Row = Readonly<Record<ColumnKey, string | number | undefined>>

/** The folder as the rows of its own sheet, so that an office can keep it there and bring it back. */
export function sheetRows(
  approvals: readonly Approval[],
): readonly (readonly (string | number | undefined)[])[] {
  return approvals.flatMap(rowsOf).map((row) => sheetColumns.map(({ key }) => row[key]))
}

export function sheetHeaders(
  language: Language,
): readonly { readonly header: string; readonly width: number; readonly isDay: boolean }[] {
  return sheetColumns.map(({ key, ...column }) => ({ ...column, header: headerOf(key, language) }))
}

function rowsOf(approval: Approval): readonly Row[] {
  const { number, kind, yearlyLimit, note } = approval
  const head: Row = { approval: number, kind, yearlyLimit, note }
  return [
    ...approval.extensions.flatMap((extension) => extensionRows(head, extension)),
    ...approval.vehicles.map((vehicle) => ({ ...head, vehicle })),
    ...(approval.extensions.length + approval.vehicles.length === 0 ? [head] : []),
  ]
}

function extensionRows(head: Row, extension: ApprovalExtension): readonly Row[] {
  const { issued, validUntil, endOfSeries, versions, bases } = extension
  const mine: Row = { ...head, extension: extension.extension, issued, validUntil, endOfSeries }
  const general = bases.filter(({ for: marks }) => marks.length === 0)
  const rows = [
    ...general.map((base) => ({ ...mine, ...baseCells(base) })),
    ...versions.flatMap((version) => {
      const own = bases.filter(({ for: marks }) => marks.some((mark) => sameMark(mark, version)))
      const cells = { ...mine, ...versionCells(version) }
      return own.length === 0 ? [cells] : own.map((base) => ({ ...cells, ...baseCells(base) }))
    }),
  ]
  return rows.length === 0 ? [mine] : rows
}

function sameMark(one: AllowedBase['for'][number], other: ApprovedVersion): boolean {
  return one.type === other.type && one.variant === other.variant && one.version === other.version
}

function versionCells({ type, variant, version, bodywork, options, ranges }: ApprovedVersion): Row {
  const ends = Object.entries(ranges).flatMap(([key, { min, max }]) => [
    [`${key}.min`, min],
    [`${key}.max`, max],
  ])
  return {
    ...{ type, variant, version },
    bodywork: bodywork.length > 0 ? bodywork.join(', ') : undefined,
    options: options?.length === 0 ? noneMark : options?.join(', '),
    ...Object.fromEntries(ends),
  }
}

function baseCells({ approval, extensions, types, variants, endsOn }: AllowedBase): Row {
  return {
    base: approval,
    baseExtensions: extensions.join(', '),
    baseTypes: types.join(', ') || undefined,
    baseVariants: variants.join(', ') || undefined,
    baseEndsOn: endsOn,
  }
}
