import type { Language } from '../../shared/messages.ts'
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
  } else if (items.length > 0) terminal.out(inWords(items, language))
  if (items.length === 0) terminal.err(say(language, 'nothing-to-do'))
  return items.every(({ ok }) => ok) ? exitCodes.done : exitCodes.refused
}

function inWords(items: readonly BatchItem[], language: Language): string {
  const why = ({ problem, reasons }: BatchItem) =>
    problem ? problemLine(problem, language) : (reasons ?? []).map(({ text }) => text).join('; ')
  const rows: (readonly string[])[] = []
  let same = 0
  for (const [at, item] of items.entries()) {
    // What ended the batch is told once; the vehicles behind it all wait for the same.
    const before = items[at - 1]
    const repeats = item.problem?.batchGoesOn === false && before?.problem && why(before) === why(item)
    if (repeats) same += 1
    else if (item.vin) rows.push([item.vin, statusText(item.status, language), why(item)])
  }
  const steps = items.flatMap(({ problem }) => (problem && problemPart(problem, 'next', language)) || [])
  return [
    table(rows),
    ...(same > 0 ? [say(language, 'same-for-more', { count: same })] : []),
    // What concerns the whole act belongs to no vehicle.
    ...items.filter(({ vin }) => !vin).map(why),
    ...[...new Set(steps)].map((step) => say(language, 'next', { step })),
  ].join('\n')
}
