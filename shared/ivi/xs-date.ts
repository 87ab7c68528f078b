/** Whether a text has the form of a date at all, and whether the calendar has that day. */
export type ParsedMoment = 'malformed' | 'no-such-moment' | 'valid'

const zone = '(Z|[+-]\\d\\d:\\d\\d)?'
// Years have four digits or more, without leading zeros; nine are as many as libxml2 counts on every machine.
const day = '-?(\\d{4}|[1-9]\\d{4,8})-(\\d\\d)-(\\d\\d)'
const datePattern = new RegExp(`^${day}${zone}$`)
const dateTimePattern = new RegExp(`^${day}T(\\d\\d):(\\d\\d):(\\d\\d)(?:\\.(\\d+))?${zone}$`)

/** `xs:date`: `2026-02-28`, with or without a time zone. */
export function parseXsDate(text: string): ParsedMoment {
  const match = datePattern.exec(text)
  if (!match) return 'malformed'
  const [, year = '', month = '', dayOfMonth = '', offset] = match
  return isDay(year, month, dayOfMonth) && isZone(offset) ? 'valid' : 'no-such-moment'
}

/** `xs:dateTime`: `2026-02-28T13:35:10.500+02:00`; midnight at the end of a day is 24:00:00. */
export function parseXsDateTime(text: string): ParsedMoment {
  const match = dateTimePattern.exec(text)
  if (!match) return 'malformed'
  const [, year = '', month = '', dayOfMonth = '', hour = '', minute = '', second = '', fraction, offset] =
    match
  const isTime =
    (Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60) ||
    (hour === '24' && minute === '00' && second === '00' && Number(fraction ?? 0) === 0)
  return isDay(year, month, dayOfMonth) && isTime && isZone(offset) ? 'valid' : 'no-such-moment'
}

const daysOfMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function isDay(yearText: string, monthText: string, dayText: string): boolean {
  const year = Number(yearText)
  const month = Number(monthText)
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = month === 2 && leap ? 29 : (daysOfMonth[month - 1] ?? 0)
  return year > 0 && Number(dayText) >= 1 && Number(dayText) <= days
}

function isZone(offset: string | undefined): boolean {
  if (offset === undefined || offset === 'Z') return true
  const hours = Number(offset.slice(1, 3))
  const minutes = Number(offset.slice(4))
  return minutes < 60 && hours * 60 + minutes <= 14 * 60
}
