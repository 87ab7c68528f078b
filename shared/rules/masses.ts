import { add, type Decimal, decimal, multiply, subtract } from '../values/decimal.ts'
import { isBodywork, isSpecialPurpose, specialPurposes } from './bodywork.ts'
import { isCode } from './codes.ts'
import { isOver, largest, someRows, zero } from './compare.ts'
import { type Found, found, kg, plain } from './found.ts'
import { limit } from './limits.ts'
import type { Reading } from './reading.ts'
import type { Given } from './scope.ts'

/** Rule 1. */
export function* actualMassWithinLaden(vehicle: Reading): Iterable<Found> {
  const [actual, laden] = [vehicle.number('actualMass'), vehicle.number('ladenMass')]
  if (!actual || !laden || !isOver(actual.value, laden.value)) return
  yield found('actual-mass-over-laden', [actual, laden], {
    actual: kg(actual.value),
    laden: kg(laden.value),
    excess: kg(subtract(actual.value, laden.value)),
  })
}

/** Rule 2. */
export function* actualMassNotBelowRunningOrder(vehicle: Reading): Iterable<Found> {
  const [actual, order] = [vehicle.number('actualMass'), vehicle.number('massInRunningOrder')]
  if (!actual || !order || !isOver(order.value, actual.value)) return
  yield found('actual-mass-below-running-order', [actual, order], {
    actual: kg(actual.value),
    runningOrder: kg(order.value),
  })
}

/** Rule 3: M1 and N1 must carry themselves and everybody in their seats; the towing load is a warning. */
export function* ladenMassCarriesSeats(vehicle: Reading): Iterable<Found> {
  const load = seatedLoad(vehicle)
  if (!load) return
  if (isOver(load.seated, load.laden.value)) {
    yield found('seats-over-laden', [load.actual, load.seats, load.laden], load.args)
  } else if (load.coupling && isOver(load.withCoupling, load.laden.value)) {
    const at = [load.actual, load.coupling, load.seats, load.laden] as const
    yield found('seats-and-coupling-over-laden', at, load.args)
  }
}

/** Rule 4: N2 and N3 the same with the load on the coupling, fifth wheel included. */
export function* ladenMassCarriesSeatsAndCoupling(vehicle: Reading): Iterable<Found> {
  const load = seatedLoad(vehicle)
  if (!load || !isOver(load.withCoupling, load.laden.value)) return
  const code = isSpecialPurpose(vehicle) ? 'load-over-laden-special' : 'load-over-laden'
  const coupling = load.coupling ? [load.coupling] : []
  yield found(code, [load.actual, load.laden, load.seats, ...coupling], load.args)
}

interface SeatedLoad {
  readonly actual: Given<Decimal>
  readonly seats: Given<Decimal>
  readonly laden: Given<Decimal>
  readonly coupling: Given<Decimal> | undefined
  readonly seated: Decimal
  readonly withCoupling: Decimal
  readonly args: Readonly<Record<string, string>>
}

/** The driver is in the mass in running order already, so one seat fewer counts. */
function seatedLoad(vehicle: Reading): SeatedLoad | undefined {
  const actual = vehicle.number('actualMass')
  const seats = vehicle.number('seats')
  const laden = vehicle.number('ladenMass')
  if (!actual || !seats || !laden) return undefined
  const coupling = couplingMass(vehicle)
  const passengers = subtract(seats.value, decimal(1))
  const people = isOver(passengers, zero) ? multiply(limit('personMass'), passengers) : zero
  const seated = add(actual.value, people)
  const withCoupling = add(seated, coupling?.value ?? zero)
  const args = {
    actual: kg(actual.value),
    laden: kg(laden.value),
    passengers: plain(isOver(passengers, zero) ? passengers : zero),
    people: kg(people),
    coupling: kg(coupling?.value ?? zero),
    seated: kg(seated),
    sum: kg(withCoupling),
    excess: kg(subtract(withCoupling, laden.value)),
    seatedExcess: kg(subtract(seated, laden.value)),
  }
  return { actual, seats, laden, coupling, seated, withCoupling, args }
}

/** The greatest static mass on any coupling (item 19). */
export function couplingMass(vehicle: Reading): Given<Decimal> | undefined {
  return largest(someRows(vehicle.rows('verticalMasses'), 'verticalMass'))
}

/** Rule 5: buses, with masses of passengers by class that are not sure. */
export function* ladenMassCarriesPassengers(vehicle: Reading): Iterable<Found> {
  const load = seatedLoad(vehicle)
  const classes = vehicle
    .rows('bodies')
    .flatMap((body) => body.rows('vehicleClasses').flatMap((row) => row.text('vehicleClass') ?? []))
  if (!load || classes.length === 0) return
  const city = classes.some(({ value }) => isCode('busesForTheCity', value))
  const person = limit(city ? 'busPassengerMassCity' : 'busPassengerMassCoach')
  const standing = vehicle.number('standingPlaces')?.value ?? zero
  const people = multiply(person, add(subtract(load.seats.value, decimal(1)), standing))
  const sum = add(add(load.actual.value, people), load.coupling?.value ?? zero)
  if (!isOver(sum, load.laden.value)) return
  yield found('bus-passengers-over-laden', [load.actual, load.laden, load.seats], {
    actual: kg(load.actual.value),
    laden: kg(load.laden.value),
    people: kg(people),
    person: kg(person),
    sum: kg(sum),
  })
}

/** Rule 6: a motor caravan needs a least pay-mass by persons and length. */
export function* motorCaravanPayMass(vehicle: Reading): Iterable<Found> {
  const load = seatedLoad(vehicle)
  const length = vehicle.number('length')
  const caravan = specialPurposes(vehicle).find(({ value }) => isBodywork('motorCaravan', value))
  if (!load || !length || !caravan) return
  const metres = { digits: length.value.digits, scale: length.value.scale + 3 }
  const needed = multiply(limit('motorCaravanPerPerson'), add(load.seats.value, metres))
  const payMass = subtract(load.laden.value, load.seated)
  if (!isOver(needed, payMass)) return
  yield found('motor-caravan-pay-mass', [load.actual, load.laden, load.seats, length], {
    payMass: kg(payMass),
    needed: kg(needed),
    actual: kg(load.actual.value),
    laden: kg(load.laden.value),
  })
}
