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
    for (const [path, one] of layer) if (isSaid(one)) said.set(spellOut(path, catalogue), one)
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

/** This and {@link renumberer} run over every value at every keystroke, hence no regular expressions. */
export function rowsOf(paths: Iterable<string>): RowNumbers {
  const found = new Map<string, number[]>()
  for (const path of paths) {
    for (let open = path.indexOf('['); open >= 0; open = path.indexOf('[', open + 1)) {
      const group = path.slice(0, open)
      const number = Number.parseInt(path.slice(open + 1), 10)
      const numbers = found.get(group)
      if (!numbers) found.set(group, [number])
      else if (numbers.at(-1) !== number && !numbers.includes(number)) numbers.push(number)
    }
  }
  for (const numbers of found.values()) numbers.sort((a, b) => a - b)
  return found
}

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
