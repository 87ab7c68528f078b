import { type Decimal, divide, type Rounding, subtract } from './decimal.ts'

const hundred = 100n

/**
 * (actual − expected) / expected in percent, negative where actual is smaller; undefined where expected is zero.
 * Compare limits with {@link exceedsPercent}, which does not round.
 */
export function percentDifference<Value extends Decimal>(
  actual: Value,
  expected: Value,
  fractionDigits = 2,
  rounding: Rounding = 'half-up',
): Decimal | undefined {
  const difference = subtract(actual, expected)
  const scaled: Decimal = { digits: difference.digits * hundred, scale: difference.scale }
  const magnitude: Decimal = {
    digits: expected.digits < 0n ? -expected.digits : expected.digits,
    scale: expected.scale,
  }
  return divide(scaled, magnitude, fractionDigits, rounding)
}

/**
 * True where |actual − expected| is more than `percent` of |expected|, exactly; equal to the limit is within it.
 * Against zero every difference exceeds.
 */
export function exceedsPercent<Value extends Decimal>(
  actual: Value,
  expected: Value,
  percent: Decimal,
): boolean {
  const difference = subtract(actual, expected)
  const scale = Math.max(difference.scale, expected.scale + percent.scale)
  const magnitude = (digits: bigint): bigint => (digits < 0n ? -digits : digits)
  const left = magnitude(difference.digits) * hundred * 10n ** BigInt(scale - difference.scale)
  const right =
    magnitude(expected.digits) * percent.digits * 10n ** BigInt(scale - expected.scale - percent.scale)
  return left > right
}
