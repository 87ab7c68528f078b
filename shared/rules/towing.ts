import { add, compare, type Decimal, divide, multiply } from '../values/decimal.ts'
import { isCode } from './codes.ts'
import { isOver, largest, someRows } from './compare.ts'
import { type Found, found, kg } from './found.ts'
import { limit, shareOf } from './limits.ts'
import { couplingMass } from './masses.ts'
import type { Reading } from './reading.ts'
import type { Given, Scope } from './scope.ts'

function towables(rows: readonly Scope[]): readonly Given<Decimal>[] {
  return rows.flatMap((row) => someRows(row.rows('towedBodies'), 'towableMass'))
}

function brakedRows(vehicle: Reading): readonly Scope[] {
  return vehicle.rows('towing').filter((row) => {
    const brake = row.text('trailerBrake')?.value
    return brake !== undefined && !isCode('unbraked', brake)
  })
}

function unbrakedRows(vehicle: Reading): readonly Scope[] {
  return vehicle.rows('towing').filter((row) => isCode('unbraked', row.text('trailerBrake')?.value))
}

/** Rules 25 and 26: the combination is at most both together, and no less than the vehicle itself. */
export function* combinationMass(vehicle: Reading): Iterable<Found> {
  const laden = vehicle.number('ladenMass')
  const rows = vehicle.rows('towing').flatMap((row) => row.rows('towedBodies'))
  const heaviest = largest(someRows(rows, 'towableMass'))
  for (const row of rows) {
    const combination = row.number('combinationMass')
    // A row of its own for the combination is usual; then the heaviest trailer counts.
    const towable = row.number('towableMass') ?? heaviest
    if (!laden || !combination) continue
    const most = towable && add(laden.value, towable.value)
    const args = { combination: kg(combination.value), laden: kg(laden.value) }
    if (towable && most && isOver(combination.value, most)) {
      const sums = { ...args, towable: kg(towable.value), most: kg(most) }
      yield found('combination-over-sum', [combination, laden, towable], sums)
    }
    if (compare(combination.value, laden.value) < 0) {
      yield found('combination-below-laden', [combination, laden], args)
    }
  }
}

/** Rule 27, and rule 30 for buses. */
export function* brakedTrailer(vehicle: Reading): Iterable<Found> {
  const laden = vehicle.number('ladenMass')
  const light = vehicle.category?.base === 'M1' || vehicle.category?.base === 'N1'
  for (const towable of towables(brakedRows(vehicle))) {
    const most = limit('brakedTowableMass')
    if (isOver(towable.value, most)) {
      yield found('braked-trailer-over-limit', [towable], { towable: kg(towable.value), most: kg(most) })
    }
    const factor = limit('offRoadTowableFactor')
    const own = laden && (vehicle.category?.offRoad ? multiply(laden.value, factor) : laden.value)
    if (!light || !laden || !own || !isOver(towable.value, own)) continue
    yield found('braked-trailer-over-laden', [towable, laden], { towable: kg(towable.value), most: kg(own) })
  }
}

/** Rules 28 and 31. */
export function* unbrakedTrailer(vehicle: Reading): Iterable<Found> {
  const order = vehicle.number('massInRunningOrder')
  const light = vehicle.category?.base === 'M1' || vehicle.category?.base === 'N1'
  const half = light && order ? divide(order.value, { digits: 2n, scale: 0 }, 1) : undefined
  for (const towable of towables(unbrakedRows(vehicle))) {
    const most = limit('unbrakedTowableMass')
    if (isOver(towable.value, most)) {
      yield found('unbraked-trailer-over-limit', [towable], { towable: kg(towable.value), most: kg(most) })
    }
    if (!half || !order || !isOver(towable.value, half)) continue
    yield found('unbraked-trailer-over-half', [towable, order], {
      towable: kg(towable.value),
      half: kg(half),
      runningOrder: kg(order.value),
    })
  }
}

/** Rule 29: the coupling carries a share of the heaviest trailer. */
export function* couplingCarriesItsShare(vehicle: Reading): Iterable<Found> {
  const coupling = couplingMass(vehicle)
  const heaviest = largest(towables(vehicle.rows('towing')))
  if (!coupling || !heaviest) return
  const share = shareOf(heaviest.value, limit('couplingShareOfTrailer'))
  const least = isOver(share, limit('smallestCouplingMass')) ? share : limit('smallestCouplingMass')
  if (compare(coupling.value, least) >= 0) return
  yield found('coupling-mass-too-small', [coupling, heaviest], {
    coupling: kg(coupling.value),
    least: kg(least),
    towable: kg(heaviest.value),
  })
}
