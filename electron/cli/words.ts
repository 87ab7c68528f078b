import { type Arguments, type Language, text } from '../../shared/messages.ts'
import type { Place, Problem } from '../../shared/problem.ts'
import type { Status } from '../../shared/record/status.ts'
import { fieldLabel } from '../../shared/rules/field-label.ts'
import { rowsText } from '../../shared/template/template-header.ts'
import { problemLine, problemPart } from '../../shared/words.ts'

/** The command line's own words. */
export function say(language: Language, key: string, args: Arguments = {}): string {
  return text(language, `cli.${key}`, args) ?? key
}

export function statusText(status: Status, language: Language): string {
  return text(language, `status.${status}`) ?? status
}

/** A signature's worth in a word. */
export function signatureState(
  { present, valid }: { readonly present: boolean; readonly valid: boolean },
  language: Language,
): string {
  return say(language, present ? (valid ? 'valid' : 'not-valid') : 'none')
}

/** A problem in words: what happened and where, why, what to do. */
export function problemText(problem: Problem, language: Language): string {
  const part = (name: 'heading' | 'explanation' | 'next') => problemPart(problem, name, language) ?? ''
  const heading = part('heading') || problem.code
  const where = placeText(problem.where, heading, language)
  return [where ? `${where}: ${heading}` : heading, part('explanation'), part('next')]
    .filter(Boolean)
    .join('\n  ')
}

/** For machines: the code and its arguments stay, and the words are there for whoever reads along. */
export function withWords(problem: Problem, language: Language): Problem & { readonly text: string } {
  return { ...problem, text: problemLine(problem, language) }
}

/** Where it is, without what the heading names already. */
function placeText(place: Place | undefined, heading: string, language: Language): string {
  if (!place) return ''
  const { file, sheet, column, row, line, vin, path } = place
  const isLetter = /^[A-Z]{1,3}$/.test(column ?? '')
  const parts = [
    file,
    sheet,
    column && row && isLetter ? `${column}${row}` : column,
    row && !isLetter ? say(language, 'place.row', { row }) : '',
    line && !row ? say(language, 'place.line', { line }) : '',
    vin,
    path && fieldText(path, language),
  ]
  return parts.filter((part) => part && !heading.includes(part)).join(' · ')
}

/** A field as the form calls it, with the rows that it stands in; machines have its path in the JSON. */
function fieldText(path: string, language: Language): string {
  const rows = rowsText(path, language)
  return rows ? `${rows}: ${fieldLabel(path, language)}` : fieldLabel(path, language)
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
