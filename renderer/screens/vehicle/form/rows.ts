/** How many rows every repeating place has: `CocDataGroup/AxleTable/AxleGroup` → 3; nested ones under their row. */
export type RowCounts = ReadonlyMap<string, number>

export function countRows(paths: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const path of paths) {
    for (let open = path.indexOf('['); open >= 0; open = path.indexOf('[', open + 1)) {
      const place = path.slice(0, open)
      const row = Number(path.slice(open + 1, path.indexOf(']', open)))
      if (row > (counts.get(place) ?? 0)) counts.set(place, row)
    }
  }
  return counts
}

/** The greatest number of rows that any of these has in a table. */
export function mostRows(all: readonly RowCounts[]): RowCounts {
  const most = new Map<string, number>()
  for (const counts of all)
    for (const [place, rows] of counts) most.set(place, Math.max(most.get(place) ?? 0, rows))
  return most
}

/**
 * The repeating groups on the way to a field, outermost first:
 * `…/AxleTable/AxleGroup`, `…/AxleTable/AxleGroup/TyreAxleTable/TyreAxleGroup`.
 */
export function repeatingPlaces(schemaPath: string, repeats: (place: string) => boolean): readonly string[] {
  const places: string[] = []
  for (let end = schemaPath.indexOf('/'); end >= 0; end = schemaPath.indexOf('/', end + 1)) {
    const place = schemaPath.slice(0, end)
    if (repeats(place)) places.push(place)
  }
  return places
}

/** Every row of a repeating group as instance paths, through all rows of the groups around it. */
export function rowsOf(places: readonly string[], counts: RowCounts): readonly string[] {
  let rows: readonly string[] = ['']
  let outer = ''
  for (const place of places) {
    const step = place.slice(outer.length)
    rows = rows.flatMap((row) => {
      const instance = row + step
      return Array.from({ length: counts.get(instance) ?? 0 }, (_, at) => `${instance}[${at + 1}]`)
    })
    outer = place
  }
  return rows
}

/** The rows of one table, by its path without the last number. */
export function rowsUnder(table: string, counts: RowCounts): readonly string[] {
  return Array.from({ length: counts.get(table) ?? 0 }, (_, at) => `${table}[${at + 1}]`)
}

/** The table of a row and its number: `AxleGroup[2]` → `AxleGroup` and 2. */
export function rowAt(row: string): { readonly table: string; readonly number: number } {
  const open = row.lastIndexOf('[')
  return { table: row.slice(0, open), number: Number(row.slice(open + 1, -1)) }
}

/** Row numbers of an instance path, outermost first: `AxleGroup[2]/…/TyreAxleGroup[1]` → `[2, 1]`. */
export function rowNumbers(instancePath: string): readonly number[] {
  return [...instancePath.matchAll(/\[(\d+)\]/g)].map((match) => Number(match[1]))
}
