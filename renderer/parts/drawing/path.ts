import type { Scale } from './scale.ts'

/** A corner of an outline: place and height in mm, and how far it is rounded, mm. */
export type Corner = readonly [x: number, height: number, round?: number]

const tenth = (value: number): string => String(Math.round(value * 10) / 10)

/** A closed outline through corners, as the data of an SVG path. */
export function outlinePath(corners: readonly Corner[], scale: Scale): string {
  const points = corners.map(([x, height, round = 0]) => ({
    x: scale.x(x),
    y: scale.y(height),
    round: scale.length(round),
  }))
  const parts = points.map((point, at) => {
    const before = points[(at + points.length - 1) % points.length] ?? point
    const after = points[(at + 1) % points.length] ?? point
    const start = towards(point, before)
    const end = towards(point, after)
    const step = `${at === 0 ? 'M' : 'L'}${tenth(start.x)} ${tenth(start.y)}`
    return point.round > 0
      ? `${step}Q${tenth(point.x)} ${tenth(point.y)} ${tenth(end.x)} ${tenth(end.y)}`
      : step
  })
  return `${parts.join('')}Z`
}

interface Point {
  readonly x: number
  readonly y: number
}

/** The point at a corner's rounding from it, never beyond the middle of the edge. */
function towards(corner: Point & { readonly round: number }, other: Point): Point {
  const length = Math.hypot(other.x - corner.x, other.y - corner.y)
  if (length === 0) return corner
  const part = Math.min(corner.round / length, 0.5)
  return { x: corner.x + (other.x - corner.x) * part, y: corner.y + (other.y - corner.y) * part }
}
