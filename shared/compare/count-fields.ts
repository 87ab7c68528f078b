import { type ComparedValue, differences } from './comparison.ts'
import type { FieldCount } from './views.ts'

/** In which of many pairs each field differs, those of most pairs first; a table's rows count once a pair. */
export function countFields(pairs: readonly (readonly ComparedValue[])[]): readonly FieldCount[] {
  const counted = new Map<string, Set<number>>()
  for (const [at, values] of pairs.entries()) {
    for (const { path } of differences(values)) {
      const known = counted.get(path)
      if (known) known.add(at)
      else counted.set(path, new Set([at]))
    }
  }
  return [...counted]
    .map(([path, inPairs]) => ({ path, pairs: [...inPairs] }))
    .sort((a, b) => b.pairs.length - a.pairs.length)
}
