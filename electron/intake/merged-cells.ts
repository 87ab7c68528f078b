import { type CellRange, cellRange, contains } from '../../shared/spreadsheet/column-letters.ts'

/**
 * The one rule for merged cells: the value stands in the top left cell, the covered ones are empty, whatever a
 * program left in them. Rows must be asked for in rising order.
 */
export function coveredCells(references: readonly string[]): (row: number, column: number) => boolean {
  const ranges = references
    .map((reference) => cellRange(reference))
    .filter((range): range is CellRange => range !== undefined)
    .sort((a, b) => a.from.row - b.from.row)
  let next = 0
  let current = 0
  let active: CellRange[] = []
  return (row, column) => {
    if (row !== current) {
      current = row
      active = active.filter((range) => range.to.row >= row)
      for (let range = ranges[next]; range && range.from.row <= row; range = ranges[next]) {
        if (range.to.row >= row) active.push(range)
        next += 1
      }
    }
    return active.some(
      (range) =>
        contains(range, { row, column }) && !(range.from.row === row && range.from.column === column),
    )
  }
}
