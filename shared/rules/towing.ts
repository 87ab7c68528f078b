import { add, compare, type Decimal, divide, multiply, subtract } from '../values/decimal.ts'
import { isCode } from './codes.ts'
import { isOver, largest, someRows } from './compare.ts'
import { type Found, found, kg, set } from './found.ts'
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

interface Combination {
  readonly laden: Given<Decimal>
  readonly combination: Given<Decimal>
  readonly towable: Given<Decimal> | undefined
  /** Vehicle and trailer both at their most. */
  readonly sum: Decimal | undefined
}

function combinations(vehicle: Reading): readonly Combination[] {
  const laden = vehicle.number('ladenMass')
  const rows = vehicle.rows('towing').flatMap((row) => row.rows('towedBodies'))
  const heaviest = largest(someRows(rows, 'towableMass'))
  return rows.flatMap((row) => {
    const combination = row.number('combinationMass')
    // A row of its own for the combination is usual; then the heaviest trailer counts.
    const towable = row.number('towableMass') ?? heaviest
    return laden && combination
      ? [{ laden, combination, towable, sum: towable && add(laden.value, towable.value) }]
      : []
  })
}

/** Rule 25: the combination is at most vehicle and trailer together. */
export function* combinationMass(vehicle: Reading): Iterable<Found> {
  for (const { laden, combination, towable, sum } of combinations(vehicle)) {
    if (!towable || !sum || !isOver(combination.value, sum)) continue
    yield found(
      'combination-over-sum',
      [combination, laden, towable],
      {
        combination: kg(combination.value),
        laden: kg(laden.value),
        towable: kg(towable.value),
        most: kg(sum),
      },
      set(combination, sum),
    )
  }
}

/** Rule 26: it is no less than the vehicle itself; less than both together keeps the trailer below its most. */
export function* combinationNotBelowVehicle(vehicle: Reading): Iterable<Found> {
  for (const { laden, combination, towable, sum } of combinations(vehicle)) {
    const args = { combination: kg(combination.value), laden: kg(laden.value) }
    if (compare(combination.value, laden.value) < 0) {
      yield found('combination-below-laden', [combination, laden], args)
    } else if (towable && sum && compare(combination.value, sum) < 0) {
      yield found('combination-limits-trailer', [combination, laden, towable], {
        ...args,
        towable: kg(towable.value),
        left: kg(subtract(combination.value, laden.value)),
      })
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
