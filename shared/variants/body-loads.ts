import type { Loads, PlacedMass } from '../weights/loads.ts'
import type { BodyOption } from './definition.ts'
import { coversCategory, ofCategory, type Variant } from './variant.ts'

/**
 * Everything that a body puts on a vehicle of this category: its own loads and the masses of the options chosen.
 * `further` are masses of this one vehicle, as a configurator states them; one with the name of the body's or an
 * option's mass stands in its place. Undefined where the body states no loads and nothing is added.
 */
export function bodyLoads(
  variant: Variant,
  category: string,
  chosen: readonly string[],
  further: readonly PlacedMass[] = [],
): Loads | undefined {
  const own = ofCategory(variant.loadsByCategory, category) ?? variant.loads
  const added = variant.options.filter((option) => chosen.includes(option.id) && fits(option, category))
  const masses = [...(own?.masses ?? []), ...added.flatMap((option) => option.masses)]
  if (!own && masses.length === 0 && further.length === 0) return undefined
  const replaced = new Set(further.map(({ name }) => name))
  return {
    seats: [],
    ...own,
    masses: [...masses.filter(({ name }) => !replaced.has(name)), ...further],
  }
}

/** True where an option may stand on a vehicle of this category, or of none yet. */
export function fits(option: BodyOption, category: string): boolean {
  return !option.categories || category === '' || coversCategory(option.categories, category)
}
