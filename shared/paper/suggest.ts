import words from '../../schemas/completion/printed-words.json' with { type: 'json' }
import type { Catalogue, ValueType } from '../ivi/catalogue.ts'
import { schemaPath } from '../ivi/path.ts'
import type { Problem } from '../problem.ts'
import { linesOfItem, type ReadableScan, type Stretch } from './item-text.ts'
import { labelScore } from './label-score.ts'
import { notationOf, pickNotation } from './notation.ts'
import { pickNumber } from './pick-number.ts'
import { pickText } from './pick-text.ts'
import { type PrintedField, type PrintedItem, printedField, printedItems } from './printed-field.ts'
import { type PrintedNumber, printedNumbers } from './printed-number.ts'
import { type Reading, readNumber, readText } from './read-printed.ts'
import { type Box, boxOf } from './segments.ts'
import { type Slot, slotsOf } from './slots.ts'

/** Text of a scan that may be a field's value. Never taken by itself. */
export interface Suggestion {
  readonly file: string
  readonly sha256: string
  readonly page: number
  /** Where it stands on the page. */
  readonly box: Box
  readonly printed: string
  /** In lexical form; absent where the text cannot be the field's value. */
  readonly value?: string
  /** Why it cannot. */
  readonly problem?: Problem
}

const most = 3
const manyFields = 3
const certainName = 0.75

/** What the scans' text offers for the field at an instance path, the likeliest first. */
export function suggestionsFor(
  path: string,
  scans: readonly ReadableScan[],
  catalogue: Catalogue,
): readonly Suggestion[] {
  const field = printedField(path, catalogue)
  if (!field) return []
  const items = printedItems(path, catalogue)
  const found = scans.flatMap((scan) => {
    const numbered = items.flatMap((item) => ofItem(field, item, scan))
    if (numbered.length > 0) return numbered
    const running = inRunningText(field, scan)
    return running.length > 0 || items.length > 0 ? running : byName(field, scan)
  })
  const takable = found.filter(({ value }) => value !== undefined)
  return distinct(takable.length > 0 ? takable : found).slice(0, most)
}

function ofItem(field: PrintedField, item: PrintedItem, scan: ReadableScan): readonly Suggestion[] {
  return scan.anchors
    .filter((anchor) => anchor.item === item.item || isPartOf(item.item.item, anchor.item.item))
    .toSorted((a, b) => b.score - a.score)
    .flatMap((anchor) => {
      const lines = linesOfItem(scan, anchor)
      const notation = notationOf(field.path)
      if (notation) return ofPart(field, pickNotation(field, notation, lines), scan)
      const slots = slotsOf(lines, item.labels)
      if (isNumber(field.entry.type)) {
        const picked = pickNumber(field, item, slots)
        return picked ? ofNumber(field, picked.slot.value, picked.number, scan) : []
      }
      // A code that is printed with its words may run on over the next line, which is no other row.
      const read = slots.filter(({ value }) => readText(field, value.text).kind === 'value')
      const ofCode = field.entry.type.codes !== undefined && read.length > 0
      const text = field.row === 0 ? undefined : pickText(field, item, ofCode ? read : slots)
      const reading = text && readText(field, text.text)
      // What stands by its place alone among many fields and makes no sense is most likely another's.
      const isStray = reading?.kind === 'none' && item.fields.length > manyFields
      return text && reading && !isStray ? [suggestion(reading, text, scan)] : []
    })
}

/** A part of a notation, which nothing but the field's value can be. */
function ofPart(field: PrintedField, part: Stretch | undefined, scan: ReadableScan): readonly Suggestion[] {
  if (!part) return []
  if (!isNumber(field.entry.type)) return [suggestion(readText(field, part.text), part, scan)]
  const [number] = printedNumbers(part.text)
  return number ? ofNumber(field, part, number, scan) : []
}

/** Values that stand in a sentence and have no item number. */
function inRunningText(field: PrintedField, scan: ReadableScan): readonly Suggestion[] {
  const patterns = words.running.filter(({ path }) => path === schemaPath(field.path))
  return patterns.flatMap(({ pattern }) =>
    scan.segments.flatMap((segment) => {
      const match = new RegExp(pattern, 'du').exec(segment.text)
      const [start, end] = match?.indices?.[1] ?? []
      if (start === undefined || end === undefined) return []
      const text = segment.text.slice(start, end)
      const compact = field.entry.type.base === 'date' ? text : text.replace(/\s/g, '')
      return [suggestion(readText(field, compact), { segment, start, end, text }, scan)]
    }),
  )
}

/** Values without a number behind the field's name. */
function byName(field: PrintedField, scan: ReadableScan): readonly Suggestion[] {
  const lines = scan.segments.map((segment) => [
    { segment, start: 0, end: segment.text.length, text: segment.text },
  ])
  return slotsOf(lines, field.labels)
    .filter((slot) => isNameOf(slot, field))
    .flatMap(({ value }) => {
      if (!isNumber(field.entry.type)) return [suggestion(readText(field, value.text), value, scan)]
      const [number] = printedNumbers(value.text)
      return number ? ofNumber(field, value, number, scan) : []
    })
}

function isNameOf({ label }: Slot, { labels }: PrintedField): boolean {
  return labels.some(
    (name) => labelScore(label, [name]) >= certainName && labelScore(name, [label]) >= certainName,
  )
}

function ofNumber(
  field: PrintedField,
  within: Stretch,
  number: PrintedNumber,
  scan: ReadableScan,
): readonly Suggestion[] {
  const start = within.start + number.index
  const stretch = { segment: within.segment, start, end: start + number.text.length, text: number.text }
  return readNumber(field, number).map((reading) => suggestion(reading, stretch, scan))
}

function suggestion(
  reading: Reading,
  { segment, start, end, text }: Stretch,
  { scan }: ReadableScan,
): Suggestion {
  return {
    file: scan.name,
    sha256: scan.sha256,
    page: segment.page,
    box: boxOf(segment, start, end),
    printed: text.replace(/\s+/g, ' ').trim(),
    ...(reading.kind === 'value' ? { value: reading.value } : { problem: reading.problem }),
  }
}

function distinct(found: readonly Suggestion[]): readonly Suggestion[] {
  const keys = found.map(({ value, printed }) => value ?? printed)
  return found.filter(({ printed }, at) => printed !== '' && keys.indexOf(keys[at] ?? '') === at)
}

function isNumber({ base, codes }: ValueType): boolean {
  return !codes && (base === 'decimal' || base === 'int' || base === 'short')
}

/** `48(1.2)` stands below `48` on a certificate that prints no number of its own for it. */
function isPartOf(part: string, whole: string): boolean {
  return part.startsWith(`${whole}(`)
}
