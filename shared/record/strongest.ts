import type { Catalogue } from '../ivi/catalogue.ts'
import { remember } from '../remember.ts'
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
    const layer = layers[origin] ?? {}
    // Loops instead of entries: this runs over every value of every origin at each keystroke.
    for (const path in layer) if (layer[path]?.value === null) takeAway(spellOut(path, catalogue), said)
    for (const path in layer) {
      const one = layer[path]
      if (one && isSaid(one)) said.set(spellOut(path, catalogue), one)
    }
  }
  return said
}

function isSaid(one: LayerValue): one is Said {
  return one.value !== null
}

function takeAway(place: string, said: Map<string, Said>): void {
  for (const path of said.keys()) if (liesIn(path, place)) said.delete(path)
}

/** Repeating group → its row numbers, ascending. */
export type RowNumbers = ReadonlyMap<string, readonly number[]>

/** This and {@link renumberer} run over every value at every keystroke. */
export function rowsOf(paths: Iterable<string>): RowNumbers {
  const found = new Map<string, number[]>()
  for (const path of paths) {
    if (!path.includes('[')) continue
    for (const { group, number } of rowsIn(path)) {
      const numbers = found.get(group)
      if (!numbers) found.set(group, [number])
      else if (numbers.at(-1) !== number && !numbers.includes(number)) numbers.push(number)
    }
  }
  for (const numbers of found.values()) numbers.sort((a, b) => a - b)
  return found
}

const rowsIn = remember((path) => {
  const rows: { readonly group: string; readonly number: number }[] = []
  for (let open = path.indexOf('['); open >= 0; open = path.indexOf('[', open + 1)) {
    rows.push({ group: path.slice(0, open), number: Number.parseInt(path.slice(open + 1), 10) })
  }
  return rows
})

/** Gives a layer's place its path in the draft: rows numbered from 1 without gaps; `rows` are those that stand. */
export function renumberer(rows: RowNumbers): (path: string) => string {
  const gaps = [...rows].some(([, numbers]) => numbers.at(-1) !== numbers.length)
  if (!gaps) return (path) => path
  return (path) =>
    path.replace(/\[(\d+)\]/g, (_, number: string, at: number) => {
      const row = (rows.get(path.slice(0, at)) ?? []).indexOf(Number(number))
      return `[${row + 1}]`
    })
}
