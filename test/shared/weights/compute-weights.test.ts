import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { computeWeights } from '../../../shared/weights/compute-weights.ts'
import { type LoadCase, loadCase } from '../../../shared/weights/load-case.ts'
import { wholeKilograms } from '../../../shared/weights/statics.ts'
import { anyLoadCase } from '../../arbitraries/load-case.ts'
import { tipper } from '../../fixtures/weights/tipper.ts'

const near = (a: number, b: number) => Math.abs(a - b) < 1e-6 * Math.max(1, Math.abs(a), Math.abs(b))

describe('the loads of any vehicle', () => {
  it('sum to the total on axles and coupling in every state', () => {
    fc.assert(
      fc.property(anyLoadCase(), (given) => {
        for (const state of computeWeights(given).states) {
          const onAxles = state.axles.reduce((sum, { kg }) => sum + kg, 0)
          const onCoupling = given.vehicle.support ? state.front.kg : 0
          const ofLines = state.lines.reduce((sum, { kg }) => sum + kg, 0)
          expect(near(onAxles + onCoupling, state.total.kg)).toBe(true)
          expect(near(ofLines, state.total.kg)).toBe(true)
          expect(near(state.front.kg + state.rear.kg, state.total.kg)).toBe(true)
        }
      }),
    )
  })

  it('balance the moments of all masses about any place, lifted axles or not', () => {
    fc.assert(
      fc.property(anyLoadCase(), fc.integer({ min: -5000, max: 5000 }), (given, about) => {
        const report = computeWeights(given)
        for (const state of report.states) {
          const borne =
            state.axles.reduce((sum, { kg, x }) => sum + kg * (x - about), 0) -
            (given.vehicle.support ? state.front.kg * about : 0)
          const { front, rear } = report.supports
          const placed = state.lines.reduce(
            (sum, line) =>
              sum +
              (line.x === undefined
                ? line.front * (front.x - about) + line.rear * (rear.x - about)
                : line.kg * (line.x - about)),
            0,
          )
          const size = state.lines.reduce((sum, { kg }) => sum + Math.abs(kg), 1) * 20_000
          expect(Math.abs(borne - placed) / size).toBeLessThan(1e-9)
        }
      }),
    )
  })

  it('keep every limit within the range of the payload’s centre, and pass one just beyond its ends', () => {
    let tried = 0
    fc.assert(
      fc.property(anyLoadCase(), fc.double({ min: 0, max: 1, noNaN: true }), (given, part) => {
        const range = computeWeights(given).states.find(({ kind }) => kind === 'laden')?.payload?.range
        if (range?.kind !== 'range' || !range.from || !range.to) return
        tried += 1
        const { from, to } = range
        const inside = from.x + part * (to.x - from.x)
        expect(passed(given, inside)).toBeLessThan(1e-6)
        expect(passed(given, from.x - 10)).toBeGreaterThan(0)
        expect(passed(given, to.x + 10)).toBeGreaterThan(0)
        expect(Math.abs(passed(given, from.x))).toBeLessThan(1e-6)
        expect(Math.abs(passed(given, to.x))).toBeLessThan(1e-6)
      }),
      { numRuns: 2000 },
    )
    expect(tried).toBeGreaterThan(50)
  })

  it('are over no limit with the payload that is said to be possible', () => {
    fc.assert(
      fc.property(anyLoadCase(), (given) => {
        const { payloadPossible } = computeWeights(given)
        const { from, to } = given.loads.payload ?? { from: 0, to: 0 }
        if (!payloadPossible || payloadPossible.kg === 0) return
        expect(passed(given, (from + to) / 2, payloadPossible.kg)).toBeLessThan(1e-6)
      }),
    )
  })
})

/** kg by which the most overloaded axle or coupling passes its limit, or is lifted, with the payload at a place; negative below. */
function passed(given: LoadCase, centre: number, kg?: number): number {
  const trials = [{ centre, ...(kg === undefined ? {} : { kg }) }]
  // A trial's place is bounded for people; the arithmetic is not.
  const state = computeWeights({ ...given, trials }).states.find((one) => one.kind === 'trial')
  const loads = [...(state?.axles ?? []), ...(given.vehicle.support ? (state ? [state.front] : []) : [])]
  const lifted = state ? -Math.min(state.front.kg, state.rear.kg) : 0
  return Math.max(lifted, ...loads.map((load) => load.kg - (load.limit ?? Number.POSITIVE_INFINITY)))
}

describe('a vehicle that cannot be loaded as wanted', () => {
  const report = (change: (given: LoadCase) => LoadCase) => computeWeights(change(loadCase.parse(tipper)))
  const codes = (change: (given: LoadCase) => LoadCase) => report(change).findings.map(({ code }) => code)

  it('has lost its payload where crew and options reach the maximum', () => {
    const found = codes((given) => ({
      ...given,
      vehicle: { ...given.vehicle, maxima: { laden: 2700 } },
    }))
    expect(found).toContain('weights-payload-lost')
    expect(found).toContain('weights-over-maximum')
  })

  it('is warned of when only the trailer takes the payload', () => {
    const found = codes((given) => ({ ...given, vehicle: { ...given.vehicle, maxima: { laden: 2900 } } }))
    expect(found).toContain('weights-payload-lost-with-trailer')
    expect(found).not.toContain('weights-payload-lost')
  })

  it('is warned of when only a trailer overloads its rear, as long as the load can be moved', () => {
    const heavy = (limit: number) =>
      report((given) => ({
        ...given,
        vehicle: {
          ...given.vehicle,
          category: 'N2',
          axles: given.vehicle.axles.map((axle, at) => (at === 1 ? { ...axle, limit: 1720 } : axle)),
          towing: { kind: 'rear-coupling', x: 4350, limit },
        },
      })).findings.filter(({ state }) => state === 'laden-with-trailer')
    expect(heavy(140).map(({ code, level }) => [code, level])).toEqual([
      ['weights-axle-over', 'warning'],
      ['weights-centre-rearward', 'warning'],
    ])
    expect(heavy(700).map(({ code, level }) => [code, level])).toContainEqual([
      'weights-centre-none',
      'error',
    ])
  })

  it('must keep its front axle’s share, and is told how far the load may go back', () => {
    const given = (one: LoadCase): LoadCase => ({
      ...one,
      vehicle: {
        ...one.vehicle,
        category: 'M1',
        axles: one.vehicle.axles.map((axle, at) => (at === 1 ? { ...axle, limit: 9000 } : axle)),
      },
      loads: { ...one.loads, payload: { from: 6000, to: 9000 } },
    })
    expect(codes(given)).toEqual(expect.arrayContaining(['weights-front-share', 'weights-centre-rearward']))
  })

  it('lifts its front axle off the ground behind a heavy tail lift', () => {
    const found = codes((given) => ({
      ...given,
      loads: { ...given.loads, masses: [{ name: 'tail lift', kg: 3000, x: 5500, counts: 'option' }] },
    }))
    expect(found).toContain('weights-axle-off-ground')
  })

  it('is doubted where its least load in front (15.1) is not there', () => {
    const found = report((given) => ({
      ...given,
      vehicle: {
        ...given.vehicle,
        axles: given.vehicle.axles.map((axle, at) => (at === 0 ? { ...axle, minimum: 1500 } : axle)),
      },
    })).findings
    expect(found[0]).toMatchObject({
      code: 'weights-axle-below-minimum',
      args: { load: '1445 kg', minimum: '1500 kg' },
    })
  })
})

describe('what is no vehicle', () => {
  const issues = (vehicle: object) => {
    const parsed = loadCase.safeParse({ ...tipper, vehicle: { ...(tipper.vehicle as object), ...vehicle } })
    return parsed.success
      ? []
      : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  }

  it('is refused by the place of its fault', () => {
    expect(issues({ groups: [{ axles: [2, 3] }] })).toContain('vehicle.groups.0.axles.1: no-such-axle')
    expect(issues({ groups: [{ axles: [1, 2] }] })).toEqual(['vehicle.groups: group-of-all-axles'])
    expect(issues({ axles: [{ x: 0 }, { x: 0 }] })).toEqual(['vehicle.axles.1.x: behind-the-axle-before'])
    expect(issues({ kind: 'semi-trailer' })).toContain('vehicle.support: trailer-without-coupling')
    expect(issues({ axles: [{ x: 0 }, { x: 3000, limit: -1 }] })[0]).toMatch(/^vehicle\.axles\.1\.limit/)
  })
})

describe('whole kilograms', () => {
  it('sum to the rounded sum and lie within one of what they stand for', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -5000, max: 40_000, noNaN: true }), { minLength: 1, maxLength: 6 }),
        (parts) => {
          const whole = wholeKilograms(parts)
          expect(whole.reduce((sum, part) => sum + part, 0)).toBeCloseTo(
            Math.round(parts.reduce((sum, part) => sum + part, 0)),
          )
          for (const [at, part] of whole.entries())
            expect(Math.abs(part - (parts[at] ?? 0))).toBeLessThanOrEqual(1)
        },
      ),
    )
  })
})
