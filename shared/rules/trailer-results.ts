import { compare } from '../values/decimal.ts'
import { isBodywork, supplements } from './bodywork.ts'
import { clear, type Found, found } from './found.ts'
import { limit } from './limits.ts'
import type { Reading } from './reading.ts'
import type { PathName, Scope } from './scope.ts'

const results: readonly PathName[] = [
  'cargoVolume',
  'volumeOrientation',
  'efficiencyPerKilometre',
  'efficiencyPerTonneKilometre',
  'efficiencyPerCubicMetre',
]

type Vehicle = Scope & Pick<Reading, 'category'>

/** Whether (EU) 2022/1362 asks for results of the trailer tool; undefined where the certificate does not tell. */
export function isInTrailerScope(vehicle: Vehicle): boolean | undefined {
  const base = vehicle.category?.base
  if (base !== 'O3' && base !== 'O4') return false
  const laden = vehicle.number('ladenMass')
  const axles = vehicle.number('axleCount')
  const body = supplements(vehicle)
  if (!laden || !axles || body.length === 0) return undefined
  return (
    body.some(({ value }) => isBodywork('boxTrailer', value)) &&
    compare(laden.value, limit('trailerToolLadenMass')) >= 0 &&
    compare(axles.value, limit('trailerToolAxles')) <= 0
  )
}

/** Rule 85: items 49.9 to 49.11 stand on box-shaped trailers within the act and on no other. */
export function* trailerResultsInScope(vehicle: Reading): Iterable<Found> {
  if (isInTrailerScope(vehicle) !== false) return
  const stated = results.flatMap((name) => (vehicle.has(name) ? [vehicle.at(name)] : []))
  const [first, ...others] = stated
  if (first === undefined) return
  const args = { category: vehicle.text('category')?.value ?? '' }
  yield found('trailer-result-out-of-scope', [first, ...others], args, clear(stated))
}
