import valueForms from '../../schemas/ivi/value-forms.json' with { type: 'json' }
import { assertNever } from '../assert-never.ts'
import { type Problem, problem } from '../problem.ts'
import type { ValueType } from './catalogue.ts'
import { parseXsDate, parseXsDateTime } from './xs-date.ts'
import { compareDecimals, parseXsDecimal } from './xs-decimal.ts'

/** What XML 1.0 cannot carry, not even escaped; spreadsheets bring vertical tabs along. */
const forbidden = /[\p{Cc}--[\t\n\r\u007f-\u009f]]|[\ufffe\uffff]|\p{Surrogate}/v

/**
 * The value as the message keeps it: XML Schema ignores white space around numbers and dates, and keeps it in text.
 */
export function normaliseValue(type: ValueType, text: string): string {
  return type.base === 'string' ? text : text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '')
}

/**
 * What is wrong with a value, or undefined where the schema accepts it. It decides as libxml2 does, so that the form
 * and the importer say the same as the check before signing, only in words. Codes begin with `value-`.
 */
export function checkValue(type: ValueType, text: string): Problem | undefined {
  return checkCharacters(text) ?? checkBase(type, text) ?? checkPattern(type, text) ?? checkCodes(type, text)
}

/** A character that no XML file can hold, whatever the field's type. */
export function checkCharacters(text: string): Problem | undefined {
  const found = forbidden.exec(text)
  if (!found) return undefined
  const code = found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
  return problem('value-forbidden-character', { character: `U+${code}`, position: found.index + 1 })
}

function checkBase(type: ValueType, text: string): Problem | undefined {
  switch (type.base) {
    case 'string':
      return checkLength(type, text)
    case 'decimal':
    case 'int':
    case 'short':
      return checkNumber(type, normaliseValue(type, text))
    case 'date':
      return checkMoment(parseXsDate(normaliseValue(type, text)), 'value-not-a-date', text)
    case 'dateTime':
      return checkMoment(parseXsDateTime(normaliseValue(type, text)), 'value-not-a-date-time', text)
    default:
      return assertNever(type.base)
  }
}

function checkLength(type: ValueType, text: string): Problem | undefined {
  if (type.minLength === undefined && type.maxLength === undefined) return undefined
  // XML Schema counts characters, JavaScript halves of an emoji.
  const length = /[\ud800-\udfff]/.test(text) ? [...text].length : text.length
  if (length === 0 && (type.minLength ?? 0) > 0) return problem('value-empty')
  if (length < (type.minLength ?? 0)) {
    return problem('value-too-short', { value: clip(text), length, min: type.minLength ?? 0 })
  }
  // A code that is too long is first of all no code.
  if (type.codes || length <= (type.maxLength ?? length)) return undefined
  return problem('value-too-long', { value: clip(text), length, max: type.maxLength ?? 0 })
}

const baseLimits: Readonly<Record<string, { readonly min?: string; readonly max?: string }>> = {
  decimal: {},
  short: { min: '-32768', max: '32767' },
  int: { min: '-2147483648', max: '2147483647' },
}

function checkNumber(type: ValueType, text: string): Problem | undefined {
  const value = clip(text)
  if (text === '') return problem('value-empty')
  const number = parseXsDecimal(text)
  if (!number) {
    return /^[+-]?\d+,\d+$/.test(text)
      ? problem('value-decimal-comma', { value, instead: text.replace(',', '.') })
      : problem(type.base === 'decimal' ? 'value-not-a-number' : 'value-not-a-whole-number', { value })
  }
  if (type.base !== 'decimal' && text.includes('.')) return problem('value-not-a-whole-number', { value })
  if (number.fraction.length > (type.fractionDigits ?? number.fraction.length)) {
    return problem('value-too-many-decimals', { value, max: type.fractionDigits ?? 0 })
  }
  const min = type.minInclusive ?? baseLimits[type.base]?.min
  const max = type.maxInclusive ?? baseLimits[type.base]?.max
  if (min !== undefined && compareDecimals(text, min) < 0) return problem('value-too-small', { value, min })
  if (max !== undefined && compareDecimals(text, max) > 0) return problem('value-too-big', { value, max })
  if (number.whole.length + number.fraction.length > (type.totalDigits ?? Number.POSITIVE_INFINITY)) {
    return problem('value-too-many-digits', { value, max: type.totalDigits ?? 0 })
  }
  return undefined
}

function checkMoment(
  parsed: 'malformed' | 'no-such-moment' | 'valid',
  malformedCode: string,
  text: string,
): Problem | undefined {
  if (parsed === 'valid') return undefined
  if (text.trim() === '') return problem('value-empty')
  return problem(parsed === 'malformed' ? malformedCode : 'value-no-such-date', { value: clip(text) })
}

const patterns = new Map<string, RegExp>()
/** Patterns are told in words, never as such. */
const forms: Readonly<Record<string, string>> = valueForms.forms

function checkPattern(type: ValueType, text: string): Problem | undefined {
  if (type.pattern === undefined) return undefined
  let compiled = patterns.get(type.pattern)
  if (!compiled) {
    compiled = new RegExp(`^(?:${type.pattern})$`, 'u')
    patterns.set(type.pattern, compiled)
  }
  if (compiled.test(text)) return undefined
  const alphabet = /^\[([^\]^\\]+)\]\+$/.exec(type.pattern)?.[1]
  return alphabet
    ? problem('value-foreign-characters', {
        value: clip(text),
        allowed: alphabet.replace(/(.-.)/g, '$1 ').trim(),
      })
    : problem('value-not-in-form', { value: clip(text), form: forms[type.pattern] ?? 'schema' })
}

function checkCodes(type: ValueType, text: string): Problem | undefined {
  if (!type.codes || type.codes.includes(text)) return undefined
  if (text === '') return problem('value-empty')
  const shown = type.codes.slice(0, 12).join(', ') + (type.codes.length > 12 ? ', …' : '')
  return problem('value-not-a-code', { value: clip(text), codes: shown })
}

function clip(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`
}
