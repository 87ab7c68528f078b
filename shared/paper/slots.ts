import type { Stretch } from './item-text.ts'
import { labelScore, wordsOf } from './label-score.ts'

/** A value as it is printed, with the words in front of it. */
export interface Slot {
  readonly label: string
  readonly value: Stretch
  /** The row that it names itself: `axle 2: 1 138 kg`. */
  readonly row?: number
}

/** A stretch further right than this behind another, in pages' widths, stands in a column of its own. */
const sameColumn = 0.03

/**
 * What an item states: behind each colon, in a column of its own, or behind the words of its name. `labels` are the
 * names of the item and its fields; they tell where a name ends that no colon ends. What stands in a grid of three
 * and more columns is left out: which column means what nobody can tell for sure.
 */
export function slotsOf(lines: readonly (readonly Stretch[])[], labels: readonly string[]): readonly Slot[] {
  const grid = lines.findIndex((line) => line.length > 2 && !isFormLine(line))
  const plain = grid < 0 ? lines : lines.slice(0, grid)
  const values = valueColumn(plain, labels)
  const slots: Slot[] = []
  let label = ''
  for (const [first, second] of plain) {
    if (!first) continue
    if (second && isName(first, second, labels)) {
      label = first.text
      slots.push(slot(label, second))
    } else if (values === undefined) {
      for (const stretch of second ? [first, second] : [first])
        for (const part of partsOf(stretch, labels)) {
          if (part.kind === 'label') label = part.stretch.text
          else slots.push(slot(label, part.stretch))
        }
    } else if (first.segment.x > values - sameColumn) slots.push(slot(label, first))
    // In a form with columns, what stands in front alone is a heading or goes on with the name above.
    else label = first.text
  }
  return rowsGiven(slots.filter(({ value }) => value.text !== ''))
}

const rowAlone = /^(?:\p{L}+\.?\s){1,4}(\d{1,2})$/u

/** A row that stands alone in front of its values (`engine 1`) is the row of those behind it. */
function rowsGiven(slots: readonly Slot[]): readonly Slot[] {
  const given: Slot[] = []
  let row: number | undefined
  for (const [at, one] of slots.entries()) {
    const number = rowAlone.exec(one.value.text)?.[1]
    const next = slots[at + 1]
    if (number !== undefined && next && next.label !== one.label) row = Number(number)
    else given.push(row === undefined || one.row !== undefined ? one : { ...one, row })
  }
  return given
}

/** A name, its value, and at most a unit behind it. */
function isFormLine([, , third, fourth]: readonly Stretch[]): boolean {
  return third !== undefined && fourth === undefined && third.text.trim().length <= 6
}

/** Where the values stand in a form whose names have a column of their own. */
function valueColumn(lines: readonly (readonly Stretch[])[], labels: readonly string[]): number | undefined {
  for (const [first, second] of lines)
    if (first && second && isName(first, second, labels)) return second.segment.x
  return undefined
}

/** Whether a stretch is nothing but the name of what stands beside it. */
function isName(first: Stretch, second: Stretch, labels: readonly string[]): boolean {
  if (second.segment === first.segment) return false
  const parts = partsOf(first, labels)
  return parts.every(({ kind }) => kind === 'label') || !/:\s*\S/.test(first.text)
}

const ownRow = /^(?:\p{L}+\.?\s){1,4}(\d{1,2})\s*:\s+(?=\S)/u

function slot(label: string, stretch: Stretch): Slot {
  const value = part('value', stretch, 0, stretch.text.length).stretch
  const match = ownRow.exec(value.text)
  if (!match) return { label, value }
  const rest = part('value', value, match[0].length, value.text.length).stretch
  return { label, value: rest, row: Number(match[1]) }
}

interface Part {
  readonly kind: 'label' | 'value'
  readonly stretch: Stretch
}

function partsOf(stretch: Stretch, labels: readonly string[]): readonly Part[] {
  const { text } = stretch
  if (ownRow.test(text)) return [part('value', stretch, 0, text.length)]
  const colons = [...text.matchAll(/:/g)]
    .map(({ index }) => index)
    .filter((at, number, all) => !isOfName(text.slice(at + 1, all[number + 1] ?? text.length), labels))
  if (colons.length === 0) return splitByWords(stretch, labels)
  const parts: Part[] = []
  let from = 0
  for (const [at, colon] of colons.entries()) {
    // Between two colons stand the value of the first and the name of the second.
    const nameFrom = at === 0 ? from : nameBegin(text, from, colon, labels)
    if (at > 0) parts.push(part('value', stretch, from, nameFrom))
    parts.push(part('label', stretch, nameFrom, colon))
    from = colon + 1
  }
  parts.push(part('value', stretch, from, text.length))
  return parts.filter((one) => one.kind === 'label' || one.stretch.text !== '')
}

/** Words that go on with a name: `Doors: how many`. */
function isOfName(text: string, labels: readonly string[]): boolean {
  const words = wordsOf(text)
  return words.length > 0 && !/\d/.test(text) && labels.some((label) => labelScore(label, [text]) === 1)
}

/** Without a colon: all words of a known name in front are its name, the rest its value. */
function splitByWords(stretch: Stretch, labels: readonly string[]): readonly Part[] {
  const words = [...stretch.text.matchAll(/\S+/g)]
  let end = 0
  for (const { 0: word, index } of words) {
    const isBetween = wordsOf(word).length === 0 && !/\d/.test(word)
    if (isOfName(word, labels)) end = index + word.length
    else if ((!isBetween && wordsOf(word).length > 0 && end > 0) || /\d/.test(word)) break
  }
  const parts = [part('label', stretch, 0, end), part('value', stretch, end, stretch.text.length)]
  return parts.filter((one) => one.stretch.text !== '')
}

/** Where the name in front of a colon begins: at the words of a known name, else at the last word. */
function nameBegin(text: string, from: number, colon: number, labels: readonly string[]): number {
  const words = [...text.slice(from, colon).matchAll(/\S+/g)]
  let begin = words.at(-1)?.index ?? 0
  for (const { 0: word, index } of words.toReversed()) {
    if (!isOfName(word, labels)) break
    begin = index
  }
  return from + begin
}

function part(kind: Part['kind'], stretch: Stretch, from: number, to: number): Part {
  const raw = stretch.text.slice(from, to)
  // Leader dots and dashes lead to the value and are none of it.
  const led = kind === 'value' ? (/^[\s.…_·–—]*/.exec(raw)?.[0].length ?? 0) : 0
  const text = raw.slice(led).replace(/[\s;,]+$/, '')
  const start = stretch.start + from + led
  return { kind, stretch: { segment: stretch.segment, start, end: start + text.length, text } }
}
