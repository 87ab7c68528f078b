import { describe, expect, it } from 'vitest'
import { layoutOf } from '../../../../renderer/parts/drawing/layout.ts'
import { shownReport } from '../../../../renderer/parts/weights/shown-report.ts'
import { computeWeights } from '../../../../shared/weights/compute-weights.ts'
import { type LoadCaseInput, loadCase } from '../../../../shared/weights/load-case.ts'
import { craneTruck } from '../../../fixtures/weights/crane-truck.ts'
import { tipper } from '../../../fixtures/weights/tipper.ts'
import { centreAxleTrailer, drawbarTrailer, semiTrailer } from './trailers.ts'

const layout = (input: LoadCaseInput, kind = 'laden', dimensions = {}) => {
  const given = loadCase.parse({ ...input, vehicle: { ...input.vehicle, dimensions } })
  const state = computeWeights(given).states.find((each) => each.kind === kind)
  if (!state) throw new Error(`no state ${kind}`)
  return layoutOf({ given, state, width: 956, mostHeight: 2000, labelWidths: [] })
}

describe('a vehicle on the picture', () => {
  it('has the crane truck of body B where its dimensions put it: 9,450 mm over 900 units', () => {
    const { scale, vehicle, bars } = layout(craneTruck('B'), 'laden', {
      front: 1450,
      rear: 2300,
      length: 9450,
    })
    expect(vehicle.whole).toEqual({ from: -1450, to: 8000 })
    expect(scale.x(-1450)).toBeCloseTo(28)
    // By hand: 28 + (1,450 + x) · 900 / 9,450
    expect(bars.map(({ x }) => Math.round(scale.x(x)))).toEqual([166, 580, 709])
    expect(Math.round(scale.x(4616))).toBe(606)
    expect(Math.round(scale.x(8000))).toBe(928)
  })

  it('ends with body A 2,000 mm behind its last axle and begins its platform at 1,500 mm', () => {
    const { vehicle } = layout(craneTruck('A'), 'laden', { front: 1450, rear: 2000, length: 9150 })
    expect(vehicle.whole).toEqual({ from: -1450, to: 7700 })
    expect(vehicle.body).toEqual({ from: 1440, to: 7700 })
    expect(vehicle.cab?.to).toBeLessThan(1440)
    expect(vehicle.guessed).toEqual(['height'])
  })

  it('finds the front overhang from length and rear overhang', () => {
    const { vehicle } = layout(craneTruck('B'), 'laden', { rear: 2300, length: 9450 })
    expect(vehicle.whole.from).toBe(-1450)
  })

  it('reaches to the ball of a towbar, and says which sizes are usual ones', () => {
    const { vehicle, bars } = layout(tipper, 'laden-with-trailer')
    expect(vehicle.whole.to).toBe(4350)
    expect(vehicle.guessed).toEqual(['front', 'rear', 'height'])
    expect(bars.map(({ key }) => key)).toEqual(['axle-1', 'axle-2', 'coupling'])
  })

  it('shows a lifted axle up, without a bar of load', () => {
    const { vehicle, bars } = layout(craneTruck('B'), 'axle-lifted')
    expect(vehicle.wheels.map(({ lifted }) => lifted)).toEqual([false, false, true])
    expect(bars[2]?.lifted).toBe(true)
    expect(bars[2]?.load.kg).toBe(0)
  })

  it('hangs a semi-trailer upon its king pin, with no cab', () => {
    const { vehicle, bars, scale } = layout(semiTrailer, 'laden', { front: 1600, rear: 3000, length: 13_610 })
    expect(vehicle.cab).toBeUndefined()
    expect(vehicle.whole).toEqual({ from: -1600, to: 12_010 })
    expect(bars.map(({ key }) => key)).toEqual(['king-pin', 'axle-1', 'axle-2', 'axle-3'])
    // By hand: 28 + (1,600 + x) · 900 / 13,610
    expect(bars.map(({ x }) => Math.round(scale.x(x)))).toEqual([134, 556, 643, 730])
  })

  it('draws a centre-axle trailer from its eye, the body behind the drawbar', () => {
    const { vehicle, bars, scale } = layout(centreAxleTrailer, 'laden', { rear: 2900 })
    expect(vehicle.whole).toEqual({ from: 0, to: 10_410 })
    expect(vehicle.frame.from).toBe(2540)
    expect(bars.map(({ key }) => key)).toEqual(['drawbar-eye', 'axle-1', 'axle-2'])
    // By hand: 28 + x · 900 / 10,410
    expect(bars.map(({ x }) => Math.round(scale.x(x)))).toEqual([28, 564, 677])
  })

  it('keeps the hint of a tractor and a drawbar within the picture', () => {
    const semi = layout({ ...semiTrailer, loads: {} }, 'actual', { front: 100, rear: 1430, length: 10_540 })
    expect(semi.vehicle.front).toBe(-100)
    expect(semi.vehicle.whole.from).toBe(-1150)
    const drawbar = layout(drawbarTrailer, 'actual', { front: 3000, rear: 1700, length: 9300 })
    expect(drawbar.vehicle.whole).toEqual({ from: -3000, to: 6300 })
    expect(drawbar.vehicle.frame.from).toBe(-1300)
  })

  it('is not shown laden where nobody says where its load lies, unless it is too heavy already', () => {
    const kinds = (input: LoadCaseInput) => {
      const given = loadCase.parse(input)
      return shownReport(computeWeights(given), given).states.map(({ kind }) => kind)
    }
    expect(kinds(drawbarTrailer)).toEqual(['running-order', 'actual'])
    const heavy = { ...drawbarTrailer.vehicle, maxima: { laden: 4000 } }
    expect(kinds({ ...drawbarTrailer, vehicle: heavy })).toContain('laden')
    expect(kinds(tipper)).toContain('laden')
  })
})
