import { type Problem, problem } from '../../problem.ts'
import { fail, ok, type Result } from '../../result.ts'
import { isBlankRow, type SheetRow } from '../../spreadsheet/cell.ts'
import { columnLetters } from '../../spreadsheet/column-letters.ts'
import { type ColumnKey, columnOfHeader, headerOf } from './columns.ts'

export interface FoundColumns {
  readonly headerRow: number
  /** 0-based place of each column. */
  readonly at: ReadonlyMap<ColumnKey, number>
  readonly header: (key: ColumnKey) => string
}

/** Titles stand above the headers of real sheets; farther down nobody looks. */
const headerSearch = 40

/** The row that names the columns, and where each stands. A header that nobody knows is an error, not a loss. */
export function findColumns(rows: readonly SheetRow[]): Result<FoundColumns> {
  const header = rows
    .slice(0, headerSearch)
    .find(
      ({ texts }) =>
        texts.some((text) => columnOfHeader(text) === 'approval') &&
        texts.filter((text) => columnOfHeader(text) !== undefined).length > 1,
    )
  if (!header || isBlankRow(header))
    return fail(
      problem('approval-sheet-no-header', {
        columns: (['approval', 'extension', 'issued'] as const).map((key) => headerOf(key, 'en')).join(', '),
      }),
    )
  const at = new Map<ColumnKey, number>()
  for (const [index, text] of header.texts.entries()) {
    if (text.trim() === '') continue
    const key = columnOfHeader(text)
    const wrong = (code: 'approval-sheet-unknown-column' | 'approval-sheet-column-twice'): Problem =>
      problem(code, { value: text.trim() }, { row: header.row, column: columnLetters(index) })
    if (key === undefined) return fail(wrong('approval-sheet-unknown-column'))
    if (at.has(key)) return fail(wrong('approval-sheet-column-twice'))
    at.set(key, index)
  }
  return ok({
    headerRow: header.row,
    at,
    header: (key) => header.texts[at.get(key) ?? -1]?.trim() || headerOf(key, 'en'),
  })
}
