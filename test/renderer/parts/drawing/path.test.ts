import { describe, expect, it } from 'vitest'
import { loadPath } from '../../../../renderer/parts/drawing/load-path.ts'
import { outlinePath } from '../../../../renderer/parts/drawing/path.ts'
import { fitScale } from '../../../../renderer/parts/drawing/scale.ts'

const scale = fitScale({ from: 0, to: 1000 }, 1000, { width: 100, margin: 0, top: 0, mostHeight: 100 })

const places = (d: string): readonly number[] => [...d.matchAll(/[ML]([\d.-]+) /g)].map(([, x]) => Number(x))

describe('outlines', () => {
  it('are closed and go through their corners', () => {
    const corners = [
      [0, 500],
      [1000, 500],
      [1000, 0],
      [0, 0],
    ] as const
    expect(outlinePath(corners, scale)).toBe('M0 50L100 50L100 100L0 100Z')
  })

  it('round a corner, never beyond the middle of an edge', () => {
    const corners = [
      [0, 500, 5000],
      [1000, 500],
      [1000, 0],
      [0, 0],
    ] as const
    expect(outlinePath(corners, scale)).toBe('M0 75Q0 50 50 50L100 50L100 100L0 100Z')
  })
})

describe('the load', () => {
  const room = { from: 100, to: 900 }

  it('is spread over its room when its centre is the middle', () => {
    expect(places(loadPath(room, 500, 200, scale))).toEqual([13, 83, 87, 13])
  })

  it('is a heap around its centre otherwise', () => {
    const xs = places(loadPath(room, 400, 200, scale))
    expect((Math.min(...xs) + Math.max(...xs)) / 2).toBeCloseTo(40)
  })
})
