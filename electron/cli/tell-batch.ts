import type { BatchItem } from '../../shared/record/views.ts'
import { problemLine, problemPart } from '../../shared/words.ts'
import type { Invocation } from './options.ts'
import { type ExitCode, exitCodes } from './verb.ts'
import { say, statusText, table } from './words.ts'

/** Each vehicle's outcome, one a line, and what to do about those held up; the exit code says whether all went well. */
export function tellBatch(items: readonly BatchItem[], { terminal, json, language }: Invocation): ExitCode {
  if (json) {
    const told = items.map((item) => ({
      ...item,
      ...(item.problem ? { text: problemLine(item.problem, language) } : {}),
    }))
    terminal.out(JSON.stringify(told, null, 2))
  } else if (items.length > 0) {
    const rows = items.map(({ vin, status, problem, reasons }) => [
      vin,
      statusText(status, language),
      problem ? problemLine(problem, language) : (reasons ?? []).map(({ text }) => text).join('; '),
    ])
    terminal.out(table(rows))
    const steps = items.flatMap(({ problem }) =>
      problem ? problemPart(problem, 'next', language) || [] : [],
    )
    for (const step of new Set(steps)) terminal.out(say(language, 'next', { step }))
  }
  if (items.length === 0) terminal.err(say(language, 'nothing-to-do'))
  return items.every(({ ok }) => ok) ? exitCodes.done : exitCodes.refused
}
