import { isNumbered } from './row-numbers.ts'
import { type RowCounts, rowAt } from './rows.ts'

/** Tables with rows that were added and are still empty → how many rows the form shows at least. */
export type GhostRows = ReadonlyMap<string, number>

/** Row counts with rows that were added and are still empty. */
export function withGhosts(counts: RowCounts, ghosts: GhostRows): Map<string, number> {
  const all = new Map(counts)
  for (const [table, rows] of ghosts) all.set(table, Math.max(all.get(table) ?? 0, rows))
  return all
}

/** The rows around it stand too, as long as it does. */
export function addGhost(ghosts: GhostRows, row: string): GhostRows {
  const all = new Map(ghosts)
  for (let end = row.indexOf(']'); end >= 0; end = row.indexOf(']', end + 1)) {
    const { table, number } = rowAt(row.slice(0, end + 1))
    all.set(table, Math.max(all.get(table) ?? 0, number))
  }
  return all
}

/** A row went, empty or not: those behind it move up, with the empty rows of their tables. */
export function removeGhost(ghosts: GhostRows, row: string): GhostRows {
  const { table, number } = rowAt(row)
  const all = new Map<string, number>()
  for (const [place, rows] of ghosts) {
    if (place === table) {
      if (rows > 1) all.set(place, rows - 1)
      continue
    }
    const moved = place.startsWith(`${table}[`) ? shiftedRow(place, table, number) : place
    if (moved !== undefined) all.set(moved, rows)
  }
  return all
}

/** A row that came with its number went when that was taken back; one without came by no step and stays. */
export function withoutNumbered(ghosts: GhostRows): GhostRows {
  return new Map([...ghosts].filter(([table]) => !isNumbered(table)))
}

/** Where a place stands after row `removed` of a table went; undefined where it went along. */
function shiftedRow(place: string, table: string, removed: number): string | undefined {
  const end = place.indexOf(']', table.length)
  const row = Number(place.slice(table.length + 1, end))
  if (row === removed) return undefined
  return row > removed ? `${table}[${row - 1}]${place.slice(end + 1)}` : place
}
