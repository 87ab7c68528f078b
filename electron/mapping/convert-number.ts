import type { ValueType } from '../../shared/ivi/catalogue.ts'
import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Cell } from '../../shared/spreadsheet/cell.ts'
import {
  type Decimal,
  formatDecimal,
  isWhole,
  multiply,
  parseDecimal,
  round,
  withoutTrailingZeros,
} from '../../shared/values/decimal.ts'
import type { Converter, MappingProfile } from './profile-schema.ts'
import { factorBetween, type Unit, unitNamed } from './units.ts'

type Numbers = MappingProfile['numbers']
export type NumberConverter = Extract<Converter, { as: 'number' }>

const groups: Readonly<Record<Numbers['group'], RegExp>> = {
  '.': /^[+-]?\d{1,3}(?:\.\d{3})+$/,
  ',': /^[+-]?\d{1,3}(?:,\d{3})+$/,
  ' ': /^[+-]?\d{1,3}(?: \d{3})+$/,
  "'": /^[+-]?\d{1,3}(?:['’]\d{3})+$/,
  '': /^$/,
}

/** `2.345,5` → `2345.5` by the given signs; undefined where groups stand in wrong places or signs are mixed. */
export function lexicalNumber(text: string, { decimal: point, group }: Numbers): string | undefined {
  const compact = text.replace(/[\u00a0\u202f\u2009]/g, ' ').replace(/^\u2212/, '-')
  const parts = compact.split(point)
  const [whole = '', fraction] = parts
  if (parts.length > 2 || (fraction !== undefined && !/^\d+$/.test(fraction))) return undefined
  const digits = groups[group].test(whole) ? whole.replace(/[.,'’ ]/g, '') : whole
  if (!/^[+-]?\d+$/.test(digits)) return undefined
  return fraction === undefined ? digits : `${digits}.${fraction}`
}

/** The number and the unit that somebody typed behind it. */
function apart(text: string): readonly [number: string, unit: string] {
  const match = /^([^\p{L}%]*\d)\s*([\p{L}%][\p{L}\d²³/%.]*)$/u.exec(text)
  return match ? [match[1] ?? '', match[2] ?? ''] : [text, '']
}

/**
 * A number cell holds its value whatever the sheet shows; of a text only the profile knows which sign is the decimal
 * one. The unit of the column becomes the field's, exactly; `own` is the field's.
 */
export function convertNumber(
  cell: Cell,
  convert: NumberConverter,
  numbers: Numbers,
  type: ValueType | undefined,
  own: Unit | undefined,
): Result<string> {
  const signs = { ...numbers, decimal: convert.decimal ?? numbers.decimal }
  // One sign cannot be both: a column of its own decimal sign groups with the other one.
  if (signs.decimal === signs.group) signs.group = signs.decimal === ',' ? '.' : ','
  const [text, unit] = apart(cell.text.trim())
  const wanted = convert.unit ?? own
  if (unit !== '' && wanted !== undefined && unitNamed(unit) !== wanted)
    return fail(problem('cell-other-unit', { value: cell.text, unit: wanted }))
  // Where the field has no unit, letters behind a number are none either.
  const bare = unit === '' || wanted !== undefined ? text : cell.text
  const lexical = cell.kind === 'number' ? bare : lexicalNumber(bare, signs)
  const value = lexical === undefined ? undefined : parseDecimal(lexical)
  if (!value) return fail(problem('cell-no-number', { value: cell.text, decimal: signs.decimal }))
  const scaled = inField(value, convert, own)
  const wantsWhole = type?.base === 'int' || type?.base === 'short'
  if (wantsWhole && !isWhole(scaled)) return fail(problem('cell-not-whole', { value: cell.text }))
  return ok(formatDecimal(scaled))
}

function inField(value: Decimal, convert: NumberConverter, own: Unit | undefined): Decimal {
  const factor = convert.unit && own ? factorBetween(convert.unit, own) : undefined
  const scaled = factor ? multiply(value, factor) : value
  return withoutTrailingZeros(convert.round === undefined ? scaled : round(scaled, convert.round))
}
