import facts from '../../schemas/spreadsheet/units.json' with { type: 'json' }
import { type Decimal, decimal, divide } from '../../shared/values/decimal.ts'

export type Unit = keyof typeof facts.units
export const units = Object.keys(facts.units) as [Unit, ...Unit[]]

const namesOfUnits = new Map<string, Unit>()
for (const unit of units) {
  for (const name of [unit, ...facts.units[unit].also]) namesOfUnits.set(name.toLowerCase(), unit)
}

/** The unit that a text names, such as `m2` for m². */
export function unitNamed(text: string): Unit | undefined {
  return namesOfUnits.get(text.trim().toLowerCase())
}

/** True for what stands in a header's brackets as a unit, also one that nothing is converted from. */
export function namesUnit(text: string): boolean {
  return unitNamed(text) !== undefined || facts.onlyNames.includes(text.trim().toLowerCase())
}

/** What a number in one unit is multiplied with to be one in the other; undefined where they measure different things. */
export function factorBetween(from: Unit, to: Unit): Decimal | undefined {
  const [a, b] = [facts.units[from], facts.units[to]]
  return a.quantity === b.quantity ? divide(decimal(a.factor), decimal(b.factor), 9) : undefined
}

/** The unit that the others of its quantity are counted in. */
export function isBaseUnit(unit: Unit): boolean {
  return facts.units[unit].factor === '1'
}
