import { describe, expect, it } from 'vitest'
import { fitScale } from '../../../../renderer/parts/drawing/scale.ts'

const frame = { width: 500, margin: 20, top: 60, mostHeight: 300 }

describe('the scale of a drawing', () => {
  it('lets a long vehicle fill the width, its front at the left margin', () => {
    const scale = fitScale({ from: -1450, to: 8000 }, 3400, frame)
    expect(scale.x(-1450)).toBeCloseTo(20)
    expect(scale.x(8000)).toBeCloseTo(480)
    expect(scale.x(0)).toBeCloseTo(20 + (1450 * 460) / 9450)
  })

  it('is the same along and upwards, with the ground below', () => {
    const scale = fitScale({ from: -1450, to: 8000 }, 3400, frame)
    expect(scale.x(1000) - scale.x(0)).toBeCloseTo(scale.y(0) - scale.y(1000))
    expect(scale.y(0)).toBeCloseTo(scale.ground)
    expect(scale.y(3400)).toBeCloseTo(60)
  })

  it('keeps a short, high vehicle within the height and in the middle', () => {
    const scale = fitScale({ from: 0, to: 2000 }, 3000, frame)
    expect(scale.length(3000)).toBeCloseTo(300)
    expect(scale.x(1000)).toBeCloseTo(250)
  })

  it('finds the place that a point of the picture shows', () => {
    const scale = fitScale({ from: -950, to: 4400 }, 2600, frame)
    expect(scale.mmAt(scale.x(1900))).toBeCloseTo(1900)
  })
})
