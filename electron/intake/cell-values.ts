import type { Cell, CellValue } from 'exceljs'
import type { KindLetter } from '../../shared/spreadsheet/cell.ts'
import { formatDecimal, parseDecimal, withoutTrailingZeros } from '../../shared/values/decimal.ts'
import { clearDay, clearPercent } from './number-formats.ts'

/** exceljs' number for a formula cell. */
const formulaType = 6

/** From here on a double no longer holds every digit, so a long order number has already lost some. */
const firstUnsafe = 1e15

/**
 * The exact decimal of a stored number, which is the shortest one of its double: what the spreadsheet shows
 * (96.299999999999997 is 96.3). A number too large to be exact keeps an exponent, so that nobody takes it for a value.
 */
export function numberText(value: number): string {
  if (Math.abs(value) >= firstUnsafe) return value.toExponential().toUpperCase()
  const text = String(value)
  const match = text.includes('e') ? /^(-?)(\d)(?:\.(\d+))?e-(\d+)$/.exec(text) : undefined
  if (!match) return text
  const [, sign = '', first = '', rest = '', exponent = ''] = match
  return `${sign}0.${'0'.repeat(Number(exponent) - 1)}${first}${rest}`
}

/**
 * A day as `YYYY-MM-DD`, with `THH:MM:SS` where the cell has a time. The parts are those of UTC: a spreadsheet's days
 * have no time zone. Undefined outside of what a spreadsheet can show.
 */
export function dayText(date: Date): string | undefined {
  const time = date.getTime()
  const known = knownDays.get(time)
  if (known !== undefined) return known
  const text = writeDay(date)
  if (knownDays.size > 5000) knownDays.clear()
  if (text !== undefined) knownDays.set(time, text)
  return text
}

/** A sheet repeats its days in thousands of rows. */
const knownDays = new Map<number, string>()

function writeDay(date: Date): string | undefined {
  const instant = new Date(Math.round(date.getTime() / 1000) * 1000)
  const year = instant.getUTCFullYear()
  if (!(year >= 1900 && year <= 9999)) return undefined
  const text = instant.toISOString()
  return text.slice(11, 19) === '00:00:00' ? text.slice(0, 10) : text.slice(0, 19)
}

/** Spreadsheets escape characters that XML has no place for as `_x000D_`, and the escape itself as `_x005F_`. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}

export type Value = readonly [text: string, kind: KindLetter]
const nothing: Value = ['', '-']
const withoutResult: Value = ['', 'f']

function textValue(text: string): Value {
  return text === '' ? nothing : [unescapeText(text), 't']
}

const daySeconds = 86_400_000

/** A formula's result under a date format comes as a number; the days of both date systems count from here. */
function dayOfSerial(serial: number, date1904: boolean): Date {
  return new Date(Math.round((serial - 25_569 + (date1904 ? 1462 : 0)) * daySeconds))
}

/** A cell's value in words of its own: a formula stands for its result, rich text and links for their words. */
export function valueOfCell(cell: Cell, date1904: boolean): Value {
  const [text, kind] = storedValue(cell, date1904)
  // Whoever sees 45% does not mean 0.45: with its sign the number says what it is.
  return kind === 'n' && cell.numFmt === clearPercent ? [percentText(text), kind] : [text, kind]
}

function percentText(text: string): string {
  const number = parseDecimal(text)
  if (!number) return text
  return `${formatDecimal(withoutTrailingZeros({ ...number, digits: number.digits * 100n }))}%`
}

function storedValue(cell: Cell, date1904: boolean): Value {
  const { value } = cell
  const day = cell.numFmt === clearDay
  // A formula's value leaves out a result that is 0, empty or false; the cell itself has it.
  if (cell.type === formulaType) return resultValue(cell.result, day, date1904)
  if (typeof value === 'object' && value !== null && !(value instanceof Date)) {
    if ('error' in value) return [String(value.error), 'x']
    if ('richText' in value) return textValue(value.richText.map(({ text }) => text ?? '').join(''))
    // A cell that shares another's formula comes as a bare object.
    if ('formula' in value) return resultValue(value.result, day, date1904)
    return 'text' in value ? textValue(String(value.text)) : ['', 'x']
  }
  return plainValue(value, day, date1904)
}

function resultValue(result: CellValue | undefined, day: boolean, date1904: boolean): Value {
  return result === undefined || result === null ? withoutResult : plainValue(result, day, date1904)
}

function plainValue(value: CellValue | undefined, day: boolean, date1904: boolean): Value {
  if (value === null || value === undefined) return nothing
  if (typeof value === 'string') return textValue(value)
  if (typeof value === 'boolean') return [value ? 'TRUE' : 'FALSE', 'b']
  if (typeof value === 'number') {
    // exceljs reads a formula's error, whichever, as NaN.
    if (Number.isNaN(value)) return ['#ERROR!', 'x']
    const date = day ? dayText(dayOfSerial(value, date1904)) : undefined
    return date === undefined ? [numberText(value), 'n'] : [date, 'd']
  }
  const date = value instanceof Date ? dayText(value) : undefined
  return date === undefined ? ['#NUM!', 'x'] : [date, 'd']
}
