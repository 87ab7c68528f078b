import words from '../../schemas/completion/printed-words.json' with { type: 'json' }
import { schemaPath } from '../ivi/path.ts'
import type { Stretch } from './item-text.ts'
import type { PrintedField } from './printed-field.ts'

/** What several fields of a row are stated by in one, such as `225/75R16C 121/120R 6Jx16 ET68`. */
interface Notation {
  readonly group: string
  readonly pattern: RegExp
}

const notations: readonly Notation[] = words.notations.map(({ group, parts }) => ({
  group,
  pattern: new RegExp(
    parts.map((part, at) => (at === 0 ? sourceOf(part) : `(?:${sourceOf(part)})?`)).join(''),
    'dgu',
  ),
}))

interface Part {
  readonly field: string
  readonly after: string
  readonly pattern: string
  readonly optional?: boolean
}

function sourceOf(parts: readonly Part[]): string {
  return parts
    .map(({ field, after, pattern, optional }) => `(?:${after}(?<${field}>${pattern}))${optional ? '?' : ''}`)
    .join('')
}

/** The notation that states a field among others; undefined for a field that stands by itself. */
export function notationOf(path: string): Notation | undefined {
  const field = schemaPath(path)
  return notations.find(
    ({ group, pattern }) =>
      field.startsWith(`${group}/`) && pattern.source.includes(`(?<${field.slice(group.length + 1)}>`),
  )
}

/** No row has this number, so what stands there is offered for none. */
const unsure = 0

/** One statement in a notation, with the rows that stand in front of it. */
interface Stated {
  readonly outer: number | undefined
  readonly inner: number | undefined
  readonly part: Stretch | undefined
}

/**
 * What an item states for a field in a notation, by its row in a row. Where nothing tells the outer rows apart, a single
 * statement counts for each of them and several for none.
 */
export function pickNotation(
  { entry: { name }, rows: [outer, inner] }: PrintedField,
  { pattern }: Notation,
  lines: readonly (readonly Stretch[])[],
): Stretch | undefined {
  const all = lines.flatMap((line) => statedOn(line, pattern, name))
  const [only, another] = all
  if (only && !another && only.outer === undefined) return inner === 1 ? only.part : undefined
  const own = rowsOn(all).filter((one) => one.outer === outer)
  return own.find((one) => one.inner === inner)?.part
}

/** A statement without a row in front goes on with the one above; within an outer row they count on. */
function rowsOn(all: readonly Stated[]): readonly Stated[] {
  const counted = new Map<number, number>()
  let last: number | undefined
  return all.map((one) => {
    const outer = one.outer ?? last
    last = outer
    if (outer === undefined) return one
    const inner = one.inner ?? (counted.get(outer) ?? 0) + 1
    counted.set(outer, inner)
    return { ...one, outer, inner }
  })
}

function statedOn(line: readonly Stretch[], pattern: RegExp, field: string): readonly Stated[] {
  const text = line.map((stretch) => stretch.text).join('\t')
  let from = 0
  return [...text.matchAll(pattern)].map((match) => {
    const rows = rowsIn(text.slice(from, match.index))
    from = match.index + match[0].length
    const place = match.indices?.groups?.[field]
    return { ...rows, part: place && partOf(line, place) }
  })
}

/** `axle 2:`, `2.` or the two columns `2` and `1`; no number at all goes on, anything else says no row for sure. */
function rowsIn(before: string): Pick<Stated, 'outer' | 'inner'> {
  const numbers = before.match(/\d+/g) ?? []
  if (numbers.length === 0) return { outer: undefined, inner: undefined }
  const [, first, second] = /(?<!\d)(\d{1,2})(?:\s+(\d{1,2}))?\s?[.:)]?\s*$/.exec(before) ?? []
  if (first === undefined || numbers.length !== (second === undefined ? 1 : 2))
    return { outer: unsure, inner: undefined }
  return { outer: Number(first), inner: second === undefined ? undefined : Number(second) }
}

/** The stretch of a line's text, which lies in one of its columns. */
function partOf(
  line: readonly Stretch[],
  [from, to]: readonly [from: number, to: number],
): Stretch | undefined {
  let begin = 0
  for (const stretch of line) {
    const end = begin + stretch.text.length
    if (from >= begin && to <= end) {
      const [start, stop] = [stretch.start + from - begin, stretch.start + to - begin]
      return {
        segment: stretch.segment,
        start,
        end: stop,
        text: stretch.text.slice(from - begin, to - begin),
      }
    }
    begin = end + 1
  }
  return undefined
}
