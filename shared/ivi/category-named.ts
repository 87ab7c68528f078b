import { type Catalogue, valueType } from './catalogue.ts'

/**
 * A vehicle category as a person writes it: a code of the release in any case (`n2gs` → `N2GS`), or what several codes
 * begin with, such as `L5e` for L5e-A and L5e-B. Undefined where no code begins so.
 */
export function categoryNamed(catalogue: Catalogue, text: string): string | undefined {
  const wanted = text.trim().toLowerCase()
  const { codes = [] } = valueType(catalogue, 'VehicleCategoryCode')
  const whole = codes.find((code) => code.toLowerCase() === wanted)
  const family = /^\p{L}\d/u.test(wanted)
    ? codes.find((code) => code.toLowerCase().startsWith(wanted))
    : undefined
  return whole ?? family?.slice(0, wanted.length)
}
