import type { Decimal } from '../values/decimal.ts'
import { isOver, largest, someRows } from './compare.ts'
import { type Found, found, kg, set } from './found.ts'
import type { Reading } from './reading.ts'
import type { Given } from './scope.ts'

/** Rule 36: what a country or an act allows in service is no more than the vehicle can technically carry. */
export function* inServiceWithinTechnical(vehicle: Reading): Iterable<Found> {
  const laden = vehicle.number('ladenMass')
  const bodies = vehicle.rows('towing').flatMap((row) => row.rows('towedBodies'))
  const combination = largest(someRows(bodies, 'combinationMass'))
  for (const row of vehicle.rows('inService')) {
    yield* inService(row.number('inServiceLadenMass'), laden)
    yield* inService(row.number('inServiceCombinationMass'), combination)
  }
  for (const axle of vehicle.rows('axles')) {
    for (const row of axle.rows('axleInService')) {
      yield* inService(row.number('axleInServiceMass'), axle.number('axleMass'))
    }
  }
  for (const group of vehicle.rows('axleGroups')) {
    for (const row of group.rows('axleGroupInService')) {
      yield* inService(row.number('axleGroupInServiceMass'), group.number('axleGroupMass'))
    }
  }
}

function* inService(
  stated: Given<Decimal> | undefined,
  technical: Given<Decimal> | undefined,
): Iterable<Found> {
  if (!stated || !technical || !isOver(stated.value, technical.value)) return
  const args = { stated: kg(stated.value), technical: kg(technical.value) }
  yield found('in-service-over-technical', [stated, technical], args, set(stated, technical.value))
}
