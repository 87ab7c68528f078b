import facts from '../../schemas/rules/limits.json' with { type: 'json' }
import { type Decimal, decimal, multiply } from '../values/decimal.ts'

/** A number of `schemas/rules/limits.json`, where its unit and source stand. */
export function limit(name: keyof typeof facts): Decimal {
  return decimal(facts[name].value)
}

/** `percent` of a value. */
export function shareOf(value: Decimal, percent: Decimal): Decimal {
  return multiply(value, { digits: percent.digits, scale: percent.scale + 2 })
}
