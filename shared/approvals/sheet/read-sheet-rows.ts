import { type Problem, problem } from '../../problem.ts'
import { isBlankRow, type SheetRow } from '../../spreadsheet/cell.ts'
import { columnLetters } from '../../spreadsheet/column-letters.ts'
import { type Approval, parseApproval } from '../approval.ts'
import { Collector } from './collect.ts'
import { findColumns } from './find-columns.ts'
import { readRow } from './read-row.ts'
import { cellsOf } from './row-cells.ts'

export interface SheetApprovals {
  readonly approvals: readonly Approval[]
  /** With row and column; the caller adds file and sheet. With any, nothing of the sheet is to be kept. */
  readonly problems: readonly Problem[]
}

/** The approvals of a sheet, or everything that is wrong with it. */
export function readSheetRows(rows: readonly SheetRow[]): SheetApprovals {
  const columns = findColumns(rows)
  if (!columns.ok) return { approvals: [], problems: [columns.problem] }
  const { headerRow, at, header } = columns.value
  const problems: Problem[] = []
  const collector = new Collector(header)
  let read = 0
  for (const row of rows) {
    if (row.row <= headerRow || isBlankRow(row)) continue
    read += 1
    const cells = cellsOf(row, columns.value)
    const said = readRow(cells, header)
    problems.push(...cells.problems)
    if (said) collector.add(said)
  }
  // A row that could not be read may have said what now looks missing.
  if (problems.length === 0) collector.finish()
  if (read === 0)
    return { approvals: [], problems: [problem('approval-sheet-empty', {}, { row: headerRow })] }
  for (const { key, row, problem: found } of collector.problems) {
    const index = at.get(key)
    const column = index === undefined ? {} : { column: columnLetters(index) }
    problems.push({ ...found, where: { row, ...column } })
  }
  // A row that could not be read would make its approval look wrong a second time.
  if (problems.length > 0) return { approvals: [], problems }
  const approvals = collector.json().flatMap(({ row, json }) => {
    const parsed = parseApproval(json)
    if (parsed.ok) return [parsed.value]
    problems.push({ ...parsed.problem, where: { row } })
    return []
  })
  return { approvals, problems }
}
