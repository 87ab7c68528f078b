import { add, compare, type Decimal, divide, multiply, subtract } from '../values/decimal.ts'
import { isBodywork } from './bodywork.ts'
import { isCode } from './codes.ts'
import { isOver, largest, someRows, zero } from './compare.ts'
import { type Found, found, kg, plain } from './found.ts'
import { limit } from './limits.ts'
import { couplingMass } from './masses.ts'
import type { Reading } from './reading.ts'
import type { Given, Scope } from './scope.ts'

interface Towed {
  readonly row: Scope
  readonly body: Given<string> | undefined
  readonly towable: Given<Decimal>
}

function towed(vehicle: Reading): readonly Towed[] {
  return vehicle.rows('towing').flatMap((row) =>
    row.rows('towedBodies').flatMap((each) => {
      const towable = each.number('towableMass')
      return towable && isOver(towable.value, zero) ? [{ row, body: each.text('towedBody'), towable }] : []
    }),
  )
}

/** Rule 32: whoever may tow has a load on the coupling and a coupling; whoever may not has no combination. */
export function* towingHasItsCoupling(vehicle: Reading): Iterable<Found> {
  const rows = towed(vehicle)
  const bodies = vehicle.rows('towing').flatMap((row) => row.rows('towedBodies'))
  const leaning = rows.find(({ body }) => body && isBodywork('needsVerticalLoad', body.value))
  const coupling = couplingMass(vehicle)
  if (leaning?.body && !(coupling && isOver(coupling.value, zero))) {
    const place = coupling ?? vehicle.at('verticalMasses')
    yield found('coupling-mass-missing', [place, leaning.towable, leaning.body], {
      towable: kg(leaning.towable.value),
      body: leaning.body.value,
    })
  }
  const [first] = rows
  const light = vehicle.category?.base === 'M1'
  const named = vehicle
    .rows(vehicle.stage === 'I' ? 'couplingsThatFit' : 'couplings')
    .some((row) => vehicle.stage === 'I' || row.has('couplingApproval') || row.has('couplingMark'))
  const known = named || (vehicle.stage === 'I' && vehicle.has('couplings'))
  if (first && !light && !known) {
    const table = vehicle.stage === 'I' ? 'couplingCanBeFittedTable' : 'couplingTable'
    yield found('coupling-missing', [vehicle.at(table), first.towable], { towable: kg(first.towable.value) })
  }
  const combination = largest(someRows(bodies, 'combinationMass'))
  const laden = vehicle.number('ladenMass')
  if (rows.length > 0 || !combination || !laden || compare(combination.value, laden.value) === 0) return
  yield found('combination-without-trailer', [combination, laden], {
    combination: kg(combination.value),
    laden: kg(laden.value),
  })
}

const tonnes = (mass: Decimal): Decimal => ({ digits: mass.digits, scale: mass.scale + 3 })

/** Rule 33: the coupling's values carry vehicle and trailer, by the formulas of UN Regulation No 55. */
export function* couplingValuesSuffice(vehicle: Reading): Iterable<Found> {
  const laden = vehicle.number('ladenMass')
  const load = couplingMass(vehicle)
  for (const one of towed(vehicle)) {
    if (!laden || isCode('unbraked', one.row.text('trailerBrake')?.value)) continue
    yield* horizontalValue(vehicle, one, laden, load)
  }
  for (const coupling of vehicle.rows('couplings')) {
    const s = coupling.number('couplingS')
    const number = coupling.text('couplingNumber')?.value
    const own = largest(
      vehicle
        .rows('verticalMasses')
        .filter((row) => (row.text('verticalMassCoupling')?.value ?? number) === number)
        .flatMap((row) => row.number('verticalMass') ?? []),
    )
    if (!s || !own || compare(s.value, own.value) >= 0) continue
    yield found('coupling-s-too-small', [s, own], { value: kg(s.value), load: kg(own.value) })
  }
}

function* horizontalValue(
  vehicle: Reading,
  { row, body, towable }: Towed,
  laden: Given<Decimal>,
  load: Given<Decimal> | undefined,
): Iterable<Found> {
  const number = row.text('towingCoupling')?.value
  const couplings = vehicle
    .rows('couplings')
    .filter((each) => number === undefined || each.text('couplingNumber')?.value === number)
  const rigid = body !== undefined && isBodywork('rigidDrawbar', body.value)
  const stated =
    (rigid ? largest(someRows(couplings, 'couplingDc')) : undefined) ??
    largest(someRows(couplings, 'couplingD'))
  const semi = body !== undefined && isBodywork('semiTrailer', body.value)
  const [t, r] = [tonnes(laden.value), tonnes(towable.value)]
  const product = multiply(multiply(limit('gravity'), t), r)
  const together = add(t, r)
  const needed = semi
    ? divide(multiply(product, limit('fifthWheelFactor')), subtract(together, tonnes(load?.value ?? zero)), 2)
    : divide(product, together, 2)
  if (!stated || !needed || !isOver(needed, stated.value)) return
  yield found('coupling-d-too-small', [stated, laden, towable], {
    value: `${plain(stated.value)} kN`,
    needed: `${plain(needed)} kN`,
    laden: kg(laden.value),
    towable: kg(towable.value),
    body: body?.value ?? '',
  })
}
