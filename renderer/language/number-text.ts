import { type Language, localeOf } from '../../shared/language/languages.ts'

/** How a language writes decimals; values of the message stay lexical (`2645.5`) and are never rounded here. */
interface Marks {
  readonly decimal: string
  readonly group: string
}
const known = new Map<Language, Marks>()

/** Making a format costs a thousand times as much as using it. */
function marksOf(language: Language): Marks {
  const made = known.get(language)
  if (made) return made
  const parts = new Intl.NumberFormat(localeOf(language), { useGrouping: true }).formatToParts(1_234_567.5)
  const mark = (type: 'decimal' | 'group'): string => parts.find((part) => part.type === type)?.value ?? ''
  const marks = { decimal: mark('decimal') || '.', group: mark('group') }
  known.set(language, marks)
  return marks
}

const lexicalNumber = /^([+-]?)(\d*)(\.\d*)?$/

/** `26000.50` as `26,000.50` or `26.000,50`, digit for digit; what is no number stays as it is. */
export function showNumber(lexical: string, language: Language, grouped = true): string {
  const match = lexicalNumber.exec(lexical)
  if (!match) return lexical
  const [, sign = '', whole = '', fraction = ''] = match
  const marks = marksOf(language)
  // Four digits stay together, as in a year or a wheelbase typed from paper.
  const grouping = grouped && whole.length > 4
  const shown = grouping ? whole.replace(/\B(?=(\d{3})+$)/g, marks.group) : whole
  return sign + shown + fraction.replace('.', marks.decimal)
}

/**
 * What a person typed as the lexical form, or undefined where it is no number. The language's own marks win
 * (`2.645` is 2645 in German); the other mark is taken where it can mean nothing else (`12,5` in English).
 */
export function readNumber(typed: string, language: Language): string | undefined {
  // Spaces and apostrophes can mean nothing but groups.
  const text = typed.replace(/[\s\u00a0\u202f'’]/g, '').replace('−', '-')
  const { decimal, group } = marksOf(language)
  const whole = `[+-]?\\d{1,3}(?:\\${group}\\d{3})+`
  if (new RegExp(`^${whole}(?:\\${decimal}\\d*)?$`).test(text)) {
    return tidy(text.replaceAll(group, '').replace(decimal, '.'))
  }
  const plain = text.replace(/,/g, '.')
  return /^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(plain) ? tidy(plain) : undefined
}

/** What stands before the decimals. */
export function decimalMark(language: Language): string {
  return marksOf(language).decimal
}

/** No leading plus, no lonely point, no needless zeros in front. */
function tidy(text: string): string {
  const match = /^([+-]?)0*(\d*)(?:\.(\d*))?$/.exec(text)
  if (!match) return text
  const [, sign, whole, fraction] = match
  return `${sign === '-' ? '-' : ''}${whole || '0'}${fraction ? `.${fraction}` : ''}`
}
