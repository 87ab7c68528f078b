import { add, type Decimal } from '../values/decimal.ts'
import { isOver, largest, someRows } from './compare.ts'
import { type Found, found, kg } from './found.ts'
import { limit } from './limits.ts'
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
  yield found('in-service-over-technical', [stated, technical], {
    stated: kg(stated.value),
    technical: kg(technical.value),
  })
}

/** Rule 38: motor vehicles of two to four axles in international traffic. */
export function* inServiceInternational(vehicle: Reading): Iterable<Found> {
  const most = internationalLimit(vehicle)
  if (!most) return
  for (const row of vehicle.rows('inService')) {
    const stated = row.number('inServiceLadenMass')
    const regulation = row.text('inServiceRegulation')
    if (!stated || !regulation || !isOver(stated.value, most)) continue
    yield found('in-service-over-international', [stated, regulation], {
      stated: kg(stated.value),
      regulation: regulation.value,
      most: kg(most),
      axles: vehicle.rows('axles').length,
    })
  }
}

function internationalLimit(vehicle: Reading): Decimal | undefined {
  const rows = vehicle.rows('axles')
  const bus = vehicle.category?.base.startsWith('M')
  const powered = rows.filter((axle) => axle.text('axlePowered')?.value === 'Y')
  const equipped =
    powered.length > 0 &&
    powered.every((axle) =>
      (['axleTwinWheels', 'axleAirSuspension'] as const).every((name) => axle.text(name)?.value === 'Y'),
    )
  const limits: Readonly<Record<number, Decimal>> = {
    2: limit(bus ? 'internationalTwoAxlesBus' : 'internationalTwoAxles'),
    3: limit(equipped ? 'internationalThreeAxlesAir' : 'internationalThreeAxles'),
    4: limit('internationalFourAxles'),
  }
  const base = limits[rows.length]
  // Heavier alternative propulsion may be added to the limit.
  const alternative = vehicle.number('alternativeMass')
  return base && alternative ? add(base, alternative.value) : base
}
