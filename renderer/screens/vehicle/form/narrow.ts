import type { Line } from './lines.ts'

/** Keeps the lines with a wanted place, and the headings above them. */
export function narrowed(lines: readonly Line[], isWanted: (line: Line) => boolean): readonly Line[] {
  const kept: Line[] = []
  let section: Line | undefined
  let table: Line | undefined
  for (const line of lines) {
    if (line.kind === 'section') {
      section = line
      table = undefined
    } else if (line.kind === 'table' && !isWanted(line)) table = line
    else if (isWanted(line)) {
      if (section) kept.push(section)
      if (table?.kind === 'table' && line.kind !== 'table' && 'table' in line && line.table === table.table) {
        kept.push(table)
      }
      kept.push(line)
      section = undefined
      if ('table' in line) table = undefined
    }
  }
  return kept
}

/** Line number by cell: where a finding leads to. A group's own path leads to its first line. */
export function lineOf(lines: readonly Line[], path: string): number {
  const exact = lines.findIndex((line) => 'cells' in line && line.cells.includes(path))
  if (exact >= 0) return exact
  const below = lines.findIndex((line) => 'cells' in line && line.cells.some((cell) => isBelow(cell, path)))
  if (below >= 0) return below
  const place = path.replace(/\[\d+\]/g, '')
  return lines.findIndex(
    (line) =>
      (line.kind === 'field' && isBelow(line.field, place)) ||
      (line.kind === 'table' && line.table.places.some((each) => isBelow(each, place) || each === place)),
  )
}

function isBelow(path: string, group: string): boolean {
  return path === group || path.startsWith(`${group}/`) || path.startsWith(`${group}[`)
}
