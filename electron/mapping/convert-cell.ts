import { assertNever } from '../../shared/assert-never.ts'
import type { ValueType } from '../../shared/ivi/catalogue.ts'
import { checkValue } from '../../shared/ivi/check-value.ts'
import { codeOf } from '../../shared/ivi/code-words.ts'
import { type Problem, problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Cell } from '../../shared/spreadsheet/cell.ts'
import { normaliseVin } from '../../shared/spreadsheet/header-text.ts'
import { parseIsoDate } from '../../shared/values/iso-date.ts'
import { parseVin } from '../../shared/values/vin.ts'
import { convertNumber } from './convert-number.ts'
import { type DateForm, parseDate } from './date-forms.ts'
import type { Converter, MappingProfile } from './profile-schema.ts'
import type { Unit } from './units.ts'

/** What a field wants of its cell. */
export interface Wanted {
  /** Absent for facts of the record. */
  readonly type: ValueType | undefined
  /** Unit of the field. */
  readonly unit: Unit | undefined
}

/**
 * A cell as the message wants it. Nothing is guessed: decimal sign and date form are the profile's or the column's;
 * what does not fit is a problem that carries the value (`value`; a number also as it was read) and what would fit.
 */
export function convertCell(
  cell: Cell,
  convert: Converter,
  profile: MappingProfile,
  wanted: Wanted,
): Result<string> {
  const refused = refuseKind(cell, convert)
  if (refused) return fail(refused)
  const converted = convertText(cell, convert, profile, wanted)
  if (!converted.ok) return converted
  const wrong = wanted.type && checkValue(wanted.type, converted.value)
  return wrong
    ? fail({ ...wrong, args: { ...wrong.args, value: asUnderstood(cell.text, converted.value, convert) } })
    : converted
}

/** “10.007 is above 99.999” is a riddle to whoever meant ten: a number says how it was read. */
function asUnderstood(written: string, value: string, { as }: Converter): string {
  return as === 'number' && written.trim() !== value ? `${written.trim()} (= ${value})` : written
}

/** How spreadsheets show a number that was a text once, `219E01` for example. */
const exponent = /^[+-]?\d(?:[.,]\d+)?E[+-]?\d{1,3}$/i
const shownExponent = /^[+-]?\d(?:[.,]\d+)?E[+-]\d{2,3}$/i

/** What the spreadsheet lost or made of the cell by itself; guessing it back would be a lie. */
function refuseKind(cell: Cell, convert: Converter): Problem | undefined {
  const { kind, text } = cell
  if (kind === 'error') return problem('cell-error-value', { value: text })
  if (kind === 'formula-without-result') return problem('cell-formula-without-result', { value: text })
  if (kind === 'number' && exponent.test(text)) return problem('cell-exponent', { value: text })
  if (kind === 'text' && shownExponent.test(text.trim())) return problem('cell-exponent', { value: text })
  if (kind === 'date' && convert.as !== 'date') return problem('cell-is-date', { value: text })
  return undefined
}

function convertText(
  cell: Cell,
  convert: Converter,
  profile: MappingProfile,
  { type, unit }: Wanted,
): Result<string> {
  const text = cell.text.trim()
  switch (convert.as) {
    case 'text':
      return ok(convert.upperCase ? text.toUpperCase() : text)
    case 'vin':
      return parseVin(normaliseVin(text))
    case 'number':
      return convertNumber(cell, convert, profile.numbers, type, unit)
    case 'date':
      // Year first is never another day.
      if (convert.yearFirstToo && parseIsoDate(text)) return ok(text)
      return convertDate(cell, text, convert.form ?? profile.dates.form)
    case 'code':
      if (convert.words && type?.codes) return convertWord(text, type)
      return convert.table === undefined ? ok(text) : convertCode(text, profile, convert.table)
    case 'indicator':
      return convertIndicator(text, profile.indicators)
    default:
      return assertNever(convert)
  }
}

function convertDate(cell: Cell, text: string, form: DateForm): Result<string> {
  const date = cell.kind === 'date' ? parseIsoDate(text.slice(0, 10)) : parseDate(text, form)
  return date ? ok(date) : fail(problem('cell-no-date', { value: cell.text, form }))
}

type Table = ReadonlyMap<string, string>
const tables = new WeakMap<object, Table>()

/** Words as they are compared; the code itself is as good as its word. */
function tableOf(entries: Readonly<Record<string, string>>): Table {
  const known = tables.get(entries)
  if (known) return known
  const table = new Map(Object.values(entries).map((code) => [comparable(code), code]))
  for (const [word, code] of Object.entries(entries)) table.set(comparable(word), code)
  tables.set(entries, table)
  return table
}

function comparable(word: string): string {
  return word.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()
}

function convertCode(text: string, profile: MappingProfile, name: string): Result<string> {
  const entries = profile.codeTables[name] ?? {}
  const code = tableOf(entries).get(comparable(text))
  if (code !== undefined) return ok(code)
  const words = Object.keys(entries).join(', ')
  return fail(problem('cell-not-in-table', { value: text, table: name, words: words.slice(0, 300) }))
}

function convertWord(text: string, type: ValueType): Result<string> {
  const code = codeOf(type, text)
  if (code !== undefined) return ok(code)
  const known = (type.codes ?? []).toSorted((a, b) => sharedStart(b, text) - sharedStart(a, text))
  const codes = known.slice(0, 12).join(', ') + (known.length > 12 ? ', …' : '')
  return fail(problem('cell-no-code', { value: text, codes }))
}

/** How many letters two words begin alike: among many codes those that were meant come first. */
function sharedStart(one: string, other: string): number {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()]
  let at = 0
  while (at < a.length && a[at] === b[at]) at += 1
  return at
}

function convertIndicator(text: string, { yes, no }: MappingProfile['indicators']): Result<string> {
  const among = (words: readonly string[]) => words.some((word) => comparable(word) === comparable(text))
  if (among(yes)) return ok('Y')
  if (among(no)) return ok('N')
  return fail(problem('cell-no-indicator', { value: text, yes: yes.join(', '), no: no.join(', ') }))
}
