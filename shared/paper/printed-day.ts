import words from '../../schemas/completion/printed-words.json' with { type: 'json' }
import { type IsoDate, isoDate } from '../values/iso-date.ts'

/** A day as it is printed. */
export interface PrintedDay {
  readonly text: string
  readonly index: number
  readonly day: IsoDate
}

const bare = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/\.$/, '')

const months: ReadonlyMap<string, number> = new Map(
  words.dateLanguages.flatMap((language) =>
    Array.from({ length: 12 }, (_, month) => month).flatMap((month) =>
      (['long', 'short'] as const).flatMap((style) => {
        const format = new Intl.DateTimeFormat(language, { day: 'numeric', month: style, timeZone: 'UTC' })
        const parts = format.formatToParts(Date.UTC(2026, month, 1))
        const name = parts.find(({ type }) => type === 'month')?.value ?? ''
        return [[bare(name), month + 1] as const]
      }),
    ),
  ),
)

const forms: readonly [form: RegExp, read: (parts: readonly string[]) => IsoDate | undefined][] = [
  [/(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/g, ([y, m, d]) => isoDate(Number(y), Number(m), Number(d))],
  // Day first, as in all of Europe.
  [
    /(?<!\d)(\d{1,2})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{4})(?!\d)/g,
    ([d, m, y]) => isoDate(Number(y), Number(m), Number(d)),
  ],
  [
    /(?<!\d)(\d{1,2})\.?\s+(?:de\s+)?(\p{L}{3,})\.?\s+(?:de\s+)?(\d{4})(?!\d)/gu,
    ([d, name, y]) => isoDate(Number(y), months.get(bare(name ?? '')) ?? 0, Number(d)),
  ],
]

/** Every day of a text that the calendar has. */
export function printedDays(text: string): readonly PrintedDay[] {
  return forms
    .flatMap(([form, read]) =>
      [...text.matchAll(form)].flatMap((match) => {
        const day = read(match.slice(1))
        return day ? [{ text: match[0], index: match.index, day }] : []
      }),
    )
    .sort((a, b) => a.index - b.index)
}
