import facts from '../../schemas/rules/categories.json' with { type: 'json' }
import { compare, type Decimal, decimal } from '../values/decimal.ts'
import { axleCapacity } from './axle-masses.ts'
import { bodyworkOnCoupling } from './bodywork.ts'
import { isOver, zero } from './compare.ts'
import { type Found, found, kg, plain } from './found.ts'
import type { Reading } from './reading.ts'
import type { Given } from './scope.ts'

interface Bounds {
  readonly seatsOver?: number
  readonly seatsMost?: number
  readonly massOver?: number
  readonly massMost?: number
}

const bounds: Readonly<Record<string, Bounds>> = facts.bounds
const alternativeMost: Readonly<Record<string, number>> = facts.alternativelyFuelled.massMost

/** Rule 23: the seats and the laden mass are those of the category. */
export function* fitsItsCategory(vehicle: Reading): Iterable<Found> {
  const bound = bounds[vehicle.category?.base ?? '']
  const category = vehicle.text('category')
  if (!bound || !category) return
  yield* seatsFit(vehicle, bound, category)
  yield* massFits(vehicle, bound, category)
}

function* seatsFit(vehicle: Reading, bound: Bounds, category: Given<string>): Iterable<Found> {
  const seats = vehicle.number('seats')
  if (!seats) return
  const args = { seats: plain(seats.value), category: category.value }
  if (bound.seatsMost !== undefined && isOver(seats.value, decimal(bound.seatsMost))) {
    yield found('category-seats-most', [seats, category], { ...args, most: bound.seatsMost })
  }
  if (bound.seatsOver !== undefined && compare(seats.value, decimal(bound.seatsOver)) <= 0) {
    yield found('category-seats-over', [seats, category], { ...args, over: bound.seatsOver })
  }
}

function* massFits(vehicle: Reading, bound: Bounds, category: Given<string>): Iterable<Found> {
  const laden = vehicle.number('ladenMass')
  if (!laden) return
  const leaning = bodyworkOnCoupling(vehicle)
  const judged = leaning ? axleLoad(vehicle, laden) : laden.value
  if (!judged) return
  const args = { laden: kg(laden.value), judged: kg(judged), category: category.value }
  if (bound.massMost !== undefined && isOver(judged, decimal(bound.massMost))) {
    const most = { ...args, most: `${bound.massMost} kg` }
    if (leaning) yield found('category-axle-load-most', [category, laden, leaning], most)
    else yield found(massMostCode(vehicle, laden), [laden, category], most)
  }
  if (bound.massOver !== undefined && compare(judged, decimal(bound.massOver)) <= 0) {
    const code = leaning ? 'category-axle-load-over' : 'category-mass-over'
    yield found(code, [laden, category], { ...args, over: `${bound.massOver} kg` })
  }
}

/** The load on the axles is at most what they may carry and at most the whole vehicle. */
function axleLoad(vehicle: Reading, laden: Given<Decimal>): Decimal | undefined {
  const axles = axleCapacity(vehicle)
  if (!axles) return undefined
  return isOver(axles.sum, laden.value) ? laden.value : axles.sum
}

function massMostCode(vehicle: Reading, laden: Given<Decimal>): string {
  const most = alternativeMost[vehicle.category?.base ?? '']
  const stated = [vehicle.number('alternativeMass'), vehicle.number('batteryMass')]
  const heavier = stated.some((mass) => mass && isOver(mass.value, zero))
  const within = most !== undefined && compare(laden.value, decimal(most)) <= 0
  return heavier && within ? 'category-mass-battery' : 'category-mass-most'
}
