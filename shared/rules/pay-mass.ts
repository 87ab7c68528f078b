import { compare, subtract } from '../values/decimal.ts'
import { isCode } from './codes.ts'
import { isOver, zero } from './compare.ts'
import { type Found, found, kg } from './found.ts'
import { limit, shareOf } from './limits.ts'
import type { Reading } from './reading.ts'

/** Rule 21: a motor vehicle weighs more than its driver, and something of the laden mass is left to carry. */
export function* massesPlausible(vehicle: Reading): Iterable<Found> {
  const order = vehicle.number('massInRunningOrder')
  const motor = !vehicle.category?.base.startsWith('O')
  const least = motor ? limit('driverMass') : zero
  if (order && (compare(order.value, least) < 0 || compare(order.value, zero) === 0)) {
    yield found('running-order-too-small', [order], { mass: kg(order.value), least: kg(least) })
  }
  const [actual, laden] = [vehicle.number('actualMass'), vehicle.number('ladenMass')]
  if (!actual || !laden) return
  const payMass = subtract(laden.value, actual.value)
  const most = shareOf(laden.value, limit('payMassOddShare'))
  const args = {
    payMass: kg(payMass),
    actual: kg(actual.value),
    laden: kg(laden.value),
    most: kg(most),
  }
  if (compare(payMass, zero) === 0) yield found('pay-mass-none', [actual, laden], args)
  // An empty semi-trailer is a fifth of its laden mass: only a motor vehicle so light is odd.
  if (motor && isOver(payMass, most)) yield found('pay-mass-odd', [actual, laden], args)
}

/** Rule 39: item 13.3 belongs to alternative propulsion and has its own most. */
export function* alternativeMassFounded(vehicle: Reading): Iterable<Found> {
  const mass = vehicle.number('alternativeMass')
  if (!mass || !isOver(mass.value, zero)) return
  const sources = vehicle
    .rows('energyConvertors')
    .flatMap((convertor) => convertor.rows('energySources').flatMap((row) => row.text('energySource') ?? []))
  const electric = vehicle.text('pureElectric')
  const pure = electric?.value === 'Y'
  const alternative = pure || sources.some(({ value }) => isCode('alternativeFuel', value))
  const known = electric !== undefined || sources.length > 0
  if (known && !alternative) {
    yield found('alternative-mass-unfounded', [mass, ...sources], { mass: kg(mass.value) })
    return
  }
  const zeroEmission =
    pure || (sources.length > 0 && sources.every(({ value }) => isCode('zeroEmission', value)))
  const most = limit(zeroEmission ? 'zeroEmissionMassMost' : 'alternativeFuelMassMost')
  if (!isOver(mass.value, most)) return
  yield found('alternative-mass-over-limit', [mass], { mass: kg(mass.value), most: kg(most) })
}
