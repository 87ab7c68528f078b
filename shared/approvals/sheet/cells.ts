import { type Problem, problem } from '../../problem.ts'
import { fail, ok, type Result } from '../../result.ts'
import type { Cell } from '../../spreadsheet/cell.ts'
import { isoDate, parseIsoDate } from '../../values/iso-date.ts'
import { any } from '../approval.ts'
import { sameExtension } from '../number.ts'
import { noneMark } from './columns.ts'

/** The cell's text without blanks around it; a formula that failed is a problem. */
export function readText({ text, kind }: Cell): Result<string> {
  if (kind === 'error' || kind === 'formula-without-result')
    return fail(problem('approval-cell-error', { value: text || '=' }))
  return ok(text.trim())
}

/** A day: a date cell, `2026-10-31`, or as all of Europe types it, day first. */
export function readDay({ text, kind }: Cell): Result<string> {
  const trimmed = text.trim()
  const day =
    parseIsoDate(kind === 'date' ? trimmed.slice(0, 10) : trimmed) ??
    ((parts) => parts && isoDate(Number(parts[3]), Number(parts[2]), Number(parts[1])))(
      /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(trimmed),
    )
  return day ? ok(day) : fail(problem('approval-cell-no-day', { value: text }))
}

/** A whole number; groups of three digits may be parted where the cell is text. */
export function readFigure({ text, kind }: Cell): Result<number> {
  const trimmed = text.trim()
  const grouped = kind !== 'number' && /^\d{1,3}([.,'’ \u00a0\u202f])\d{3}(?:\1\d{3})*$/.test(trimmed)
  const digits = grouped ? trimmed.replace(/\D/g, '') : trimmed
  const value = /^\d{1,7}$/.test(digits) ? Number(digits) : Number.NaN
  return value <= 1_000_000 ? ok(value) : fail(problem('approval-cell-no-figure', { value: text }))
}

/** Parted by commas, semicolons or line breaks; a dash alone is a list of nothing. */
export function readList(text: string): readonly string[] {
  if (text === noneMark || text === '-') return []
  return text
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter(Boolean)
}

const span = /^(\d{1,3})\s*(?:-|–|to|bis)\s*(\d{1,3})$/

/** `08, 09` or `08 to 11`; a star alone stands for all. */
export function readExtensions(cell: Cell): Result<readonly string[]> {
  const wrong: Problem = problem('approval-cell-no-extension', { value: cell.text })
  const read: string[] = []
  for (const part of readList(cell.text.trim())) {
    const [, from, to] = span.exec(part) ?? []
    if (part === any) read.push(any)
    else if (from !== undefined && to !== undefined && Number(from) <= Number(to))
      for (let at = Number(from); at <= Number(to); at += 1) read.push(sameExtension(String(at)))
    else if (/^\d{1,3}$/.test(part)) read.push(sameExtension(part))
    else return fail(wrong)
  }
  return read.length > 0 && read.length <= 200 ? ok([...new Set(read)]) : fail(wrong)
}
