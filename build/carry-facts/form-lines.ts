import { type Catalogue, fieldIndex } from '../../shared/ivi/catalogue.ts'
import type { FormPair, FormRange, RowNumbering } from '../../shared/ivi/form-lines.ts'
import facts from './sections.json' with { type: 'json' }

/** What stands together on a line of the form, and which numbers name rows; elements spelled out as schema paths. */
export interface LineFacts {
  readonly pairs: readonly FormPair[]
  readonly ranges: readonly FormRange[]
  readonly numbers: RowNumbering
  readonly countryNames: readonly string[]
}

export function makeLineFacts(catalogue: Catalogue): LineFacts {
  const paths = [...fieldIndex(catalogue).keys()]
  const pathOf = (name: string): string => {
    const [found, ...others] = paths.filter((path) => path.endsWith(`/${name}`))
    if (found === undefined || others.length > 0) throw new Error(`${name} is no one field of the catalogue`)
    return found
  }
  const known = new Set(paths)
  const ranges = paths.flatMap((min): readonly FormRange[] => {
    for (const [least = '', most = ''] of facts.ranges.endings) {
      if (!min.endsWith(least)) continue
      const stem = min.slice(0, -least.length)
      if (known.has(stem) && known.has(stem + most)) return [{ single: stem, min, max: stem + most }]
    }
    return []
  })
  const { running, next, references } = facts.numbers
  return {
    pairs: facts.pairs.lines.map(({ parts, ...pair }) => ({
      ...pair,
      parts: parts.map((part) => ({ ...part, field: pathOf(part.field) })),
    })),
    ranges,
    numbers: {
      running: running.map(pathOf),
      next: next.map(pathOf),
      references: references.map(({ field, to, within }) => ({
        field: pathOf(field),
        to: pathOf(to),
        ...(within ? { within: { field: pathOf(within.field), to: pathOf(within.to) } } : {}),
      })),
    },
    countryNames: facts.countryNames.fields.map(pathOf),
  }
}

/** Brings the fields of a line together where its first one stands. */
export function byLine(fields: readonly string[], { pairs, ranges }: LineFacts): readonly string[] {
  const placed = new Set<string>()
  const ends = new Map(ranges.map(({ single, min, max }) => [single, [single, min, max]]))
  const lines = new Map(pairs.map(({ parts }) => [parts[0]?.field, parts.map(({ field }) => field)]))
  const ordered: string[] = []
  for (const field of fields) {
    for (const part of lines.get(field) ?? [field]) {
      for (const each of ends.get(part) ?? [part]) {
        if (placed.has(each)) continue
        if (!fields.includes(each)) throw new Error(`${each} stands in another section than ${field}`)
        placed.add(each)
        ordered.push(each)
      }
    }
  }
  return ordered
}
