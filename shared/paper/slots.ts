import type { Stretch } from './item-text.ts'
import { labelScore, wordsOf } from './label-score.ts'

/** A value as it is printed, with the words in front of it. */
export interface Slot {
  readonly label: string
  readonly value: Stretch
}

/**
 * What an item states: behind each colon, in a column of its own, or behind the words of its name. `labels` are the
 * names of the item and its fields; they tell where a name ends that no colon ends.
 */
export function slotsOf(lines: readonly (readonly Stretch[])[], labels: readonly string[]): readonly Slot[] {
  const slots: Slot[] = []
  let label = ''
  for (const line of lines) {
    for (const stretch of line) {
      const parts = partsOf(stretch, labels)
      for (const part of parts) {
        if (part.kind === 'label') label = part.stretch.text
        else slots.push({ label, value: part.stretch })
      }
    }
  }
  return slots
}

interface Part {
  readonly kind: 'label' | 'value'
  readonly stretch: Stretch
}

function partsOf(stretch: Stretch, labels: readonly string[]): readonly Part[] {
  const colons = [...stretch.text.matchAll(/:(?=\s|$|\S)/g)].map(({ index }) => index)
  if (colons.length === 0) return splitByWords(stretch, labels)
  const parts: Part[] = []
  let from = 0
  for (const [at, colon] of colons.entries()) {
    // Between two colons stand the value of the first and the name of the second.
    const nameFrom = at === 0 ? from : nameBegin(stretch.text, from, colon, labels)
    if (at > 0) parts.push(part('value', stretch, from, nameFrom))
    parts.push(part('label', stretch, nameFrom, colon))
    from = colon + 1
  }
  parts.push(part('value', stretch, from, stretch.text.length))
  return parts.filter(({ kind, stretch: { text } }) => kind === 'label' || text !== '')
}

/** Without a colon: all words of a known name in front are its name, the rest its value. */
function splitByWords(stretch: Stretch, labels: readonly string[]): readonly Part[] {
  const words = [...stretch.text.matchAll(/\S+/g)]
  let end = 0
  for (const { 0: word, index } of words) {
    const isOfName = labelScore(word, [word]) > 0 && labels.some((label) => labelScore(label, [word]) === 1)
    const isBetween = wordsOf(word).length === 0 && !/\d/.test(word)
    if (isOfName) end = index + word.length
    else if (!isBetween && wordsOf(word).length > 0 && end > 0) break
    else if (/\d/.test(word)) break
  }
  const parts = [part('label', stretch, 0, end), part('value', stretch, end, stretch.text.length)]
  return parts.filter(({ stretch: { text } }) => text !== '')
}

/** Where the name in front of a colon begins: at the words of a known name, else at the last word. */
function nameBegin(text: string, from: number, colon: number, labels: readonly string[]): number {
  const words = [...text.slice(from, colon).matchAll(/\S+/g)]
  let begin = words.at(-1)?.index ?? 0
  for (const { 0: word, index } of words.toReversed()) {
    if (wordsOf(word).length === 0 || !labels.some((label) => labelScore(label, [word]) === 1)) break
    begin = index
  }
  return from + begin
}

function part(kind: Part['kind'], stretch: Stretch, from: number, to: number): Part {
  const raw = stretch.text.slice(from, to)
  // Leader dots and dashes lead to the value and are none of it.
  const led = /^[\s.…_·–—]*/.exec(raw)?.[0].length ?? 0
  const kept = kind === 'value' ? raw.slice(led) : raw
  const begin = stretch.start + from + (kind === 'value' ? led : 0)
  const trimmed = kept.trimEnd().replace(/[\s;,]+$/, '')
  return {
    kind,
    stretch: { segment: stretch.segment, start: begin, end: begin + trimmed.length, text: trimmed },
  }
}
