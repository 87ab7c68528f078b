const mebibyte = 1024 * 1024

/** What a file from outside may cost. Each has a problem of its own when it is passed. */
export interface SheetLimits {
  readonly maxFileBytes: number
  /** All parts of a workbook together, as declared and as really inflated. */
  readonly maxInflatedBytes: number
  readonly maxRows: number
  readonly maxColumns: number
  /** Characters; Excel itself ends at 32,767. */
  readonly maxCellLength: number
  /** The reading process is ended when it says nothing for so long, and when it has taken so long altogether. */
  readonly idleMilliseconds: number
  readonly totalMilliseconds: number
}

export const defaultLimits: SheetLimits = {
  maxFileBytes: 100 * mebibyte,
  maxInflatedBytes: 512 * mebibyte,
  maxRows: 200_000,
  maxColumns: 1_000,
  maxCellLength: 32_767,
  idleMilliseconds: 30_000,
  totalMilliseconds: 600_000,
}
