import type { StaticAxle, StaticVehicle } from './load-case.ts'
import type { Support } from './weights-report.ts'

/** An axle by itself, or axles that a suspension couples. */
interface Unit {
  readonly axles: readonly number[]
  readonly shares: readonly number[]
  readonly from: Support['sharesFrom']
  readonly limit: number | undefined
}

export interface Supports {
  readonly front: Support
  readonly rear: Support
}

/**
 * The two places at which a vehicle rests; with two, statics alone decides the loads. A semi- or centre-axle trailer
 * rests on its coupling (x = 0) and on all its axles together. Any other vehicle rests on what lies before and behind
 * its largest gap between axles; within each, load is shared as the group's suspension does, between axles of no group
 * in proportion to their limits, and evenly where limits are not known.
 * Source of the theoretical wheelbase: the distance between the resultants of the two (usual reckoning of axle loads
 * of chassis makers' body builder guidelines; worked examples of a tester). Certainty: high.
 */
export function supportsOf(vehicle: StaticVehicle): Supports {
  const units = unitsOf(vehicle)
  const { support } = vehicle
  if (support) {
    const { kind, limit } = support
    const front: Support = {
      kind,
      axles: [],
      x: 0,
      shares: [],
      sharesFrom: 'alone',
      ...(limit === undefined ? {} : { limit }),
    }
    return { front, rear: joined(units, vehicle.axles) }
  }
  const at = largestGap(units, vehicle.axles)
  return { front: joined(units.slice(0, at), vehicle.axles), rear: joined(units.slice(at), vehicle.axles) }
}

/** A support without the axles that are up; undefined where none of its axles would remain. */
export function lifted(
  support: Support,
  up: ReadonlySet<number>,
  axles: readonly StaticAxle[],
): Support | undefined {
  const down = support.axles.flatMap((number, at) =>
    up.has(number) ? [] : [{ number, share: support.shares[at] ?? 0 }],
  )
  if (down.length === support.axles.length) return support
  const whole = down.reduce((sum, { share }) => sum + share, 0)
  if (whole <= 0) return undefined
  const numbers = down.map(({ number }) => number)
  const shares = down.map(({ share }) => share / whole)
  const limit = sumOfLimits(numbers, axles)
  return {
    kind: numbers.length === 1 ? 'axle' : 'group',
    axles: numbers,
    x: resultant(numbers, shares, axles),
    shares,
    sharesFrom: numbers.length === 1 ? 'alone' : support.sharesFrom,
    ...(limit === undefined ? {} : { limit }),
  }
}

function unitsOf({ axles, groups }: StaticVehicle): readonly Unit[] {
  const units: Unit[] = []
  for (let number = 1; number <= axles.length; number += 1) {
    const group = groups.find((one) => one.axles.includes(number))
    if (!group) {
      units.push({ axles: [number], shares: [1], from: 'alone', limit: axles[number - 1]?.limit })
    } else if (group.axles[0] === number) {
      const known = group.shares ? scaled(group.shares) : undefined
      const limits = sharesByLimits(group.axles.map((one) => axles[one - 1]?.limit))
      units.push({
        axles: group.axles,
        shares: known ?? limits.shares,
        from: known ? 'stated' : limits.from,
        limit: group.limit ?? sumOfLimits(group.axles, axles),
      })
    }
  }
  return units
}

function joined(units: readonly Unit[], axles: readonly StaticAxle[]): Support {
  const [only] = units
  const numbers = units.flatMap((unit) => unit.axles)
  const between = sharesByLimits(units.map(({ limit }) => limit))
  const shares = units.flatMap((unit, at) => unit.shares.map((share) => share * (between.shares[at] ?? 0)))
  const limits = units.map(({ limit }) => limit)
  const limit = limits.every((one) => one !== undefined)
    ? limits.reduce<number>((sum, one) => sum + (one ?? 0), 0)
    : undefined
  return {
    kind: numbers.length === 1 ? 'axle' : 'group',
    axles: numbers,
    x: resultant(numbers, shares, axles),
    shares,
    sharesFrom: units.length === 1 && only ? only.from : between.from,
    ...(limit === undefined ? {} : { limit }),
  }
}

function sharesByLimits(limits: readonly (number | undefined)[]): Pick<Unit, 'shares' | 'from'> {
  const known = limits.flatMap((limit) => (limit ? [limit] : []))
  return known.length === limits.length
    ? { shares: scaled(known), from: 'permitted' }
    : { shares: limits.map(() => 1 / limits.length), from: 'equal' }
}

function scaled(parts: readonly number[]): readonly number[] {
  const whole = parts.reduce((sum, part) => sum + part, 0)
  return parts.map((part) => part / whole)
}

function resultant(
  numbers: readonly number[],
  shares: readonly number[],
  axles: readonly StaticAxle[],
): number {
  return numbers.reduce((sum, number, at) => sum + (shares[at] ?? 0) * (axles[number - 1]?.x ?? 0), 0)
}

function sumOfLimits(numbers: readonly number[], axles: readonly StaticAxle[]): number | undefined {
  const limits = numbers.map((number) => axles[number - 1]?.limit)
  return limits.some((limit) => limit === undefined)
    ? undefined
    : limits.reduce<number>((sum, limit) => sum + (limit ?? 0), 0)
}

/** Index of the first unit behind the largest gap. */
function largestGap(units: readonly Unit[], axles: readonly StaticAxle[]): number {
  let at = 1
  let widest = Number.NEGATIVE_INFINITY
  for (let index = 1; index < units.length; index += 1) {
    const before = axles[(units[index - 1]?.axles.at(-1) ?? 1) - 1]?.x ?? 0
    const behind = axles[(units[index]?.axles[0] ?? 1) - 1]?.x ?? 0
    if (behind - before > widest) {
      widest = behind - before
      at = index
    }
  }
  return at
}
