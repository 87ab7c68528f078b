import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadCase } from '../../../shared/weights/load-case.ts'
import {
  type NormalisedSlip,
  normaliseSlip,
  type WeighedVehicle,
} from '../../../shared/weights/normalise-slip.ts'
import { sampleBody } from '../../../shared/weights/sampling-plan.ts'
import { parseSlip, type SlipInput } from '../../../shared/weights/slip.ts'
import { craneTruck } from '../../fixtures/weights/crane-truck.ts'
import { tipper } from '../../fixtures/weights/tipper.ts'

const given = loadCase.parse(tipper)
const options = [
  { id: 'toolbox', masses: given.loads.masses.filter(({ name }) => name === 'tool box') },
  { id: 'towbar', masses: given.loads.masses.filter(({ name }) => name === 'towbar') },
]
const onScale: WeighedVehicle = { vehicle: given.vehicle, options, further: [], driverX: 500 }
const slip: SlipInput = {
  slip: 'W-2207',
  day: '2026-11-20',
  division: 20,
  readings: [
    { axles: [1], kg: 1400 },
    { axles: [2], kg: 1160 },
  ],
  driver: { aboard: false },
  tank: { litres: 21, capacity: 70, x: 1300 },
}

function normalised(json: unknown, vehicle = onScale): NormalisedSlip {
  const parsed = parseSlip(json)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem))
  const done = normaliseSlip(parsed.value, vehicle)
  if (!done.ok) throw new Error(JSON.stringify(done.problem))
  return done.value
}
const tenth = (value: number) => Math.round(value * 10) / 10
const code = (json: unknown, vehicle = onScale) => {
  const parsed = parseSlip(json)
  const done = parsed.ok ? normaliseSlip(parsed.value, vehicle) : parsed
  return done.ok ? undefined : done.problem.code
}

describe('a slip of the scale', () => {
  const result = normalised(slip)

  it('is normalised line by line as the worked example says', () => {
    expect(result.lines.map(({ kind, kg, x, axles }) => [kind, tenth(kg), x, ...axles.map(tenth)])).toEqual([
      ['reading', 1400, undefined, 1400, 0],
      ['reading', 1160, undefined, 0, 1160],
      ['driver', 75, 500, 64.1, 10.9],
      ['fuel', 35.3, 1300, 22, 13.3],
    ])
    expect(result.actual.axles.map(Math.round)).toEqual([1486, 1184])
    expect(Math.round(result.actual.kg)).toBe(2670)
    expect(result.raw).toBe(2560)
  })

  it('is 25 kg over the prediction, and 0.99 % over item 13 without its options', () => {
    expect(Math.round(result.actual.kg) - 2645).toBe(25)
    expect(result.options).toBe(105)
    expect(Math.round(result.runningOrder.kg)).toBe(2565)
    expect(Math.trunc((10_000 * (result.runningOrder.kg - 2540)) / 2540) / 100).toBe(0.99)
    expect(Math.round(((100 * (2560 - 2645)) / 2645) * 10) / 10).toBe(-3.2)
  })

  it('gets the options that were not fitted yet, and loses what does not belong to the vehicle', () => {
    const bare = normalised({
      ...slip,
      options: ['toolbox'],
      also: [{ name: 'pallet', kg: 300, x: 2300 }],
    })
    expect(bare.actual.kg).toBeCloseTo(result.actual.kg + 45 - 300, 6)
    expect(bare.lines.slice(-2).map(({ kind, name }) => [kind, name])).toEqual([
      ['option', 'towbar'],
      ['also', 'pallet'],
    ])
    expect(bare.runningOrder.kg).toBeCloseTo(bare.actual.kg - 105, 6)
  })

  it('counts fresh water and gas full, and takes off fuel beyond 90 %', () => {
    const camper = normalised({
      ...slip,
      driver: { aboard: true },
      tank: { litres: 70, capacity: 70, x: 1300 },
      water: { litres: 10, capacity: 90, x: 3450 },
      gas: { kg: 11, capacity: 22, x: 3450 },
    })
    expect(camper.actual.kg).toBeCloseTo(2560 - 7 * 0.84 + 80 + 11, 6)
  })

  it('shares what stood on the plate together as the suspension does', () => {
    const truck = loadCase.parse(craneTruck('B')).vehicle
    const crane = { vehicle: truck, options: [], further: [], driverX: -300 }
    const weighed = normalised(
      {
        ...slip,
        tank: undefined,
        driver: { aboard: true },
        readings: [
          { axles: [1], kg: 7260 },
          { axles: [2, 3], kg: 6540 },
        ],
      },
      crane,
    )
    expect(weighed.actual.axles.map(Math.round)).toEqual([7260, 3958, 2582])
  })

  it('keeps sum and moments of everything that it adds', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            name: fc.constant('x'),
            kg: fc.integer({ min: 1, max: 3000 }),
            x: fc.integer({ min: -2000, max: 9000 }),
          }),
          { maxLength: 5 },
        ),
        (also) => {
          const one = normalised({ ...slip, also })
          for (const line of one.lines) {
            expect(line.axles.reduce((sum, kg) => sum + kg, 0)).toBeCloseTo(line.kg, 6)
            if (line.x !== undefined) expect((line.axles[1] ?? 0) * 3450).toBeCloseTo(line.kg * line.x, 3)
          }
          expect(one.actual.axles.reduce((sum, kg) => sum + kg, 0)).toBeCloseTo(one.actual.kg, 6)
        },
      ),
    )
  })

  it.each([
    [
      'weights-fault-between-divisions',
      {
        ...slip,
        readings: [
          { axles: [1], kg: 1405 },
          { axles: [2], kg: 1160 },
        ],
      },
    ],
    [
      'weights-fault-one-reading-an-axle',
      {
        ...slip,
        readings: [
          { axles: [1], kg: 1400 },
          { axles: [1, 2], kg: 1160 },
        ],
      },
    ],
    ['weights-fault-more-than-the-tank', { ...slip, tank: { litres: 80, capacity: 70, x: 1300 } }],
    ['weights-number-low', { ...slip, readings: [{ axles: [1], kg: -20 }] }],
    ['weights-number-low', { ...slip, division: 0 }],
    ['weights-value-missing', { ...slip, tank: { litres: 20, capacity: 70 } }],
    ['weights-unreadable', { ...slip, day: '2026-02-31' }],
    ['slip-axle-missing', { ...slip, readings: [{ axles: [1], kg: 1400 }] }],
    ['slip-axle-unknown', { ...slip, readings: [{ axles: [1, 2, 3], kg: 1400 }] }],
    ['slip-option-unknown', { ...slip, options: ['crane'] }],
  ])('is refused: %s', (expected, json) => {
    expect(code(json)).toBe(expected)
  })

  it('needs to know where a driver sits who is to be added', () => {
    expect(code(slip, { ...onScale, driverX: undefined })).toBe('slip-driver-place')
    expect(
      code({ ...slip, driver: { aboard: false, x: 400 } }, { ...onScale, driverX: undefined }),
    ).toBeUndefined()
  })
})

describe('the sampling plan', () => {
  const built = (count: number, weighed: readonly number[], left = 0) =>
    Array.from({ length: count }, (_, at) => ({
      id: at + 1,
      vin: `VIN${at + 1}`,
      weighed: weighed.includes(at + 1),
      left: at < left,
    }))

  it('wants the first of a body, then one of every so many', () => {
    expect(sampleBody(built(1, []), 10)).toMatchObject({ due: [{ position: 1 }], until: 0 })
    expect(sampleBody(built(7, [3]), 10)).toEqual({ due: [], until: 3 })
    expect(sampleBody(built(10, [3]), 10)).toEqual({ due: [], until: 0 })
    expect(sampleBody(built(12, [3]), 10)).toMatchObject({ due: [{ position: 11 }] })
  })

  it('names a vehicle that is still here', () => {
    expect(sampleBody(built(8, [], 5), 10).due).toMatchObject([{ position: 6, left: false }])
    expect(sampleBody(built(4, [], 4), 10).due).toMatchObject([{ position: 4, left: true }])
  })
})
