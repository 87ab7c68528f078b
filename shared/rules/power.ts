import { add, compare, type Decimal, multiply } from '../values/decimal.ts'
import { bodyworkCodes, isBodywork } from './bodywork.ts'
import { isCode } from './codes.ts'
import { isOver, largest, someRows, total } from './compare.ts'
import { type Found, found, kg, plain } from './found.ts'
import { limit } from './limits.ts'
import type { Reading } from './reading.ts'
import type { Given } from './scope.ts'

/** Rule 35: enough power for what the vehicle may weigh with its trailer. */
export function* powerForTheMass(vehicle: Reading): Iterable<Found> {
  const laden = vehicle.number('ladenMass')
  const bodies = vehicle.rows('towing').flatMap((row) => row.rows('towedBodies'))
  const mass = largest(someRows(bodies, 'combinationMass')) ?? laden
  const power = powerOf(vehicle)
  if (!mass || !power) return
  const tractor = bodyworkCodes(vehicle).some(({ value }) => isBodywork('roadTractor', value))
  const perTonne = limit(tractor ? 'powerPerTonneTractor' : 'powerPerTonne')
  const needed = multiply(perTonne, { digits: mass.value.digits, scale: mass.value.scale + 3 })
  if (!isOver(needed, power.value)) return
  yield found('power-too-low', [power, mass], {
    power: kilowatts(power.value),
    mass: kg(mass.value),
    least: kilowatts(needed),
  })
}

function kilowatts(value: Decimal): string {
  return `${plain(value)} kW`
}

/** The strongest engine; where there is none, all electric machines together. */
function powerOf(vehicle: Reading): Given<Decimal> | undefined {
  const sources = vehicle.rows('energyConvertors').flatMap((row) => row.rows('energySources'))
  const engine = largest(someRows(sources, 'combustionPower'))
  if (engine) return engine
  const machines = someRows(sources, 'electricPower')
  const [one] = machines
  return vehicle.number('consolidatedElectricPower') ?? (one && { value: total(machines), path: one.path })
}

/** Rule 34. */
export function* feedLinePressure(vehicle: Reading): Iterable<Found> {
  const [least, most] = [limit('feedLineLeast'), limit('feedLineMost')]
  for (const row of vehicle.rows('trailerBrakes')) {
    const pressure = row.number('feedLinePressure')
    if (!pressure || !isCode('pneumaticBrake', row.text('trailerBrakeTechnology')?.value)) continue
    if (compare(pressure.value, least) >= 0 && compare(pressure.value, most) <= 0) continue
    yield found('feed-line-pressure', [pressure], {
      pressure: `${plain(pressure.value)} kPa`,
      least: `${plain(least)} kPa`,
      most: `${plain(most)} kPa`,
    })
  }
}

/** Rule 62: the test mass lies between the lightest vehicle of the version and the laden one. */
export function* testMassPlausible(vehicle: Reading): Iterable<Found> {
  // The base's is no statement about this vehicle; that ours is missing is told by itself.
  const test = vehicle.own.number('testMass')
  const order = vehicle.number('massInRunningOrder')
  const laden = vehicle.number('ladenMass')
  if (!test || !order || !laden) return
  const actual = vehicle.number('actualMass')
  const least = add(order.value, limit('testMassOverRunningOrder'))
  const from = actual && isOver(actual.value, least) ? actual.value : least
  if (compare(test.value, from) >= 0 && compare(test.value, laden.value) <= 0) return
  yield found('test-mass-implausible', [test, order, laden], {
    test: kg(test.value),
    from: kg(from),
    to: kg(laden.value),
  })
}
