import { type IsoDate, isoDate } from '../../shared/values/iso-date.ts'

/** How a source writes its days; the order of day and month is the source's to tell, never ours to guess. */
export const dateForms = [
  'dd.mm.yyyy',
  'dd.mm.yy',
  'dd/mm/yyyy',
  'dd-mm-yyyy',
  'mm/dd/yyyy',
  'yyyy-mm-dd',
  'yyyy/mm/dd',
  'yyyymmdd',
] as const
export type DateForm = (typeof dateForms)[number]

const patterns = new Map<DateForm, RegExp>()

/** `dd.mm.yyyy` also takes `1.2.2026`; without separators every digit must be there. */
function patternOf(form: DateForm): RegExp {
  const known = patterns.get(form)
  if (known) return known
  const short = /[^dmy]/.test(form) ? '\\d{1,2}' : '\\d{2}'
  const source = form
    .replace(/[./-]/g, '\\$&')
    .replace('dd', `(?<day>${short})`)
    .replace('mm', `(?<month>${short})`)
    .replace('yyyy', '(?<year>\\d{4})')
    .replace('yy', '(?<year>\\d{2})')
  const pattern = new RegExp(`^${source}$`)
  patterns.set(form, pattern)
  return pattern
}

/** The day that a text states in this form; a time behind it is left aside, two digits of a year mean 20xx. */
export function parseDate(text: string, form: DateForm): IsoDate | undefined {
  const day = text.replace(/[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?$/, '')
  const parts = patternOf(form).exec(day)?.groups
  if (!parts) return undefined
  const year = Number(parts.year) + (form.includes('yyyy') ? 0 : 2000)
  return isoDate(year, Number(parts.month), Number(parts.day))
}
