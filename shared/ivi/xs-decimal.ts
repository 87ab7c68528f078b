/** A decimal by its digits, without leading and trailing zeros, so that no rounding can creep in. */
export interface DecimalDigits {
  readonly negative: boolean
  readonly whole: string
  readonly fraction: string
}

const decimal = /^([+-]?)(?:(\d+)(?:\.(\d*))?|\.(\d+))$/

/** The digits of an `xs:decimal` (`1`, `1.`, `.5`, `+01.50`), or undefined where the text is none. */
export function parseXsDecimal(text: string): DecimalDigits | undefined {
  const match = decimal.exec(text)
  if (!match) return undefined
  const whole = (match[2] ?? '').replace(/^0+/, '')
  const fraction = (match[3] ?? match[4] ?? '').replace(/0+$/, '')
  return { negative: match[1] === '-' && whole + fraction !== '', whole, fraction }
}

/** Below, at or above zero, as `left` is below, at or above `right`. Both must be decimals. */
export function compareDecimals(left: string, right: string): number {
  const a = digitsOf(left)
  const b = digitsOf(right)
  if (a.negative !== b.negative) return a.negative ? -1 : 1
  const size =
    a.whole.length - b.whole.length ||
    compareText(a.whole, b.whole) ||
    // Aligned at the point, digits sort as text.
    compareText(a.fraction, b.fraction)
  return a.negative ? -size : size
}

function digitsOf(text: string): DecimalDigits {
  const digits = parseXsDecimal(text)
  if (!digits) throw new Error(`not a decimal: ${text}`)
  return digits
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}
