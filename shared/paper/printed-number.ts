import words from '../../schemas/completion/printed-words.json' with { type: 'json' }
import units from '../../schemas/ivi/2.0/units.json' with { type: 'json' }

/** A number as it is printed. */
export interface PrintedNumber {
  readonly text: string
  readonly index: number
  /** What it may mean in lexical form: both where a point or comma may group or divide. */
  readonly lexical: readonly string[]
  /** In the catalogue's spelling; absent where none is printed behind it. */
  readonly unit?: string
}

const spellings: ReadonlyMap<string, string> = new Map([
  ...Object.values(units.units).map(({ unit }) => [unit, unit] as const),
  ...Object.entries(words.units.spellings).flatMap(([unit, list]) =>
    list.map((each) => [each, unit] as const),
  ),
  ...words.units.other.map((each) => [each, each] as const),
])
const longestFirst = [...spellings.keys()].sort((a, b) => b.length - a.length)

const space = '[ \\u00a0\\u202f\\u2009]'
const digits = new RegExp(
  `[+\\-−]?(?:\\d{1,3}(?:${space}\\d{3})+|\\d{1,3}(?:[.']\\d{3})+(?=,)|\\d{1,3}(?:[,'’]\\d{3})+(?=\\.)|\\d+(?:[.'’]\\d{3}){2,}|\\d+(?:,\\d{3}){2,}|\\d+)(?:[.,'’]\\d+)?`,
  'g',
)

/**
 * Every number of a text that stands by itself: no part of a word, no footnote in brackets, no running number in
 * front of another (`1. 1 850 kg`).
 */
export function printedNumbers(text: string): readonly PrintedNumber[] {
  const found: PrintedNumber[] = []
  for (const { 0: match, index } of text.matchAll(digits)) {
    const [before, after] = [text.slice(0, index), text.slice(index + match.length)]
    const isPart = /[\p{L}\d*]$|\d[.,/]$/u.test(before) || /^(?:[*\d]|\/\d)/.test(after)
    const isFootnote = before.endsWith('(') && after.startsWith(')')
    const isRunning = /^\d{1,2}$/.test(match) && /^\s?[.)]\s/.test(after)
    const unit = unitAt(after)
    if (isPart || isFootnote || isRunning || (unit === undefined && /^\p{L}/u.test(after))) continue
    found.push({ text: match, index, lexical: readings(match), ...(unit === undefined ? {} : { unit }) })
  }
  return found
}

/** The numbers behind `1.`, `2:`, `axle 3:` by that running number; empty where a text has no such list. */
export function numbersByRow(text: string): ReadonlyMap<number, readonly PrintedNumber[]> {
  const marks = [...text.matchAll(/(?<![\d.,])(\d{1,2})\s?[.:)]\s+(?=[^\s])/g)]
  const rising = marks.filter(({ 1: number }, at) => Number(number) === at + 1)
  if (rising.length === 0 || rising.length !== marks.length) return new Map()
  return new Map(
    rising.map(({ 0: mark, index }, at) => {
      const from = index + mark.length
      const own = text.slice(from, rising[at + 1]?.index)
      return [at + 1, printedNumbers(own).map((one) => ({ ...one, index: one.index + from }))]
    }),
  )
}

/** The unit at the beginning of a text, in the catalogue's spelling. */
function unitAt(text: string): string | undefined {
  const trimmed = text.replace(/^[\s\u00a0\u202f[(]*/, '')
  const printed = longestFirst.find(
    (each) => trimmed.startsWith(each) && !/^[\p{L}\d/]/u.test(trimmed.slice(each.length)),
  )
  return printed === undefined ? undefined : spellings.get(printed)
}

function readings(printed: string): readonly string[] {
  const text = printed
    .replace(/[\s\u00a0\u202f\u2009'’]/g, '')
    .replace('−', '-')
    .replace(/^\+/, '')
  const marks = text.match(/[.,]/g) ?? []
  const [first, last] = [marks[0], marks.at(-1)]
  if (!first || !last) return [tidy(text)]
  // Two kinds of marks: the last divides. One kind several times: it groups.
  if (first !== last) return [tidy(text.replaceAll(first, '').replace(last, '.'))]
  if (marks.length > 1) return [tidy(text.replaceAll(first, ''))]
  const divided = tidy(text.replace(first, '.'))
  const mayGroup = /^-?[1-9]\d{0,2}[.,]\d{3}$/.test(text)
  return mayGroup ? [tidy(text.replace(first, '')), divided] : [divided]
}

function tidy(text: string): string {
  return text.replace(/^(-?)0+(?=\d)/, '$1')
}
