import { add, compare, type Decimal, subtract } from '../values/decimal.ts'
import { bodyworkCodes, bodyworkOnCoupling, isBodywork } from './bodywork.ts'
import { everyRow, isOver, total, zero } from './compare.ts'
import { type Found, found, kg } from './found.ts'
import { limit, shareOf } from './limits.ts'
import { couplingMass } from './masses.ts'
import type { Reading } from './reading.ts'
import type { Given, Scope } from './scope.ts'

/** Rule 7: the axles of M1 and N1 carry the laden vehicle. */
export function* axlesCarryLaden(vehicle: Reading): Iterable<Found> {
  const laden = vehicle.number('ladenMass')
  const axles = everyRow(vehicle.rows('axles'), 'axleMass')
  if (!laden || !axles) return
  const sum = total(axles)
  if (!isOver(laden.value, sum)) return
  yield found('axles-below-laden', [laden, ...axles], {
    sum: kg(sum),
    laden: kg(laden.value),
    lacking: kg(subtract(laden.value, sum)),
  })
}

/** Rule 8: with axle groups; not where the coupling carries a part (rule 22), nor where that is unknown. */
export function* axlesAndGroupsCarryLaden(vehicle: Reading): Iterable<Found> {
  if (couplingCarries(vehicle) !== 'no') return
  const laden = vehicle.number('ladenMass')
  const axles = axleCapacity(vehicle)
  if (!laden || !axles || !isOver(laden.value, axles.sum)) return
  yield found('axles-and-groups-below-laden', [laden, ...axles.parts], {
    sum: kg(axles.sum),
    laden: kg(laden.value),
    lacking: kg(subtract(laden.value, axles.sum)),
  })
}

/** Rule 22: semi- and centre-axle trailers, where the coupling carries a part of the mass. */
export function* axlesAndCouplingCarryLaden(vehicle: Reading): Iterable<Found> {
  if (couplingCarries(vehicle) !== 'yes') return
  const laden = vehicle.number('ladenMass')
  const axles = axleCapacity(vehicle)
  const coupling = couplingMass(vehicle)
  if (!laden || !coupling) return
  const sum = axles && add(axles.sum, coupling.value)
  if (axles && sum && isOver(laden.value, sum)) {
    yield found('axles-and-coupling-below-laden', [laden, coupling, ...axles.parts], {
      axles: kg(axles.sum),
      coupling: kg(coupling.value),
      sum: kg(sum),
      laden: kg(laden.value),
      lacking: kg(subtract(laden.value, sum)),
    })
  }
  yield* centreAxleCoupling(vehicle, laden, coupling)
}

function* centreAxleCoupling(
  vehicle: Reading,
  laden: Given<Decimal>,
  coupling: Given<Decimal>,
): Iterable<Found> {
  if (!bodyworkCodes(vehicle).some(({ value }) => isBodywork('centreAxle', value))) return
  const share = shareOf(laden.value, limit('centreAxleCouplingShare'))
  const most = isOver(share, limit('centreAxleCouplingMass')) ? limit('centreAxleCouplingMass') : share
  if (!isOver(coupling.value, most)) return
  yield found('centre-axle-coupling-mass', [coupling, laden], {
    coupling: kg(coupling.value),
    most: kg(most),
    laden: kg(laden.value),
  })
}

/** Only a trailer's coupling carries; an incomplete one has no bodywork code, then its stated mass on it tells. */
function couplingCarries(vehicle: Reading): 'yes' | 'no' | 'unknown' {
  if (!vehicle.category?.base.startsWith('O')) return 'no'
  if (bodyworkCodes(vehicle).length > 0) return bodyworkOnCoupling(vehicle) ? 'yes' : 'no'
  const coupling = couplingMass(vehicle)
  return coupling && isOver(coupling.value, zero) ? 'yes' : 'unknown'
}

interface AxleCapacity {
  readonly sum: Decimal
  readonly parts: readonly Given<Decimal>[]
}

/** What all axles may carry together: each group by its own mass, the other axles by theirs. */
export function axleCapacity(vehicle: Reading): AxleCapacity | undefined {
  const groups = vehicle.rows('axleGroups')
  const groupMasses = groups.length > 0 ? everyRow(groups, 'axleGroupMass') : []
  const grouped = new Set(groups.flatMap((group) => memberNumbers(group)))
  const rows = vehicle.rows('axles')
  const single = rows.filter((axle) => !grouped.has(axleNumber(axle)))
  const axleMasses = single.length > 0 ? everyRow(single, 'axleMass') : []
  if (rows.length === 0 || !groupMasses || !axleMasses) return undefined
  const parts = [...axleMasses, ...groupMasses]
  return { sum: total(parts), parts }
}

export function axleNumber(axle: Scope): string {
  return axle.number('axleNumber')?.value.digits.toString() ?? ''
}

export function memberNumbers(group: Scope): readonly string[] {
  return group
    .rows('axleGroupMembers')
    .flatMap((row) => row.number('memberAxle')?.value.digits.toString() ?? [])
}

/** Rule 11. */
export function* axleWithinLaden(vehicle: Reading): Iterable<Found> {
  const laden = vehicle.number('ladenMass')
  for (const axle of vehicle.rows('axles')) {
    const mass = axle.number('axleMass')
    if (!laden || !mass || compare(mass.value, laden.value) <= 0) continue
    yield found('axle-over-laden', [mass, laden], {
      axle: axleNumber(axle),
      mass: kg(mass.value),
      laden: kg(laden.value),
    })
  }
}
