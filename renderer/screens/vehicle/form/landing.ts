import { schemaPath } from '../../../../shared/ivi/path.ts'
import type { Line } from './lines.ts'
import { rowAt } from './rows.ts'

/** Where the cursor is to go; a new object for each wish. */
export interface Goal {
  /** A row or a value, by its instance path; it may be gone. */
  readonly place: string
  /** Where the wish was made, since rows of one table stand in several sections. */
  readonly section?: string
}

export type Landing = { readonly cell: string } | { readonly line: number }

/**
 * The value itself; of a row its first empty place, else its first; where the row is gone the one before it, and where
 * its table has none left the line on which one is added. Undefined where the form shows nothing of all this.
 */
export function landingOf(
  lines: readonly Line[],
  { place, section }: Goal,
  isEmpty: (path: string) => boolean,
): Landing | undefined {
  const there = inRow(lines, place, section)
  const cell = there.find((path) => path === place) ?? there.find(isEmpty) ?? there[0]
  if (cell !== undefined) return { cell }
  for (let end = place.lastIndexOf(']'); end > 0; end = place.lastIndexOf(']', end - 1)) {
    const { table, number } = rowAt(place.slice(0, end + 1))
    for (let before = number - 1; before > 0; before -= 1) {
      const [first] = inRow(lines, `${table}[${before}]`, section)
      if (first !== undefined) return { cell: first }
    }
    const line = addingLine(lines, table, section)
    if (line >= 0) return { line }
  }
  return undefined
}

/** The open cells of a place, those of the wanted section where it has any. */
function inRow(lines: readonly Line[], place: string, section: string | undefined): readonly string[] {
  const isThere = (path: string): boolean => path === place || path.startsWith(`${place}/`)
  const cellsIn = (some: readonly Line[]): readonly string[] =>
    some.flatMap((line) => ('cells' in line ? line.cells.filter(isThere) : []))
  const own = section === undefined ? [] : cellsIn(lines.filter((line) => line.section === section))
  return own.length > 0 ? own : cellsIn(lines)
}

function addingLine(lines: readonly Line[], table: string, section: string | undefined): number {
  const parent = table.slice(0, table.lastIndexOf(']') + 1)
  const adds = (line: Line): boolean =>
    line.kind === 'table' && line.table.places.at(-1) === schemaPath(table) && line.addTo.includes(parent)
  const own = lines.findIndex((line) => line.section === section && adds(line))
  return own >= 0 ? own : lines.findIndex(adds)
}
