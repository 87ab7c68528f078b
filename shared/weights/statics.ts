import type { Supports } from './supports.ts'

/**
 * What a mass adds to two supports, kg. With L the distance between their resultants and a the distance of the mass
 * from the front one: rear = m·a/L, front = m − rear. A mass before the front support loads it with more than itself
 * and relieves the rear; behind the rear support the reverse.
 * Source: balance of forces and moments about the front support. Certainty: high.
 */
export function reactions(mass: { readonly kg: number; readonly x: number }, supports: Supports): Reactions {
  const { front, rear } = supports
  const behind = (mass.kg * (mass.x - front.x)) / (rear.x - front.x)
  return { front: mass.kg - behind, rear: behind }
}

export interface Reactions {
  readonly front: number
  readonly rear: number
}

/** The same load on other supports: neither its sum nor its centre changes when an axle is lifted. */
export function movedTo(loads: Reactions, from: Supports, to: Supports): Reactions {
  return reactions({ kg: loads.front + loads.rear, x: centreOf(loads, from) }, to)
}

/** Where a load acts as a whole, mm; at the front support where there is none. */
export function centreOf({ front, rear }: Reactions, supports: Supports): number {
  const kg = front + rear
  return kg === 0 ? supports.front.x : (front * supports.front.x + rear * supports.rear.x) / kg
}

export function wheelbaseOf({ front, rear }: Supports): number {
  return rear.x - front.x
}

/** kg that a tester lets pass between his reckoning and ours (worked examples of a tester). */
export const reckoningAllowance = 1

/**
 * Whole kg over the limit, 0 where it is kept. Final figures are rounded to 1 kg before they are compared; `allowance`
 * lets so much pass, where the place of the payload in whole millimetres is what decides.
 */
export function overBy(kg: number, limit: number | undefined, allowance = 0): number {
  if (limit === undefined || kg - limit <= allowance) return 0
  return Math.max(0, Math.round(kg) - Math.floor(limit))
}

/** Whole numbers whose sum is the rounded sum: what is cut off goes to those that lose most. */
export function wholeKilograms(parts: readonly number[]): readonly number[] {
  const wanted = Math.round(parts.reduce((sum, part) => sum + part, 0))
  const whole = parts.map(Math.floor)
  const missing = wanted - whole.reduce((sum, part) => sum + part, 0)
  const raised = parts
    .map((part, at) => ({ at, rest: part - Math.floor(part) }))
    .sort((a, b) => b.rest - a.rest)
    .slice(0, Math.max(0, missing))
    .map(({ at }) => at)
  return whole.map((part, at) => (raised.includes(at) ? part + 1 : part))
}
