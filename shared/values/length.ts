import { type Decimal, parseDecimal } from './decimal.ts'

declare const unit: unique symbol

/** A length in millimetres, exact; negative only as a position in front of a reference point. */
export interface Millimetres extends Decimal {
  readonly [unit]: 'mm'
}

/** Takes the number as millimetres. */
export function millimetres(value: Decimal): Millimetres {
  return value as Millimetres
}

export const noLength: Millimetres = millimetres({ digits: 0n, scale: 0 })

/** Reads the lexical form of the message (`3450`); undefined where the text is no number or negative. */
export function parseMillimetres(text: string | undefined): Millimetres | undefined {
  const value = text === undefined ? undefined : parseDecimal(text)
  return value && value.digits >= 0n ? millimetres(value) : undefined
}
