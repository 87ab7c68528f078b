import type { Language } from '../../shared/messages.ts'

export interface Weekday {
  readonly short: string
  readonly long: string
}

/** A Monday, to count the days of a week from. */
const monday = Date.UTC(2026, 0, 5)
const dayLength = 86_400_000

/** `July 2026` of a day in it. */
export function monthText(day: string, language: Language): string {
  return format(language, { month: 'long', year: 'numeric' }).format(Date.parse(day))
}

/** From Monday on, as in all of Europe. */
export function weekdayNames(language: Language): readonly Weekday[] {
  const [short, long] = [format(language, { weekday: 'short' }), format(language, { weekday: 'long' })]
  return Array.from({ length: 7 }, (_, at) => {
    const day = monday + at * dayLength
    return { short: short.format(day).slice(0, 2), long: long.format(day) }
  })
}

function format(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC', calendar: 'gregory' })
}
