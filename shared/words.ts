import { assertNever } from './assert-never.ts'
import { slipOf } from './first-issue.ts'
import { inLanguage, type ShippedLanguage } from './language/languages.ts'
import { type Language, text } from './messages.ts'
import type { Problem } from './problem.ts'
import type { Why } from './record/views.ts'
import { describe, localised } from './rules/explain.ts'
import { fieldLabel } from './rules/field-label.ts'

/** Arguments that are names of the program's, and where their words stand. */
const named: Readonly<Record<string, string>> = {
  status: 'status',
  from: 'status',
  to: 'status',
  role: 'roles',
}
/** The same without quotation marks. */
const described: Readonly<Record<string, string>> = { form: 'value-forms' }

const quotes: Readonly<Record<ShippedLanguage, readonly [string, string]>> = {
  en: ['“', '”'],
  de: ['„', '“'],
}

const moment = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?Z$/

/** A moment of a certificate or a log as people read it; anything else stays as it is. */
export function momentInWords(text: string): string {
  return text.replace(moment, '$1 $2 UTC')
}

/** One part of a problem's words, if the catalogue has it; fields, states and roles are called as screens call them. */
export function problemPart(
  { code, args }: Problem,
  part: 'heading' | 'explanation' | 'next',
  language: Language,
): string | undefined {
  const spoken = Object.entries(args ?? {}).map(([name, value]) => [name, inWords(name, value, language)])
  return text(language, `${code}.${part}`, Object.fromEntries(spoken))
}

function inWords(name: string, value: string | number, language: Language): string | number {
  if (typeof value !== 'string') return value
  if (name === 'field' && value.includes('/')) return fieldLabel(value, language)
  if (name === 'paths')
    return value
      .split(', ')
      .map((path) => fieldLabel(path, language))
      .join(', ')
  if (moment.test(value)) return momentInWords(value)
  const form = described[name] && text(language, `${described[name]}.${value}`)
  if (form) return form
  const slip = slipOf(value)
  if (slip) return text(language, `json-slips.${slip.name}`, { what: slip.what }) ?? value
  const words = named[name] && text(language, `${named[name]}.${value}`)
  const [open, close] = inLanguage(quotes, language)
  return words ? `${open}${words}${close}` : localised(value, language)
}

/** A problem in one line, for tables and for cells of a spreadsheet. */
export function problemLine(problem: Problem, language: Language): string {
  const heading = problemPart(problem, 'heading', language) ?? problem.code
  const explanation = problemPart(problem, 'explanation', language) ?? ''
  return explanation ? `${heading}: ${explanation}` : heading
}

/** What holds a vehicle up, in words; empty where nothing does. */
export function whyText(why: Why | undefined, language: Language): string {
  if (!why) return ''
  switch (why.kind) {
    case 'problem':
      return problemLine(why.problem, language)
    case 'finding':
      return describe(why.finding, language)
    case 'reason':
      return why.text
    default:
      return assertNever(why)
  }
}
