import { type Decimal, parseDecimal } from './decimal.ts'

declare const unit: unique symbol

/** A mass in kilograms, exact. Sums and differences of masses stay masses. */
export interface Kilograms extends Decimal {
  readonly [unit]: 'kg'
}

/** Takes the number as kilograms. */
export function kilograms(value: Decimal): Kilograms {
  return value as Kilograms
}

export const noMass: Kilograms = kilograms({ digits: 0n, scale: 0 })

/** Reads the lexical form of the message (`2345`, `2345.5`); undefined where the text is no number or negative. */
export function parseKilograms(text: string | undefined): Kilograms | undefined {
  const value = text === undefined ? undefined : parseDecimal(text)
  return value && value.digits >= 0n ? kilograms(value) : undefined
}
