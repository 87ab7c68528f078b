declare const brand: unique symbol

/** A calendar day `YYYY-MM-DD`. Text order is time order. */
export type IsoDate = string & { readonly [brand]: 'iso-date' }

const form = /^(\d{4})-(\d{2})-(\d{2})$/
const dayLength = 86_400_000

/** Reads `YYYY-MM-DD`; undefined for another form and for days that no calendar has. */
export function parseIsoDate(text: string): IsoDate | undefined {
  const match = form.exec(text)
  return match ? isoDate(Number(match[1]), Number(match[2]), Number(match[3])) : undefined
}

/** Reads an xs:date or xs:dateTime value of a message; a time and a time zone are left aside. */
export function dayOfXml(text: string): IsoDate | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T[\d:.]+)?(?:Z|[+-]\d{2}:\d{2})?$/.exec(text)
  return match?.[1] ? parseIsoDate(match[1]) : undefined
}

/** The day of the Gregorian calendar, or undefined where there is none such. */
export function isoDate(year: number, month: number, day: number): IsoDate | undefined {
  if (!Number.isInteger(year) || year < 1 || year > 9999) return undefined
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) {
    return undefined
  }
  return date.toISOString().slice(0, 10) as IsoDate
}

/** The day of an instant in UTC. */
export function utcDay(instant: Date): IsoDate {
  return instant.toISOString().slice(0, 10) as IsoDate
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return utcDay(new Date(Date.parse(date) + days * dayLength))
}

/** Days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayLength)
}
