import { absolute, compare, type Decimal, decimal, multiply, subtract } from '../values/decimal.ts'
import { axleNumber } from './axle-masses.ts'
import { bodyworkOnCoupling } from './bodywork.ts'
import { everyRow, isOver, someRows, total } from './compare.ts'
import { type Found, found, kg } from './found.ts'
import { limit, shareOf } from './limits.ts'
import type { Reading } from './reading.ts'
import type { Given, PathName } from './scope.ts'

interface Distribution {
  readonly mass: PathName
  readonly axle: PathName
  readonly coupling?: PathName
}

const runningOrder: Distribution = {
  mass: 'massInRunningOrder',
  axle: 'axleRunningOrder',
  coupling: 'couplingRunningOrder',
}
const incomplete: Distribution = { mass: 'incompleteMass', axle: 'axleIncomplete' }
const minimum: Distribution = { mass: 'minimumMass', axle: 'axleMinimum', coupling: 'couplingMinimum' }

/** Rule 12. */
export function* runningOrderDistribution(vehicle: Reading): Iterable<Found> {
  const off = difference(vehicle, runningOrder)
  if (!off) return
  const far = isOver(off.by, shareOf(off.mass.value, limit('distributionErrorPercent')))
  yield found(far ? 'distribution-far-off' : 'distribution-off', [off.mass, ...off.parts], off.args)
}

/** Rule 13: the same for the incomplete vehicle and for the least completed one. */
export function* incompleteDistributions(vehicle: Reading): Iterable<Found> {
  for (const distribution of [incomplete, minimum]) {
    const off = difference(vehicle, distribution)
    if (off) yield found('part-distribution-off', [off.mass, ...off.parts], off.args)
  }
}

/** How far the axle shares are from the mass, where that is more than rounding explains. */
function difference(vehicle: Reading, { mass: massName, axle, coupling }: Distribution) {
  const mass = vehicle.number(massName)
  const axles = everyRow(vehicle.rows('axles'), axle)
  const couplings = coupling ? someRows(vehicle.rows('couplings'), coupling) : []
  // A trailer that leans on its towing vehicle hands over a share; unless that is stated the sum says nothing.
  const leans = bodyworkOnCoupling(vehicle) !== undefined
  if (!mass || !axles || (leans && couplings.length === 0)) return undefined
  const parts: readonly Given<Decimal>[] = [...axles, ...couplings]
  const sum = total(parts)
  const by = absolute(subtract(sum, mass.value))
  const tolerance = multiply(limit('distributionTolerancePerAxle'), decimal(axles.length))
  if (!isOver(by, tolerance)) return undefined
  return {
    mass,
    parts,
    by,
    args: { mass: kg(mass.value), sum: kg(sum), difference: kg(by), tolerance: kg(tolerance) },
  }
}

/** Rule 14: no share is more than the axle may carry. */
export function* sharesWithinAxles(vehicle: Reading): Iterable<Found> {
  for (const axle of vehicle.rows('axles')) {
    const permissible = axle.number('axleMass')
    if (!permissible) continue
    for (const { axle: name } of [runningOrder, incomplete, minimum]) {
      const share = axle.number(name)
      if (!share || compare(share.value, permissible.value) <= 0) continue
      yield found('share-over-axle', [share, permissible], {
        axle: axleNumber(axle),
        share: kg(share.value),
        permissible: kg(permissible.value),
        excess: kg(subtract(share.value, permissible.value)),
      })
    }
  }
}

/** Rule 15: incomplete vehicle: as it stands, at least completed, at most laden. */
export function* incompleteMassOrder(vehicle: Reading): Iterable<Found> {
  const now = vehicle.number('incompleteMass')
  const least = vehicle.number('minimumMass')
  const laden = vehicle.number('ladenMass')
  if (now && least && isOver(now.value, least.value)) {
    yield found('incomplete-over-minimum', [least, now], {
      incomplete: kg(now.value),
      least: kg(least.value),
    })
  }
  if (now && least && compare(now.value, least.value) === 0) {
    yield found('incomplete-equals-minimum', [least, now], {
      incomplete: kg(now.value),
      least: kg(least.value),
    })
  }
  if (least && laden && isOver(least.value, laden.value)) {
    yield found('minimum-over-laden', [least, laden], { least: kg(least.value), laden: kg(laden.value) })
  }
}
