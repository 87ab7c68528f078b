import { assertNever } from '../assert-never.ts'
import type { ValueType } from '../ivi/catalogue.ts'
import { parseXsDateTime } from '../ivi/xs-date.ts'
import { parseXsDecimal } from '../ivi/xs-decimal.ts'

/**
 * A text that two values share exactly where they mean the same: `2540` and `2540.0`, a moment in two time zones, a
 * text with other white space. Empty where nothing is said. What its type does not allow means itself.
 */
export function meaningOf(type: ValueType | undefined, value: string): string {
  const text = value.trim()
  if (!type) return text
  switch (type.base) {
    case 'decimal':
    case 'int':
    case 'short':
      return numberMeaning(text)
    case 'date':
      // A time zone moves no day of a certificate.
      return text.replace(/(Z|[+-]\d\d:\d\d)$/, '')
    case 'dateTime':
      return momentMeaning(text)
    case 'string':
      return text.replace(/\s+/g, ' ').normalize('NFC')
    default:
      return assertNever(type.base)
  }
}

function numberMeaning(text: string): string {
  const number = parseXsDecimal(text)
  if (!number) return text
  const { negative, whole, fraction } = number
  return `${negative ? '-' : ''}${whole || '0'}${fraction ? `.${fraction}` : ''}`
}

const moment = /^(.*T\d\d:\d\d:\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)?$/

/** The instant where a zone tells it, to the last digit of its second; a local time stays one. */
function momentMeaning(text: string): string {
  const [, seconds = '', fraction = '', zone] = moment.exec(text) ?? []
  if (!seconds || parseXsDateTime(text) !== 'valid') return text
  const digits = fraction.replace(/0+$/, '')
  const at = zone ? Date.parse(seconds + zone) : Date.parse(`${seconds}Z`)
  if (Number.isNaN(at)) return text
  return `${at / 1000}${digits ? `.${digits}` : ''}${zone ? '' : ' local'}`
}
