import { columnLetters } from './column-letters.ts'

/**
 * What a cell holds as the file stores it; nothing is guessed from its look.
 * - `number`: the exact decimal with a point, or the stored text where the program that wrote it kept an exponent
 * - `date`: `YYYY-MM-DD`, with `THH:MM:SS` where the cell has a time too
 * - `boolean`: `TRUE` or `FALSE`
 * - `error`: such as `#N/A`, also as a formula's result
 * - `formula-without-result`: the file was written by a program that does not calculate
 */
export type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'error' | 'formula-without-result' | 'empty'

export interface Cell {
  readonly text: string
  readonly kind: CellKind
  /** 1-based. */
  readonly row: number
  /** Letters, as the user sees them. */
  readonly column: string
}

/** One letter a cell, so that a row crosses to another process as two short values. */
const kindOfLetter: Readonly<Record<string, CellKind>> = {
  t: 'text',
  n: 'number',
  d: 'date',
  b: 'boolean',
  x: 'error',
  f: 'formula-without-result',
  '-': 'empty',
}
export type KindLetter = 't' | 'n' | 'd' | 'b' | 'x' | 'f' | '-'

/** A row of a sheet: cells from column A to the last filled one. */
export interface SheetRow {
  /** 1-based row of the sheet; for a text file the number of the record, blank lines counted. */
  readonly row: number
  readonly texts: readonly string[]
  /** {@link KindLetter}s, as many as texts. */
  readonly kinds: string
}

/** The cell in a column (0 is A); an empty one beyond the row's end. */
export function cellAt(row: SheetRow, column: number): Cell {
  return {
    text: row.texts[column] ?? '',
    kind: kindOfLetter[row.kinds[column] ?? '-'] ?? 'empty',
    row: row.row,
    column: columnLetters(column),
  }
}

/** True where no cell holds anything but blanks. */
export function isBlankRow(row: SheetRow): boolean {
  for (let column = 0; column < row.texts.length; column += 1) {
    if (row.kinds[column] !== '-' && row.texts[column]?.trim() !== '') return false
    if (row.kinds[column] === 'f') return false
  }
  return true
}
