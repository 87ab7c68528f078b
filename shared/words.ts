import { assertNever } from './assert-never.ts'
import { type Language, text } from './messages.ts'
import type { Problem } from './problem.ts'
import type { Why } from './record/views.ts'
import { describe } from './rules/explain.ts'
import { fieldLabel } from './rules/field-label.ts'

/** One part of a problem's words, if the catalogue has it; an argument `field` that is a path becomes the field's label. */
export function problemPart(
  { code, args }: Problem,
  part: 'heading' | 'explanation' | 'next',
  language: Language,
): string | undefined {
  const field = args?.field
  const spoken =
    typeof field === 'string' && field.includes('/') ? { ...args, field: fieldLabel(field, language) } : args
  return text(language, `${code}.${part}`, spoken)
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
