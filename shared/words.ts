import { assertNever } from './assert-never.ts'
import { type Language, text } from './messages.ts'
import type { Problem } from './problem.ts'
import type { Why } from './record/views.ts'
import { describe } from './rules/explain.ts'

/** A problem in one line, for tables and for cells of a spreadsheet. */
export function problemLine(problem: Problem, language: Language): string {
  const heading = text(language, `${problem.code}.heading`, problem.args) ?? problem.code
  const explanation = text(language, `${problem.code}.explanation`, problem.args) ?? ''
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
