import { addDays, type IsoDate, isoDate } from '../../shared/values/iso-date.ts'

/** Six weeks from Monday to Sunday that hold the month of this day. */
export function weeksAround(day: IsoDate): readonly (readonly IsoDate[])[] {
  const first = `${day.slice(0, 8)}01` as IsoDate
  const monday = addDays(first, -((weekday(first) + 6) % 7))
  return Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (_, at) => addDays(monday, week * 7 + at)),
  )
}

/** The same day so many months on; the last one of a month that is shorter. */
export function addMonths(day: IsoDate, months: number): IsoDate {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const count = year * 12 + (month - 1) + months
  for (let shorter = date; shorter > 27; shorter -= 1) {
    const found = isoDate(Math.floor(count / 12), (count % 12) + 1, shorter)
    if (found) return found
  }
  return isoDate(Math.floor(count / 12), (count % 12) + 1, date) ?? day
}

/** Where a key leads in a calendar, as the pattern of accessible date dialogs has it; undefined for other keys. */
export function dayByKey(day: IsoDate, key: string, isShift: boolean): IsoDate | undefined {
  const intoWeek = (weekday(day) + 6) % 7
  switch (key) {
    case 'ArrowLeft':
      return addDays(day, -1)
    case 'ArrowRight':
      return addDays(day, 1)
    case 'ArrowUp':
      return addDays(day, -7)
    case 'ArrowDown':
      return addDays(day, 7)
    case 'Home':
      return addDays(day, -intoWeek)
    case 'End':
      return addDays(day, 6 - intoWeek)
    case 'PageUp':
      return addMonths(day, isShift ? -12 : -1)
    case 'PageDown':
      return addMonths(day, isShift ? 12 : 1)
    default:
      return undefined
  }
}

function weekday(day: IsoDate): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}
