import { assertNever } from '../../shared/assert-never.ts'
import type { ValueType } from '../../shared/ivi/catalogue.ts'
import { checkValue } from '../../shared/ivi/check-value.ts'
import { type Problem, problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Cell } from '../../shared/spreadsheet/cell.ts'
import {
  decimal,
  formatDecimal,
  isWhole,
  multiply,
  parseDecimal,
  withoutTrailingZeros,
} from '../../shared/values/decimal.ts'
import { isoDate, parseIsoDate } from '../../shared/values/iso-date.ts'
import { parseVin } from '../../shared/values/vin.ts'
import { type Converter, type DateForm, type MappingProfile, unitFactor } from './profiles.ts'

type Numbers = MappingProfile['numbers']

/**
 * A cell as the message wants it. Nothing is guessed: decimal sign and date form are the profile's or the column's;
 * what does not fit is a problem that carries the value (`value`) and what would fit.
 */
export function convertCell(
  cell: Cell,
  convert: Converter,
  profile: MappingProfile,
  type: ValueType | undefined,
): Result<string> {
  const stored = refuseKind(cell)
  if (stored) return fail(stored)
  const converted = convertText(cell, convert, profile, type)
  if (!converted.ok) return converted
  const wrong = type && checkValue(type, converted.value)
  return wrong ? fail({ ...wrong, args: { value: cell.text, ...wrong.args } }) : converted
}

function refuseKind(cell: Cell): Problem | undefined {
  if (cell.kind === 'error') return problem('cell-error-value', { value: cell.text })
  if (cell.kind === 'formula-without-result')
    return problem('cell-formula-without-result', { value: cell.text })
  return undefined
}

function convertText(
  cell: Cell,
  convert: Converter,
  profile: MappingProfile,
  type: ValueType | undefined,
): Result<string> {
  const text = cell.text.trim()
  switch (convert.as) {
    case 'text':
      return refuseExponent(cell) ?? ok(convert.upperCase ? text.toUpperCase() : text)
    case 'vin': {
      const vin = parseVin(text.replace(/\s+/g, '').toUpperCase())
      return refuseExponent(cell) ?? (vin.ok ? ok(vin.value) : vin)
    }
    case 'number':
      return convertNumber(cell, text, convert, profile.numbers, type)
    case 'date':
      return convertDate(cell, text, convert.form ?? profile.dates.form)
    case 'code':
      return convertCode(
        text,
        convert.table ? profile.codeTables[convert.table] : undefined,
        convert.table ?? '',
      )
    case 'indicator':
      return convertIndicator(text, profile.indicators)
    default:
      return assertNever(convert)
  }
}

/** A spreadsheet that turned `219E01` into a number has lost the text for good; guessing it back would be a lie. */
function refuseExponent(cell: Cell): Result<never> | undefined {
  return cell.kind === 'number' && /e/i.test(cell.text)
    ? fail(problem('cell-exponent', { value: cell.text }))
    : undefined
}

function convertNumber(
  cell: Cell,
  text: string,
  convert: Extract<Converter, { as: 'number' }>,
  numbers: Numbers,
  type: ValueType | undefined,
): Result<string> {
  // A number cell is stored with a point whatever the sheet shows; only text follows the profile's writing.
  const lexical =
    cell.kind === 'number'
      ? text
      : lexicalNumber(text, { ...numbers, decimal: convert.decimal ?? numbers.decimal })
  const value = lexical === undefined ? undefined : parseDecimal(lexical)
  if (!value)
    return fail(problem('cell-no-number', { value: cell.text, decimal: convert.decimal ?? numbers.decimal }))
  const scaled = withoutTrailingZeros(
    convert.unit ? multiply(value, decimal(unitFactor(convert.unit))) : value,
  )
  const wantsWhole = type !== undefined && (type.base === 'int' || type.base === 'short')
  if (wantsWhole && !isWhole(scaled)) return fail(problem('cell-not-whole', { value: cell.text }))
  return ok(formatDecimal(scaled))
}

/** `2.345,5` → `2345.5` by the given signs; undefined where groups stand in wrong places or signs are mixed. */
function lexicalNumber(text: string, { decimal: point, group }: Numbers): string | undefined {
  const compact = group === ' ' ? text.replace(/[\u00a0\u202f]/g, ' ') : text
  const parts = compact.split(point)
  const [whole = '', fraction] = parts
  if (parts.length > 2 || (fraction !== undefined && !/^\d+$/.test(fraction))) return undefined
  const grouped = group && whole.includes(group)
  if (grouped && !new RegExp(`^-?\\d{1,3}(?:[${group}]\\d{3})+$`).test(whole)) return undefined
  const digits = grouped ? whole.replaceAll(group, '') : whole
  if (!/^-?\d+$/.test(digits)) return undefined
  return fraction === undefined ? digits : `${digits}.${fraction}`
}

const datePatterns: Readonly<
  Record<DateForm, { readonly pattern: RegExp; readonly order: readonly [number, number, number] }>
> = {
  'dd.mm.yyyy': { pattern: /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, order: [3, 2, 1] },
  'dd/mm/yyyy': { pattern: /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, order: [3, 2, 1] },
  'mm/dd/yyyy': { pattern: /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, order: [3, 1, 2] },
  'yyyy-mm-dd': { pattern: /^(\d{4})-(\d{2})-(\d{2})$/, order: [1, 2, 3] },
  yyyymmdd: { pattern: /^(\d{4})(\d{2})(\d{2})$/, order: [1, 2, 3] },
}

function convertDate(cell: Cell, text: string, form: DateForm): Result<string> {
  const stored = cell.kind === 'date' ? parseIsoDate(text.slice(0, 10)) : undefined
  if (stored) return ok(stored)
  const { pattern, order } = datePatterns[form]
  const match = pattern.exec(text)
  const [year, month, day] = order.map((at) => Number(match?.[at])) as [number, number, number]
  const date = match ? isoDate(year, month, day) : undefined
  return date ? ok(date) : fail(problem('cell-no-date', { value: cell.text, form }))
}

function convertCode(
  text: string,
  table: Readonly<Record<string, string>> | undefined,
  name: string,
): Result<string> {
  if (!table) return ok(text)
  const wanted = text.toLowerCase()
  const entry = Object.entries(table).find(([word]) => word.toLowerCase() === wanted)
  if (entry) return ok(entry[1])
  // The code itself is as good as its word.
  if (Object.values(table).includes(text)) return ok(text)
  return fail(
    problem('cell-not-in-table', {
      value: text,
      table: name,
      words: Object.keys(table).join(', ').slice(0, 300),
    }),
  )
}

function convertIndicator(text: string, { yes, no }: MappingProfile['indicators']): Result<string> {
  const among = (words: readonly string[]) => words.some((word) => word.toLowerCase() === text.toLowerCase())
  if (among(yes)) return ok('Y')
  if (among(no)) return ok('N')
  return fail(problem('cell-no-indicator', { value: text, yes: yes.join(', '), no: no.join(', ') }))
}
