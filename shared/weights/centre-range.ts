import type { Limit } from './limits.ts'
import { type Reactions, reckoningAllowance } from './statics.ts'
import type { Supports } from './supports.ts'
import type { CentreBound, CentreRange } from './weights-report.ts'

/** Bounds beyond this are none in practice, and no number that a person should read (mm). */
const farthest = 100_000

/**
 * Where the centre of a payload may lie so that no limit is passed. With the other loads f and r, the payload P at x
 * gives rear = r + P·(x − xf)/L and front = f + P − P·(x − xf)/L; every limit is linear in x, so each gives one bound:
 * those on the front support a least x, those on the rear a greatest. `room`: from where to where goods can lie.
 */
export function centreRange(
  payload: number,
  others: Reactions,
  supports: Supports,
  limits: readonly Limit[],
  room: { readonly from: number; readonly to: number },
): CentreRange {
  if (payload <= 0) return { kind: 'range' }
  const length = supports.rear.x - supports.front.x
  const least: Reached[] = []
  const greatest: Reached[] = []
  for (const { name, share, most } of limits) {
    const fixed = share.front * (others.front + payload) + share.rear * others.rear
    const slope = ((share.rear - share.front) * payload) / length
    const x = supports.front.x + (most - fixed) / slope
    const rounding = Math.min(0.5, lessThanAKilogram / Math.abs(slope))
    if (slope < 0) least.push({ x, whole: Math.ceil(x - rounding), by: name })
    else greatest.push({ x, whole: Math.floor(x + rounding), by: name })
  }
  const from = least.sort((a, b) => b.x - a.x)[0]
  const to = greatest.sort((a, b) => a.x - b.x)[0]
  if (from && to && from.x > to.x) return { kind: 'none' }
  // A place where no goods can lie cures nothing.
  if ((from && from.x > room.to) || (to && to.x < room.from)) return { kind: 'none' }
  const highest = Math.max(...least.map(({ whole }) => whole))
  const lowest = Math.min(...greatest.map(({ whole }) => whole))
  return {
    kind: 'range',
    ...(from && from.x > -farthest ? { from: { ...from, whole: highest, within: from.x > room.from } } : {}),
    ...(to && to.x < farthest ? { to: { ...to, whole: lowest, within: to.x < room.to } } : {}),
  }
}

type Reached = Omit<CentreBound, 'within'>

/** What {@link overBy} lets pass where a place in whole millimetres decides. */
const lessThanAKilogram = reckoningAllowance - 1e-6
