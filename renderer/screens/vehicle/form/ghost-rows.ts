import { createContext, useContext } from 'react'

/** Adds a row that stands empty until something is typed into it. */
export const GhostRowsContext = createContext<(row: string) => void>(() => undefined)

export function useGhostRows(): (row: string) => void {
  return useContext(GhostRowsContext)
}

/** Row counts with rows that were added and are still empty. */
export function withGhosts(
  counts: ReadonlyMap<string, number>,
  ghosts: ReadonlySet<string>,
): Map<string, number> {
  const all = new Map(counts)
  for (const row of ghosts) {
    const open = row.lastIndexOf('[')
    const place = row.slice(0, open)
    all.set(place, Math.max(all.get(place) ?? 0, Number(row.slice(open + 1, -1))))
  }
  return all
}
