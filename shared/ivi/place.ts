/**
 * A group in a message, as what is below it is named. The same place hands out the same text for a path each time:
 * paths come again with every vehicle, and a map finds a text that it met before without reading it.
 */
export interface Place {
  /** Path of a field of this group. */
  field(name: string): string
  /** A group below. */
  group(name: string): Place
  /** A row (from 1) of a repeating group below. */
  row(name: string, number: number): Place
}

/** Paths of one release with some hundred rows; a hostile file begins it anew. */
const mostPlaces = 20_000
let places = 0
let root = newPlace('')

export function rootPlace(): Place {
  if (places > mostPlaces) {
    places = 0
    root = newPlace('')
  }
  return root
}

function newPlace(prefix: string): Place {
  places += 1
  const fields = new Map<string, string>()
  const groups = new Map<string, Place>()
  const rows = new Map<string, Place[]>()
  return {
    field(name) {
      const known = fields.get(name)
      if (known !== undefined) return known
      places += 1
      const path = prefix + name
      fields.set(name, path)
      return path
    },
    group(name) {
      const known = groups.get(name)
      if (known) return known
      const place = newPlace(`${prefix}${name}/`)
      groups.set(name, place)
      return place
    },
    row(name, number) {
      const known = rows.get(name)?.[number]
      if (known) return known
      const place = newPlace(`${prefix}${name}[${number}]/`)
      const numbered = rows.get(name) ?? []
      numbered[number] = place
      rows.set(name, numbered)
      return place
    },
  }
}
