import { assertNever } from '../assert-never.ts'
import { type Language, text } from '../messages.ts'
import type { ValueType } from './catalogue.ts'

type Limits = Omit<ValueType, 'codes'>

/** What a field takes, such as `whole number from 0 to 99999` or `text of at most 25 characters`. */
export function typeWords(type: Limits, language: Language): string {
  const say = (key: string, args = {}): string => text(language, `catalogue-types.${key}`, args) ?? key
  const { base, minInclusive: min = '', maxInclusive: max = '', fractionDigits: decimals = 0 } = type
  switch (base) {
    case 'date':
    case 'dateTime':
      return say(base)
    case 'int':
    case 'short':
      return say('whole', { min, max })
    case 'decimal':
      return say('decimal', { min, max, decimals })
    case 'string':
      return [lengthWords(type, say), type.pattern].filter(Boolean).join(', ')
    default:
      return assertNever(base)
  }
}

function lengthWords(
  { minLength, maxLength }: Limits,
  say: (key: string, args?: Readonly<Record<string, string | number>>) => string,
): string {
  if (maxLength === undefined) return say('text')
  return say(minLength === maxLength ? 'exactly' : 'at-most', { length: maxLength })
}
