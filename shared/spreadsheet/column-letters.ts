/** Columns count from 0 (A) here; ECMA-376 ends them at XFD. */
export const lastColumn = 16_383
export const lastRow = 1_048_576

export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
  }
  return letters
}

/** The column of letters such as `AB`; undefined for what no sheet has. */
export function columnOf(letters: string): number | undefined {
  if (!/^[A-Za-z]{1,3}$/.test(letters)) return undefined
  let column = 0
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1 <= lastColumn ? column - 1 : undefined
}

/** The column of a reference such as `AB12`, without a look at its row; undefined for what no sheet has. */
export function columnOfReference(reference: string): number | undefined {
  let column = 0
  let at = 0
  for (; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  return at > 0 && at < 4 && at < reference.length && column - 1 <= lastColumn ? column - 1 : undefined
}

export interface CellPosition {
  /** 0 is A. */
  readonly column: number
  /** 1-based. */
  readonly row: number
}

/** Reads `B12` (or `$B$12`); undefined for what is no cell. */
export function cellPosition(reference: string): CellPosition | undefined {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(reference)
  const column = match?.[1] ? columnOf(match[1]) : undefined
  const row = Number(match?.[2])
  return column === undefined || row > lastRow ? undefined : { column, row }
}

export interface CellRange {
  readonly from: CellPosition
  readonly to: CellPosition
}

/** Reads `B2:D7` or a single cell. */
export function cellRange(reference: string): CellRange | undefined {
  const [first = '', last = first] = reference.split(':')
  const [a, b] = [cellPosition(first), cellPosition(last)]
  if (!a || !b) return undefined
  return {
    from: { column: Math.min(a.column, b.column), row: Math.min(a.row, b.row) },
    to: { column: Math.max(a.column, b.column), row: Math.max(a.row, b.row) },
  }
}

export function contains(range: CellRange, at: CellPosition): boolean {
  const { from, to } = range
  return at.column >= from.column && at.column <= to.column && at.row >= from.row && at.row <= to.row
}
