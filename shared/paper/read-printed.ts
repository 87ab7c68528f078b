import words from '../../schemas/completion/printed-words.json' with { type: 'json' }
import type { ValueType } from '../ivi/catalogue.ts'
import { checkValue } from '../ivi/check-value.ts'
import { codeLabel } from '../ivi/facts.ts'
import { languages } from '../language/languages.ts'
import { type Problem, problem } from '../problem.ts'
import { printedDays } from './printed-day.ts'
import type { PrintedField } from './printed-field.ts'
import type { PrintedNumber } from './printed-number.ts'

/** What a printed text means for a field, or why it can mean nothing. */
export type Reading =
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'none'; readonly problem: Problem }

const bare = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase()

/** A number in the field's own unit; two readings where a mark may group or divide and the field takes both. */
export function readNumber(field: PrintedField, { text, lexical, unit }: PrintedNumber): readonly Reading[] {
  if (unit !== undefined && field.unit !== '' && unit !== field.unit && !field.unit.includes(unit))
    return [none(problem('suggestion-other-unit', { value: text, unit, wanted: field.unit }))]
  const { type } = field.entry
  const valid = lexical.filter((value) => !checkValue(type, value))
  if (valid.length > 0) return valid.map((value) => ({ kind: 'value', value }))
  return [none(checkValue(type, lexical[0] ?? text) ?? problem('value-not-a-number', { value: text }))]
}

/** A text as the field's type wants it: a day, a code by its letters or its words, yes or no, or the text itself. */
export function readText({ entry: { type } }: PrintedField, printed: string): Reading {
  const text = printed.replace(/\s+/g, ' ').trim()
  const value = isIndicator(type)
    ? indicator(text)
    : type.codes
      ? code(type, text)
      : type.base === 'date'
        ? printedDays(text)[0]?.day
        : text
  const wrong = checkValue(type, value ?? text)
  return wrong ? none(wrong) : { kind: 'value', value: value ?? text }
}

const none = (found: Problem): Reading => ({ kind: 'none', problem: found })

function isIndicator({ codes }: ValueType): boolean {
  return codes?.length === 2 && codes.includes('Y') && codes.includes('N')
}

function indicator(text: string): string | undefined {
  const [first = ''] = bare(text).split(/[\s,;./(]/)
  if (words.yes.words.includes(first)) return 'Y'
  return words.no.words.includes(first) ? 'N' : undefined
}

/** The one code that a text means; undefined where it means none or several. */
function code(type: ValueType, text: string): string | undefined {
  const wanted = bare(text)
  const parts = text.split(/[^\p{L}\p{N}]+/u)
  const labels = (type.codes ?? []).map((each) => ({
    code: each,
    words: languages()
      .flatMap((language) => codeLabel(type.name, each, language) ?? [])
      .map(bare),
  }))
  const ways: readonly ((one: (typeof labels)[number]) => boolean)[] = [
    (one) => one.code === (/^(.+?)\s+[–—-]\s/.exec(text)?.[1] ?? text.trim()),
    (one) => bare(one.code) === wanted || one.words.includes(wanted),
    (one) => one.words.some((label) => label.length > 3 && ` ${wanted} `.includes(` ${label} `)),
    (one) => one.code.length > 1 && parts.includes(one.code),
  ]
  for (const way of ways) {
    const found = labels.filter(way)
    if (found.length === 1) return found[0]?.code
    if (found.length > 1) return undefined
  }
  return undefined
}
