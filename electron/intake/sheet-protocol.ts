import type { Problem } from '../../shared/problem.ts'
import type { SheetRow } from '../../shared/spreadsheet/cell.ts'
import type { SheetLimits } from './limits.ts'
import type { CsvOptions } from './read-csv.ts'

/** A file of the user's: where it lies, or its bytes under the name it had. */
export type SheetFile = { readonly path: string } | { readonly name: string; readonly bytes: Uint8Array }

export interface SheetOptions {
  /** Name of the sheet; without it the first visible one. */
  readonly sheet?: string
  readonly csv?: CsvOptions
}

export interface SheetInfo {
  readonly format: 'xlsx' | 'csv'
  /** Empty for a text file. */
  readonly sheet: string
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean }[]
  /** For a progress bar. */
  readonly expectedRows: number
  readonly sha256: string
  readonly encoding?: string
  readonly delimiter?: string
}

/** What the backend says to the process that reads a file. */
export type ToSheetWorker =
  | {
      readonly kind: 'open'
      readonly file: SheetFile
      readonly options: SheetOptions
      readonly limits: SheetLimits
    }
  /** One batch was taken; another may come. */
  | { readonly kind: 'taken' }

/** What it answers: `opened`, then `rows` as they are taken, then `end`; or a `problem`, which is its last word. */
export type FromSheetWorker =
  | { readonly kind: 'opened'; readonly info: SheetInfo }
  | { readonly kind: 'rows'; readonly rows: readonly SheetRow[] }
  | { readonly kind: 'alive' }
  | { readonly kind: 'end' }
  | { readonly kind: 'problem'; readonly problem: Problem }

/** Batches on their way at once, so that the reader neither waits for the taker nor runs away from it. */
export const batchesUnderway = 3
