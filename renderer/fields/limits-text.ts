import type { ValueType } from '../../shared/ivi/catalogue.ts'
import type { Language } from '../../shared/messages.ts'
import { showNumber } from '../language/number-text.ts'
import type { Words } from '../language/words.ts'
import { fieldKind } from './field-kind.ts'

/** What a field takes, in short: `0 to 999,999`, `0 to 99.99, up to 2 decimals`, `at most 25 characters`, `one of 18 codes`. */
export function limitsText(type: ValueType, t: Words, language: Language): string {
  if (fieldKind(type) === 'indicator') return t('limits.indicator')
  if (type.codes) return t('limits.codes', { count: type.codes.length })
  if (type.base === 'date') return t('limits.date')
  if (type.base === 'string') {
    if (type.minLength !== undefined && type.minLength === type.maxLength) {
      return t('limits.exactly', { count: type.maxLength })
    }
    return type.maxLength === undefined ? '' : t('limits.at-most', { count: type.maxLength })
  }
  if (type.minInclusive === undefined || type.maxInclusive === undefined) return ''
  const between = t('limits.between', {
    min: showNumber(type.minInclusive, language),
    max: showNumber(type.maxInclusive, language),
  })
  const { fractionDigits = 0 } = type
  return fractionDigits > 0 ? `${between}, ${t('limits.decimals', { count: fractionDigits })}` : between
}
