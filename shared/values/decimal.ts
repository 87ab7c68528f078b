/**
 * Exact decimal numbers: `digits` / 10^`scale`. Masses, lengths and factors of a certificate are compared and
 * converted with these, never with floating point, since a rounding error there is a wrong legal statement.
 */
export interface Decimal {
  readonly digits: bigint
  /** Digits behind the point; never negative. */
  readonly scale: number
}

/** Longer texts are no measured value and would only cost time. */
const longest = 60
const lexical = /^([+-]?)(\d*)(?:\.(\d*))?$/

/** Reads the lexical form of xs:decimal (point, no exponent, no grouping); undefined where the text is none. */
export function parseDecimal(text: string): Decimal | undefined {
  if (text.length > longest) return undefined
  const match = lexical.exec(text)
  if (!match) return undefined
  const [, sign = '', whole = '', fraction = ''] = match
  if (whole === '' && fraction === '') return undefined
  const digits = BigInt(whole + fraction)
  return { digits: sign === '-' ? -digits : digits, scale: fraction.length }
}

/** A literal of the code or of a fact file; throws for what is no decimal. */
export function decimal(value: string | number | bigint): Decimal {
  const parsed = parseDecimal(String(value))
  if (!parsed) throw new Error(`no decimal: ${value}`)
  return parsed
}

/** The lexical form with exactly the digits that the value carries: `2345.50` stays `2345.50`. */
export function formatDecimal(value: Decimal): string {
  const negative = value.digits < 0n
  const digits = (negative ? -value.digits : value.digits).toString().padStart(value.scale + 1, '0')
  const cut = digits.length - value.scale
  const text = value.scale === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`
  return negative ? `-${text}` : text
}

/** The same number without zeros at the end of its fraction: `2345.50` becomes `2345.5`. */
export function withoutTrailingZeros<Value extends Decimal>(value: Value): Value {
  let { digits, scale } = value
  while (scale > 0 && digits % 10n === 0n) {
    digits /= 10n
    scale -= 1
  }
  return { ...value, digits, scale }
}

function scaledTo(value: Decimal, scale: number): bigint {
  return value.digits * 10n ** BigInt(scale - value.scale)
}

/** Sum of two values of the same unit. */
export function add<Value extends Decimal>(a: Value, b: Value): Value {
  const scale = Math.max(a.scale, b.scale)
  return { ...a, digits: scaledTo(a, scale) + scaledTo(b, scale), scale }
}

/** Sum of values of the same unit; `zero` carries the unit and is the sum of none. */
export function sum<Value extends Decimal>(values: Iterable<Value>, zero: Value): Value {
  let total = zero
  for (const value of values) total = add(total, value)
  return total
}

export function negate<Value extends Decimal>(value: Value): Value {
  return { ...value, digits: -value.digits }
}

export function absolute<Value extends Decimal>(value: Value): Value {
  return value.digits < 0n ? negate(value) : value
}

export function subtract<Value extends Decimal>(a: Value, b: Value): Value {
  return add(a, negate(b))
}

/** A value times a plain factor; the unit is the value's. */
export function multiply<Value extends Decimal>(value: Value, factor: Decimal): Value {
  return { ...value, digits: value.digits * factor.digits, scale: value.scale + factor.scale }
}

/** Negative, zero or positive, as `Array.prototype.sort` wants it. `2345.5` and `2345.50` are equal. */
export function compare<Value extends Decimal>(a: Value, b: Value): -1 | 0 | 1 {
  const scale = Math.max(a.scale, b.scale)
  const [left, right] = [scaledTo(a, scale), scaledTo(b, scale)]
  return left < right ? -1 : left > right ? 1 : 0
}

export function isZero(value: Decimal): boolean {
  return value.digits === 0n
}

/** `half-up` rounds a half away from zero, as the type-approval acts do; `down` and `up` go toward and from zero. */
export type Rounding = 'half-up' | 'down' | 'up'

/** a / b with a fixed number of digits behind the point; undefined where b is zero. The unit is a's. */
export function divide<Value extends Decimal>(
  a: Value,
  b: Decimal,
  fractionDigits: number,
  rounding: Rounding = 'half-up',
): Value | undefined {
  if (b.digits === 0n) return undefined
  let [over, under] = [a.digits * 10n ** BigInt(fractionDigits + b.scale), b.digits * 10n ** BigInt(a.scale)]
  if (under < 0n) [over, under] = [-over, -under]
  const away = over < 0n ? -1n : 1n
  const rest = (over % under) * away
  let digits = over / under
  if (rounding === 'up' ? rest > 0n : rounding === 'half-up' && rest * 2n >= under) digits += away
  return { ...a, digits, scale: fractionDigits }
}

/** The value with at most `fractionDigits` digits behind the point. */
export function round<Value extends Decimal>(
  value: Value,
  fractionDigits: number,
  rounding: Rounding = 'half-up',
): Value {
  if (value.scale <= fractionDigits) return value
  return divide(value, { digits: 1n, scale: 0 }, fractionDigits, rounding) ?? value
}

/** True where nothing but zeros stands behind the point. */
export function isWhole(value: Decimal): boolean {
  return value.digits % 10n ** BigInt(value.scale) === 0n
}
