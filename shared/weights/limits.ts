import type { StaticVehicle } from './load-case.ts'
import type { Reactions } from './statics.ts'
import type { Supports } from './supports.ts'
import { leastFrontShare } from './weight-facts.ts'
import type { LimitName, Support } from './weights-report.ts'

/** `front·share.front + rear·share.rear` of a vehicle's loads, and what it may reach at most (kg). */
export interface Limit {
  readonly name: LimitName
  readonly share: Reactions
  readonly most: number
}

/** Every limit that loads have to keep, that nothing is lifted off the ground among them. The least front share is one too: what is behind may not be more than the rest. */
export function limitsOf(vehicle: StaticVehicle, supports: Supports): readonly Limit[] {
  const limits: Limit[] = []
  const sides = [
    { support: supports.front, at: (part: number): Reactions => ({ front: part, rear: 0 }) },
    { support: supports.rear, at: (part: number): Reactions => ({ front: 0, rear: part }) },
  ]
  for (const { support, at } of sides) {
    limits.push({ name: { kind: 'off-ground' }, share: at(-1), most: 0 })
    support.axles.forEach((axle, index) => {
      const most = vehicle.axles[axle - 1]?.limit
      const share = at(support.shares[index] ?? 0)
      if (most !== undefined) limits.push({ name: { kind: 'axle', axle }, share, most })
    })
    if (support.axles.length === 0 && support.limit !== undefined) {
      limits.push({ name: { kind: 'support' }, share: at(1), most: support.limit })
    }
    for (const { axles, limit } of vehicle.groups) {
      const part = shareOf(axles, support)
      if (limit !== undefined && part > 0) {
        limits.push({ name: { kind: 'group', axles }, share: at(part), most: limit })
      }
    }
  }
  return limits
}

/** Fraction of a support's load on these axles; 0 where one of them is not on it. */
export function shareOf(axles: readonly number[], support: Support): number {
  const at = axles.map((axle) => support.axles.indexOf(axle))
  return at.includes(-1) ? 0 : at.reduce((sum, index) => sum + (support.shares[index] ?? 0), 0)
}

/** The front axle's least share as a limit upon what is behind it, for a vehicle of this whole mass. */
export function frontShareLimit(
  vehicle: StaticVehicle,
  total: number,
  withTrailer: boolean,
): readonly Limit[] {
  const row = vehicle.support ? undefined : leastFrontShare(vehicle.category)
  if (!row) return []
  const least = withTrailer ? row.withTrailer : row.laden
  return [{ name: { kind: 'front-share' }, share: { front: 0, rear: 1 }, most: total * (1 - least) }]
}
