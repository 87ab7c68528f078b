import { compare, type Decimal, subtract } from '../values/decimal.ts'
import { axleCapacity } from './axle-masses.ts'
import { bodyworkCodes, isBodywork } from './bodywork.ts'
import { isCode } from './codes.ts'
import { everyRow, isOver, total } from './compare.ts'
import { type Found, found, kg } from './found.ts'
import { limit, shareOf } from './limits.ts'
import type { Reading } from './reading.ts'
import type { Given, Scope } from './scope.ts'

/** Rule 18: the first axle of M1 and N1. */
export function* frontAxleOfLightVehicle(vehicle: Reading): Iterable<Found> {
  const front = inOrder(vehicle).slice(0, 1)
  const share = limit(vehicle.category?.base === 'M1' ? 'frontShareM1' : 'frontShareN1')
  yield* frontBearsItsShare(vehicle, front, share)
}

/** Rule 19: the steered axles in front of the others. */
export function* frontAxlesOfHeavyVehicle(vehicle: Reading): Iterable<Found> {
  const axles = inOrder(vehicle)
  const first = axles.findIndex((axle) => axle.text('axleSteered')?.value !== 'Y')
  const front = axles.slice(0, first < 0 ? axles.length : first)
  yield* frontBearsItsShare(
    vehicle,
    front,
    limit(isArticulatedCityBus(vehicle) ? 'frontShareArticulated' : 'frontShareHeavy'),
  )
}

/** (EU) 2021/535 Annex XIII Part 2 C 2.3.3.1: class I, four axles or more of which two are steered. */
function isArticulatedCityBus(vehicle: Reading): boolean {
  const axles = vehicle.rows('axles')
  return (
    bodyworkCodes(vehicle).some(({ value }) => isBodywork('articulatedBus', value)) &&
    vehicle
      .rows('bodies')
      .some((body) =>
        body.rows('vehicleClasses').some((row) => isCode('classOne', row.text('vehicleClass')?.value)),
      ) &&
    axles.length >= 4 &&
    axles.filter((axle) => axle.text('axleSteered')?.value === 'Y').length === 2
  )
}

function inOrder(vehicle: Reading): readonly Scope[] {
  const number = (axle: Scope) => Number(axle.number('axleNumber')?.value.digits ?? 0n)
  return vehicle.rows('axles').toSorted((a, b) => number(a) - number(b))
}

function* frontBearsItsShare(vehicle: Reading, front: readonly Scope[], share: Decimal): Iterable<Found> {
  const laden = vehicle.number('ladenMass')
  const masses = everyRow(front, 'axleMass')
  if (!laden || !masses) return
  const carried = total(masses)
  const least = shareOf(laden.value, share)
  const args = { laden: kg(laden.value), least: kg(least) }
  if (compare(carried, least) < 0) {
    yield found('front-axle-too-weak', [...first(masses), laden], { ...args, front: kg(carried) })
    return
  }
  const paths = new Set(masses.map(({ path }) => path))
  const all = axleCapacity(vehicle)
  const rear = all?.parts.filter(({ path }) => !paths.has(path)) ?? []
  // A group over front and rear axles leaves open what each end carries.
  if (!all || all.parts.length - rear.length !== masses.length || rear.length === 0) return
  const rest = subtract(laden.value, total(rear))
  if (compare(rest, least) >= 0) return
  yield found('front-share-by-calculation', [laden, ...rear], {
    ...args,
    rear: kg(total(rear)),
    rest: kg(rest),
  })
}

function first(masses: readonly Given<Decimal>[]): [string, ...string[]] {
  const [one = '', ...others] = masses.map(({ path }) => path)
  return [one, ...others]
}

/** Rule 20. */
export function* poweredAxles(vehicle: Reading): Iterable<Found> {
  const laden = vehicle.number('ladenMass')
  const rows = vehicle.rows('axles')
  const powered = rows.filter((axle) => axle.text('axlePowered')?.value === 'Y')
  const masses = everyRow(powered, 'axleMass')
  if (!laden || !masses || rows.some((axle) => !axle.has('axlePowered'))) return
  const carried = total(masses)
  const least = shareOf(laden.value, limit('poweredShare'))
  if (!isOver(least, carried)) return
  yield found('powered-axles-too-weak', [...first(masses), laden], {
    powered: kg(carried),
    least: kg(least),
    laden: kg(laden.value),
  })
}
