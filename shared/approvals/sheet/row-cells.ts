import type { Problem } from '../../problem.ts'
import type { Result } from '../../result.ts'
import { type Cell, cellAt, type SheetRow } from '../../spreadsheet/cell.ts'
import { columnLetters } from '../../spreadsheet/column-letters.ts'
import { readList, readText } from './cells.ts'
import type { ColumnKey } from './columns.ts'
import type { FoundColumns } from './find-columns.ts'

/** The cells of a row by the meaning of their column; what cannot be read is kept with its place. */
export interface RowCells {
  readonly row: number
  /** The cell as it is; undefined where it is empty or the sheet lacks the column. */
  raw(key: ColumnKey): Cell | undefined
  read<Value>(key: ColumnKey, reader: (cell: Cell) => Result<Value>): Value | undefined
  text(key: ColumnKey): string | undefined
  list(key: ColumnKey): readonly string[] | undefined
  complain(key: ColumnKey, found: Problem): void
  readonly problems: readonly Problem[]
}

export function cellsOf(row: SheetRow, columns: FoundColumns): RowCells {
  const problems: Problem[] = []
  const complain = (key: ColumnKey, found: Problem): void => {
    const index = columns.at.get(key)
    const column = index === undefined ? {} : { column: columnLetters(index) }
    problems.push({ ...found, where: { ...found.where, row: row.row, ...column } })
  }
  const raw = (key: ColumnKey): Cell | undefined => {
    const index = columns.at.get(key)
    if (index === undefined) return undefined
    const found = cellAt(row, index)
    const blank = found.text.trim() === '' && found.kind !== 'formula-without-result'
    return blank ? undefined : found
  }
  const read = <Value>(key: ColumnKey, reader: (cell: Cell) => Result<Value>): Value | undefined => {
    const found = raw(key)
    if (!found) return undefined
    const text = readText(found)
    const value = text.ok ? reader(found) : text
    if (value.ok) return value.value
    complain(key, value.problem)
    return undefined
  }
  const text = (key: ColumnKey): string | undefined => read(key, readText)
  const list = (key: ColumnKey): readonly string[] | undefined => {
    const said = text(key)
    return said === undefined ? undefined : readList(said)
  }
  return { row: row.row, raw, read, text, list, complain, problems }
}
