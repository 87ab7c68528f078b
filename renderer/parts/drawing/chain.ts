import type { LoadCase } from '../../../shared/weights/load-case.ts'
import type { Silhouette } from './silhouette.ts'

/** One link of the chain of dimensions, mm. */
export interface Link {
  readonly from: number
  readonly to: number
  /** Whether a record says it; else it is only drawn. */
  readonly stated: boolean
}

/** From the front end over coupling and axles to the rear end; links of no length are left out. */
export function chainOf({ vehicle }: LoadCase, { front, frame, guessed, kind }: Silhouette): readonly Link[] {
  const trailer = kind === 'semi-trailer' || kind === 'centre-axle-trailer'
  const stops = [...(trailer ? [0] : []), ...vehicle.axles.map(({ x }) => x)]
  const first = stops[0] ?? 0
  const last = stops.at(-1) ?? 0
  const isStated = trailer ? vehicle.dimensions.front !== undefined : !guessed.includes('front')
  const links = [
    { from: front, to: first, stated: isStated },
    ...stops.slice(1).map((to, at) => ({ from: stops[at] ?? 0, to, stated: true })),
    { from: last, to: frame.to, stated: !guessed.includes('rear') },
  ]
  return links.filter(({ from, to }) => to - from >= 1)
}
