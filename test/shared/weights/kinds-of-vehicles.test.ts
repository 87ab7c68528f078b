import { describe, expect, it } from 'vitest'
import { computeWeights } from '../../../shared/weights/compute-weights.ts'
import { type LoadCaseInput, loadCase } from '../../../shared/weights/load-case.ts'

const weigh = (given: LoadCaseInput) => computeWeights(loadCase.parse(given))
const state = (given: LoadCaseInput, kind: string) => weigh(given).states.find((one) => one.kind === kind)
const axles = (given: LoadCaseInput, kind: string) =>
  state(given, kind)?.axles.map(({ kg }) => Math.round(kg))

describe('a tractor of semi-trailers', () => {
  const tractor: LoadCaseInput = {
    vehicle: {
      kind: 'rigid',
      category: 'N3',
      axles: [
        { x: 0, limit: 7500, empty: 5200, steered: true },
        { x: 3700, limit: 11_500, empty: 2300, powered: true },
      ],
      towing: { kind: 'fifth-wheel', x: 3100, limit: 12_000 },
      maxima: { laden: 18_000, combination: 40_000 },
    },
    loads: { seats: [{ count: 1, x: -300 }] },
  }

  it('bears on its fifth wheel what its maximum leaves', () => {
    const laden = state(tractor, 'laden-with-trailer')
    expect(laden?.coupling).toMatchObject({ kg: 18_000 - 7500 - 75, limit: 12_000, over: 0 })
    // 2300 − 75·300/3700 + 10425·3100/3700 = 2300 − 6.1 + 8734.5
    expect(axles(tractor, 'laden-with-trailer')).toEqual([6972, 11_028])
    expect(weigh(tractor).findings).toEqual([])
  })

  it('overloads its drive axle when the fifth wheel is set back', () => {
    const back = {
      ...tractor,
      vehicle: { ...tractor.vehicle, towing: { kind: 'fifth-wheel' as const, x: 3400, limit: 12_000 } },
    }
    expect(weigh(back).findings).toEqual([
      expect.objectContaining({
        code: 'weights-axle-over',
        axle: 2,
        level: 'error',
        state: 'laden-with-trailer',
      }),
    ])
  })
})

describe('a lorry with two front axles', () => {
  const tipper8x4: LoadCaseInput = {
    vehicle: {
      kind: 'rigid',
      category: 'N3',
      axles: [
        { x: 0, limit: 8000, empty: 3300, steered: true },
        { x: 1900, limit: 8000, empty: 3100, steered: true },
        { x: 5200, limit: 9500, empty: 1900, powered: true },
        { x: 6570, limit: 9500, empty: 1900, powered: true },
      ],
      groups: [{ axles: [3, 4], limit: 19_000 }],
      maxima: { laden: 32_000 },
    },
    loads: {
      masses: [{ name: 'body', kg: 2800, x: 4400, counts: 'standard' }],
      payload: { from: 1800, to: 7400 },
    },
  }

  it('rests on its two front axles together and on its bogie', () => {
    const report = weigh(tipper8x4)
    expect(report.supports.front).toMatchObject({
      axles: [1, 2],
      x: 950,
      limit: 16_000,
      sharesFrom: 'permitted',
    })
    expect(report.supports.rear).toMatchObject({ axles: [3, 4], x: 5885 })
    expect(report.wheelbase).toBe(4935)
    // body 2800·3450/4935 = 1957.4, payload 19000·3650/4935 = 14052.7 behind.
    expect(state(tipper8x4, 'laden')?.rear.kg).toBeCloseTo(3800 + 1957.4 + 14_052.7, 0)
    const laden = axles(tipper8x4, 'laden') ?? []
    expect(laden[0]).toBe(laden[1])
  })

  it('says so where nothing tells how its axles share', () => {
    const unknown = tipper8x4.vehicle.axles.map(({ limit: _limit, ...axle }) => axle)
    const report = weigh({ ...tipper8x4, vehicle: { ...tipper8x4.vehicle, axles: unknown } })
    expect(report.supports.front.sharesFrom).toBe('equal')
    expect(report.findings).toContainEqual(
      expect.objectContaining({ code: 'weights-shares-assumed', level: 'warning', args: { axles: '1, 2' } }),
    )
  })
})

describe('a trailer', () => {
  it('with a turntable rests on its axles alone', () => {
    const trailer: LoadCaseInput = {
      vehicle: {
        kind: 'drawbar-trailer',
        category: 'O4',
        axles: [
          { x: 0, limit: 9000, empty: 2600 },
          { x: 5000, limit: 9000, empty: 2200 },
        ],
        maxima: { laden: 18_000 },
      },
      loads: { payload: { from: -900, to: 6100 } },
    }
    expect(axles(trailer, 'laden')).toEqual([2600 + 6336, 2200 + 6864].map(Math.round))
    expect(weigh(trailer).findings).toContainEqual(
      expect.objectContaining({ code: 'weights-axle-over', axle: 2 }),
    )
  })
})
