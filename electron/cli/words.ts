import type { Language } from '../../shared/messages.ts'
import type { Place, Problem } from '../../shared/problem.ts'
import { problemPart } from '../../shared/words.ts'

/** A problem in words: what happened and where, why, what to do. */
export function problemText(problem: Problem, language: Language): string {
  const say = (part: 'heading' | 'explanation' | 'next') => problemPart(problem, part, language) ?? ''
  const where = placeText(problem.where)
  const head = `${where ? `${where}: ` : ''}${say('heading') || problem.code}`
  return [head, say('explanation'), say('next')].filter(Boolean).join('\n  ')
}

function placeText(place: Place | undefined): string {
  if (!place) return ''
  const cell = place.column && place.row ? `${place.column}${place.row}` : place.row ? `${place.row}` : ''
  return [place.file, place.sheet, cell, place.line ? `${place.line}` : '', place.vin, place.path]
    .filter(Boolean)
    .join(' · ')
}

/** Columns as wide as their widest cell; the last one runs free. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths: number[] = []
  for (const row of rows)
    for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, cell.length)
  return rows
    .map((row) =>
      row
        .map((cell, at) => (at === row.length - 1 ? cell : cell.padEnd(widths[at] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
