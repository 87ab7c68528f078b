import type { CentreRange } from '../../../shared/weights/weights-report.ts'
import type { Span } from './silhouette.ts'

/** The part of the load's room in which its centre may lie; undefined where no part of it may. */
export function permitted(range: CentreRange, room: Span): Span | undefined {
  if (range.kind === 'none') return undefined
  const from = Math.max(room.from, range.from?.x ?? room.from)
  const to = Math.min(room.to, range.to?.x ?? room.to)
  return from > to ? undefined : { from, to }
}

export interface BandEnd {
  readonly mm: number
  readonly x: number
  readonly side: 'from' | 'to' | 'both'
}

/** A band narrower than this has no room for words under itself. */
const narrow = 10
/** How far a word may reach under its band. */
const under = 3

/** The figures at the ends of the permitted band, as far as they lie within the load's room; one where both are equal. */
export function bandEnds(range: CentreRange, toX: (mm: number) => number): readonly BandEnd[] {
  if (range.kind === 'none') return []
  const [from, to] = [range.from, range.to].map((bound) => (bound?.within ? bound.whole : undefined))
  if (from !== undefined && to !== undefined) {
    const [left, right] = [toX(from), toX(to)]
    if (from === to) return [{ mm: from, x: left, side: 'both' }]
    const shift = right - left < narrow ? -under : under
    return [
      { mm: from, x: left + shift, side: 'from' },
      { mm: to, x: right - shift, side: 'to' },
    ]
  }
  if (from !== undefined) return [{ mm: from, x: toX(from) + under, side: 'from' }]
  return to === undefined ? [] : [{ mm: to, x: toX(to) - under, side: 'to' }]
}
