import type { LoadCase } from '../../../shared/weights/load-case.ts'
import type { WeightState } from '../../../shared/weights/weights-report.ts'
import { type Bar, barsOf } from './bars.ts'
import type { Bodywork } from './outline-facts.ts'
import { fitScale, type Scale } from './scale.ts'
import { type Silhouette, silhouette } from './silhouette.ts'
import { spread } from './spread.ts'

/** Where everything of the picture stands, in its own units. */
export interface Layout {
  readonly width: number
  readonly height: number
  readonly margin: number
  readonly vehicle: Silhouette
  readonly scale: Scale
  readonly ground: number
  readonly bars: readonly (Bar & { readonly labelAt: number })[]
  /** Upper edge and whole height of the bars' tracks. */
  readonly track: { readonly y: number; readonly height: number; readonly width: number }
  readonly labels: number
  readonly groups: number
  readonly chain: number
  readonly total: number
}

interface Wish {
  readonly given: LoadCase
  readonly state: WeightState
  readonly bodywork?: Bodywork | undefined
  readonly width: number
  readonly mostHeight: number
  /** As wide as the widest label of a bar, each by its index. */
  readonly labelWidths: readonly number[]
}

/** Above a vehicle with a room for its load the strip with the range of the load's centre has its place, in every state. */
const stripHeight = 60
const noStrip = 16
const margin = 28
const labelGap = 6

export function layoutOf({ given, state, bodywork, width, mostHeight, labelWidths }: Wish): Layout {
  const raised = new Set(state.axles.filter(({ lifted }) => lifted).map(({ axle }) => axle))
  const vehicle = silhouette(given, raised, bodywork)
  const tallest = Math.max(vehicle.top + 360, vehicle.cab?.height ?? 0)
  const { ground, ...scale } = fitScale(vehicle.whole, tallest, {
    width,
    margin,
    top: given.loads.payload ? stripHeight : noStrip,
    mostHeight,
  })
  const bars = barsOf(state)
  const middles = spread(
    bars.map(({ x }, at) => ({ at: scale.x(x), width: labelWidths[at] ?? 40 })),
    labelGap,
    { from: 2, to: width - 2 },
  )
  const closest = closestGap(bars.map(({ x }) => scale.x(x)))
  const track = { y: ground + 12, height: 60, width: Math.max(7, Math.min(18, closest * 0.5)) }
  const labels = track.y + track.height + 14
  const groups = labels + 50
  const chain = groups + (state.groups.length > 0 ? 34 : 8)
  const total = chain + 40
  return {
    width,
    height: total + 26,
    margin,
    vehicle,
    scale,
    ground,
    bars: bars.map((bar, at) => ({ ...bar, labelAt: middles[at] ?? scale.x(bar.x) })),
    track,
    labels,
    groups,
    chain,
    total,
  }
}

function closestGap(places: readonly number[]): number {
  return Math.min(...places.slice(1).map((place, at) => place - (places[at] ?? 0)), 60)
}
