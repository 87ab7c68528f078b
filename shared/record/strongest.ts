import type { Catalogue } from '../ivi/catalogue.ts'
import { liesIn, spellOut } from './layer-paths.ts'
import { type Layers, type LayerValue, originsByStrength } from './layers.ts'

/** A value that stands in the draft. */
export type Said = LayerValue & { readonly value: string }

/**
 * What stands after all layers were laid over each other, by the layers' own paths (spelled out, rows numbered as
 * the layers number them). `null` takes away what weaker layers say at that place, never what its own layer says.
 */
export function strongest(layers: Layers, catalogue: Catalogue): ReadonlyMap<string, Said> {
  const said = new Map<string, Said>()
  for (const origin of originsByStrength) {
    const layer = Object.entries(layers[origin] ?? {})
    for (const [path, { value }] of layer) if (value === null) takeAway(spellOut(path, catalogue), said)
    for (const [path, { value, source }] of layer) {
      if (value !== null) said.set(spellOut(path, catalogue), { value, source })
    }
  }
  return said
}

function takeAway(place: string, said: Map<string, Said>): void {
  for (const path of said.keys()) if (liesIn(path, place)) said.delete(path)
}

/** Repeating group → its row numbers, ascending. */
export type RowNumbers = ReadonlyMap<string, readonly number[]>

export function rowsOf(paths: Iterable<string>): RowNumbers {
  const found = new Map<string, Set<number>>()
  for (const path of paths) {
    for (const match of path.matchAll(/\[(\d+)\]/g)) {
      const group = path.slice(0, match.index)
      const numbers = found.get(group) ?? new Set()
      found.set(group, numbers.add(Number(match[1])))
    }
  }
  return new Map([...found].map(([group, numbers]) => [group, [...numbers].sort((a, b) => a - b)]))
}

/** The same place with rows numbered from 1 without gaps; `rows` are those that stand. */
export function renumber(path: string, rows: RowNumbers): string {
  return path.replace(/\[(\d+)\]/g, (_, number: string, at: number) => {
    const row = (rows.get(path.slice(0, at)) ?? []).indexOf(Number(number))
    return `[${row + 1}]`
  })
}
