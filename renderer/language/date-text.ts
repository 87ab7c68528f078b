import { type Language, localeOf } from '../../shared/language/languages.ts'
import { isoDate, parseIsoDate } from '../../shared/values/iso-date.ts'

/** Months stand as words in English, since 03/04 is read both ways there. */
const dayForms = {
  en: { day: '2-digit', month: 'short', year: 'numeric' },
  de: { day: '2-digit', month: '2-digit', year: 'numeric' },
} as const
const dayForm = (language: Language): Intl.DateTimeFormatOptions => dayForms[language === 'en' ? 'en' : 'de']
const minutes: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' }

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making a format costs a thousand times as much as using it. */
function formatOf(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(localeOf(language), options)
  formats.set(key, made)
  return made
}

/** `2026-07-16` as `16 Jul 2026` or `16.07.2026`; what is no day stays as it is. */
export function showDay(lexical: string, language: Language): string {
  const day = parseIsoDate(lexical)
  return day ? formatOf(language, { ...dayForm(language), timeZone: 'UTC' }).format(Date.parse(day)) : lexical
}

/** An instant as local day and minute. */
export function showInstant(iso: string, language: Language): string {
  const at = Date.parse(iso)
  if (Number.isNaN(at)) return iso
  return formatOf(language, { ...dayForm(language), ...minutes }).format(at)
}

/** The same to the second, for moments that are told apart; what is no moment stays as it is. */
export function showMoment(iso: string, language: Language): string {
  const at = Date.parse(iso)
  if (Number.isNaN(at)) return iso
  return formatOf(language, { ...dayForm(language), ...minutes, second: '2-digit' }).format(at)
}

/** An instant as a clerk would say it: the time today, the day before that. */
export function showRecent(iso: string, language: Language, now: Date): string {
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) return iso
  const isToday = at.toDateString() === now.toDateString()
  return formatOf(language, isToday ? minutes : dayForm(language)).format(at)
}

const monthNames: ReadonlyMap<string, number> = new Map(
  (['en-GB', 'de-DE'] as const).flatMap((locale) =>
    Array.from({ length: 12 }, (_, month): [string, number] => [
      new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' })
        .format(Date.UTC(2026, month, 1))
        .slice(0, 3)
        .toLowerCase(),
      month + 1,
    ]),
  ),
)

/**
 * A day as people type it (`2026-07-16`, `16.7.2026`, `16/07/26`, `16 Jul 2026`), day first as in all of Europe, to
 * `YYYY-MM-DD`; undefined where no calendar has it.
 */
export function readDay(typed: string): string | undefined {
  const text = typed.trim()
  const iso = parseIsoDate(text)
  if (iso) return iso
  const numeric = /^(\d{1,2})[./\- ] ?(\d{1,2})[./\- ] ?(\d{2}|\d{4})\.?(?: г\.)?$/.exec(text)
  if (numeric) return isoDate(century(numeric[3]), Number(numeric[2]), Number(numeric[1]))
  const yearFirst = /^(\d{4})[./\- ] ?(\d{1,2})[./\- ] ?(\d{1,2})\.?$/.exec(text)
  if (yearFirst) return isoDate(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]))
  const worded = /^(\d{1,2})[. ]+([a-zä]{3,})\.? (\d{4})$/i.exec(text)
  const month = monthNames.get((worded?.[2] ?? '').slice(0, 3).toLowerCase())
  return worded && month ? isoDate(Number(worded[3]), month, Number(worded[1])) : undefined
}

function century(year: string | undefined): number {
  const number = Number(year)
  return number < 100 ? 2000 + number : number
}
