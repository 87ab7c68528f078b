import { describe, expect, it } from 'vitest'
import { computeWeights } from '../../../shared/weights/compute-weights.ts'
import { loadCase } from '../../../shared/weights/load-case.ts'
import { reactions, wheelbaseOf } from '../../../shared/weights/statics.ts'
import { supportsOf } from '../../../shared/weights/supports.ts'
import type { WeightStateKind, WeightsReport } from '../../../shared/weights/weights-report.ts'
import { craneTruck } from '../../fixtures/weights/crane-truck.ts'
import { tipper } from '../../fixtures/weights/tipper.ts'

const weigh = (given: unknown): WeightsReport => computeWeights(loadCase.parse(given))
const state = (report: WeightsReport, kind: WeightStateKind) => {
  const found = report.states.find((one) => one.kind === kind)
  if (!found) throw new Error(`no state ${kind}`)
  return found
}
const axles = (report: WeightsReport, kind: WeightStateKind) =>
  state(report, kind).axles.map(({ kg }) => Math.round(kg))
const total = (report: WeightsReport, kind: WeightStateKind) => Math.round(state(report, kind).total.kg)
const tenth = (value: number) => Math.round(value * 10) / 10
const lines = (report: WeightsReport, kind: WeightStateKind) =>
  state(report, kind).lines.map(({ kg, x, front, rear }) => [kg, x, tenth(front), tenth(rear)])

describe('the N1 tipper of the worked example', () => {
  const report = weigh(tipper)

  it('comes out line by line as the table says', () => {
    expect(lines(report, 'laden')).toEqual([
      [1900, undefined, 1250, 650],
      [640, 2400, 194.8, 445.2],
      [60, 600, 49.6, 10.4],
      [45, 4350, -11.7, 56.7],
      [150, 500, 128.3, 21.7],
      [705, 2300, 235, 470],
    ])
  })

  it('has items 13, 13.1 and 13.2 and its laden loads to the kilogram', () => {
    expect([total(report, 'running-order'), ...axles(report, 'running-order')]).toEqual([2540, 1445, 1095])
    expect([total(report, 'actual'), ...axles(report, 'actual')]).toEqual([2645, 1483, 1162])
    expect([total(report, 'laden'), ...axles(report, 'laden')]).toEqual([3500, 1846, 1654])
    expect([total(report, 'laden-with-trailer'), ...axles(report, 'laden-with-trailer')]).toEqual([
      3500, 1763, 1737,
    ])
    expect([report.payloadLeft, report.payloadLeftWithTrailer]).toEqual([705, 565])
  })

  it('keeps 52.7 % on the front axle, and nothing is wrong with it', () => {
    expect(tenth((report.frontShare.laden ?? 0) * 100)).toBe(52.7)
    expect(report.findings).toEqual([])
  })

  it('may have its payload from 2,035 mm rearwards, without a limit behind', () => {
    expect(state(report, 'laden').payload?.range).toMatchObject({
      from: { whole: 2035, by: { kind: 'axle', axle: 1 }, within: true },
      to: { within: false },
    })
  })

  it('shows a heap at 1,900 mm as 28 kg over, without a finding', () => {
    const [front] = state(report, 'trial').axles
    expect(tenth(front?.kg ?? 0)).toBe(1927.6)
    expect(front?.over).toBe(28)
  })

  it('puts tool box and towbar 4.1 % over the item 13 of its version where they count as standard', () => {
    const loads = loadCase.parse(tipper).loads
    const masses = loads.masses.map((one) => ({ ...one, counts: 'standard' as const }))
    const wrong = weigh({ ...tipper, loads: { ...loads, masses } })
    expect(total(wrong, 'running-order')).toBe(2645)
    expect(tenth((100 * (2645 - total(report, 'running-order'))) / total(report, 'running-order'))).toBe(4.1)
  })
})

describe('the N3 crane truck of the worked example', () => {
  const first = weigh(craneTruck('A'))
  const second = weigh(craneTruck('B'))

  it('has a theoretical wheelbase by the load sharing of its bogie', () => {
    expect(tenth(first.wheelbase)).toBe(4882.9)
    expect(first.supports.rear.shares.map((share) => Math.round(share * 100_000) / 1000)).toEqual([
      60.526, 39.474,
    ])
  })

  it('agrees with what the crane builder declared of stage 2', () => {
    const supports = supportsOf(loadCase.parse(craneTruck('A')).vehicle)
    const crane = reactions({ kg: 2650, x: 950 }, supports)
    const subframe = reactions({ kg: 380, x: 3600 }, supports)
    expect([tenth(crane.front), tenth(subframe.front)]).toEqual([2134.4, 99.8])
    expect(Math.round((5000 + crane.front + subframe.front) * 10) / 10).toBe(7234.3)
    expect(Math.round(wheelbaseOf(supports))).toBe(4883)
  })

  it('gives body A its table: 101 kg too much on the front axle', () => {
    expect([total(first, 'running-order'), ...axles(first, 'running-order')]).toEqual([
      13_780, 7318, 3911, 2551,
    ])
    expect(lines(first, 'laden').slice(1)).toEqual([
      [1450, 4600, 84, 1366],
      [75, -300, 79.6, -4.6],
      [12_145, 4600, 703.6, 11_441.4],
    ])
    expect(axles(first, 'laden')).toEqual([8101, 10_833, 7065])
  })

  it('refuses body A and says where the load may lie', () => {
    const { payload } = state(first, 'laden')
    expect(payload?.range).toMatchObject({ from: { whole: 4641 }, to: { whole: 5043 } })
    expect(first.findings).toEqual([
      expect.objectContaining({
        code: 'weights-axle-over',
        level: 'error',
        axle: 1,
        args: { axle: 1, state: 'laden', load: '8101 kg', limit: '8000 kg', over: '101 kg' },
      }),
      expect.objectContaining({
        code: 'weights-centre-forward',
        level: 'error',
        args: { state: 'laden', payload: '12145 kg', centre: '4600 mm', from: '4641 mm' },
      }),
    ])
  })

  it('gives body B its table, and lets it pass', () => {
    expect([total(second, 'running-order'), ...axles(second, 'running-order')]).toEqual([
      13_810, 7259, 3965, 2586,
    ])
    expect(lines(second, 'laden').slice(1)).toEqual([
      [1480, 4800, 25.1, 1454.9],
      [75, -300, 79.6, -4.6],
      [12_115, 4800, 205.7, 11_909.3],
    ])
    expect(axles(second, 'laden')).toEqual([7544, 11_170, 7285])
    expect(state(second, 'laden').payload?.range).toMatchObject({
      from: { whole: 4616 },
      to: { whole: 5019 },
    })
    expect(second.findings).toEqual([])
  })

  it('keeps 29.0 % in front, and 26.9 % with the bogie at its limit', () => {
    expect(tenth((second.frontShare.laden ?? 0) * 100)).toBe(29)
    expect(tenth((second.frontShare.rearAtLimit ?? 0) * 100)).toBe(26.9)
  })

  it('stands on two axles with 7,353 and 6,457 kg when the third is lifted', () => {
    expect(axles(second, 'axle-lifted')).toEqual([6457, 7353, 0])
    expect(state(second, 'axle-lifted').wheelbase).toBe(4350)
  })

  it('would be 378 kg wrong in front if the bogie shared evenly', () => {
    const even = weigh(craneTruck('B', [1, 1]))
    expect(even.wheelbase).toBe(5025)
    expect(axles(even, 'laden')[0]).toBe(7922)
    expect((axles(even, 'laden')[0] ?? 0) - (axles(second, 'laden')[0] ?? 0)).toBe(378)
  })

  it('needs a correction when the base grants only 7,500 kg in front', () => {
    const given = loadCase.parse(craneTruck('B'))
    const lowered = given.vehicle.axles.map((one, at) => (at === 0 ? { ...one, limit: 7500 } : one))
    const report = weigh({ ...given, vehicle: { ...given.vehicle, axles: lowered } })
    expect(report.findings[0]).toMatchObject({
      code: 'weights-axle-over',
      args: { load: '7544 kg', over: '44 kg' },
    })
  })
})
