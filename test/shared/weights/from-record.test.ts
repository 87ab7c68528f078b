import { describe, expect, it } from 'vitest'
import type { MessageTree } from '../../../shared/ivi/message.ts'
import { computeWeights } from '../../../shared/weights/compute-weights.ts'
import { weighableRecord } from '../../../shared/weights/from-record.ts'
import { loadCase } from '../../../shared/weights/load-case.ts'
import { loads as parseLoads } from '../../../shared/weights/loads.ts'
import { axle, craneStages, message, tipperBase } from '../../electron/completion/sample-stages.ts'
import { craneTruck } from '../../fixtures/weights/crane-truck.ts'
import { tipper } from '../../fixtures/weights/tipper.ts'

const ours = message({
  StageOfCompletion: 'V',
  VehicleCategory: 'N1',
  'DimensionGroup/Length': '5950',
  'MassGroup/MaximumStaticVerticalMassCouplingPointTable/MaximumStaticVerticalMassCouplingPointGroup[1]/TechnicallyPermissibleMaximumStaticVerticalMassCouplingPoint':
    '140',
})
const tipperLoads = parseLoads.parse({ ...tipper.loads, coupling: { x: 4350 } })

const bogie = message({
  StageOfCompletion: 'V',
  VehicleCategory: 'N3',
  'DimensionGroup/Length': '9150',
  'DimensionGroup/RearOverhang': '2000',
  'AxleGroupTable/AxleGroupGroup[1]/AxleGroupNumber': '1',
  'AxleGroupTable/AxleGroupGroup[1]/TechnicallyPermissibleMassAxleGroup': '19000',
  'AxleGroupTable/AxleGroupGroup[1]/AxleGroupMemberTable/AxleGroupMemberGroup[1]/MemberAxleNumber': '2',
  'AxleGroupTable/AxleGroupGroup[1]/AxleGroupMemberTable/AxleGroupMemberGroup[2]/MemberAxleNumber': '3',
})

function ready(record: Parameters<typeof weighableRecord>[0]) {
  const found = weighableRecord(record)
  if (found.kind === 'missing') throw new Error(JSON.stringify(found.problem))
  return found
}

const axles = (record: Parameters<typeof weighableRecord>[0], kind = 'laden') =>
  computeWeights(ready(record).given)
    .states.find((state) => state.kind === kind)
    ?.axles.map(({ kg }) => Math.round(kg))

describe('a vehicle of the register as statics sees it', () => {
  it('comes upon item 14.1 of its chassis, with the mass on its coupling', () => {
    const record = { own: ours, earlier: [tipperBase], loads: tipperLoads }
    const { given, basis } = ready(record)
    expect(basis).toEqual({ from: 'stage', stage: 1, item: '14.1' })
    expect(given.vehicle.axles.map(({ empty, limit, x }) => [x, empty, limit])).toEqual([
      [0, 1250, 1900],
      [3450, 650, 2500],
    ])
    expect(axles(record)).toEqual([1846, 1654])
    expect(axles(record, 'laden-with-trailer')).toEqual([1763, 1737])
  })

  it('builds upon the latest stage and not upon the first', () => {
    const loads = parseLoads.parse(craneTruck('A').loads)
    const { given, basis } = ready({ own: bogie, earlier: craneStages, loads })
    expect(basis).toEqual({ from: 'stage', stage: 2, item: '14.1' })
    expect(given.vehicle.axles.map(({ empty, liftable }) => [empty, liftable])).toEqual([
      [7234, false],
      [3084, false],
      [2012, true],
    ])
    expect(given.vehicle.dimensions).toEqual({ length: 9150, rear: 2000, front: 1450 })
    expect(axles({ own: bogie, earlier: craneStages, loads })).toEqual([8101, 10_833, 7065])
  })

  it('shares a group as its axles’ permissible masses are to each other, or as the body says', () => {
    const loads = parseLoads.parse(craneTruck('B').loads)
    const { given } = ready({ own: bogie, earlier: craneStages, loads })
    expect(computeWeights(given).supports.rear).toMatchObject({ axles: [2, 3], sharesFrom: 'permitted' })
    const even = { ...loads, sharing: [{ axles: [2, 3], shares: [1, 1] }] }
    expect(axles({ own: bogie, earlier: craneStages, loads: even })?.[0]).toBe(7922)
  })

  it('is drawn from its own item 13.1 where nothing is placed', () => {
    const own = message({
      StageOfCompletion: 'C',
      VehicleCategory: 'N2',
      'DimensionGroup/Wheelbase': '3800',
      ...axle(1, { DistributionMassRunningOrderAxle: 2100 }),
      ...axle(2, { DistributionMassRunningOrderAxle: 1900 }),
    })
    expect(ready({ own, earlier: [], loads: undefined }).basis).toEqual({ from: 'own', item: '13.1' })
    expect(axles({ own, earlier: [], loads: undefined }, 'running-order')).toEqual([2100, 1900])
  })

  it('says what it lacks, and which field would say it', () => {
    const lacks = (own: MessageTree) => weighableRecord({ own, earlier: [], loads: undefined })
    expect(lacks(message({ StageOfCompletion: 'C', VehicleCategory: 'N2' }))).toMatchObject({
      problem: { code: 'weights-need-axles' },
    })
    const axlesOnly = {
      StageOfCompletion: 'C',
      ...axle(1, { DistributionMassRunningOrderAxle: 2100 }),
      ...axle(2, { DistributionMassRunningOrderAxle: 1900 }),
    }
    expect(lacks(message({ ...axlesOnly, VehicleCategory: 'N2' }))).toMatchObject({
      problem: {
        code: 'weights-need-places',
        where: { path: 'CocDataGroup/AxleTable/AxleGroup[1]/AxleSpacing' },
      },
    })
    expect(lacks(message({ ...axlesOnly, VehicleCategory: 'O4' }))).toMatchObject({
      problem: { code: 'weights-need-bodywork' },
    })
  })
})

describe('a trailer of our own', () => {
  const placed = {
    masses: [
      { name: 'frame and axles', kg: 4200, x: 5600, counts: 'standard' },
      { name: 'body', kg: 2400, x: 4100, counts: 'standard' },
    ],
    payload: { from: -900, to: 7400 },
  }
  const trailer = (code: string) =>
    message({
      StageOfCompletion: 'C',
      VehicleCategory: 'O4',
      'BodyworkTable/BodyworkGroup[1]/CodeForBodywork': code,
      'MassGroup/TechnicallyPermissibleMaximumLadenMass': '36000',
      'MassGroup/MaximumStaticVerticalMassCouplingPointTable/MaximumStaticVerticalMassCouplingPointGroup[1]/TechnicallyPermissibleMaximumStaticVerticalMassCouplingPoint':
        '15000',
      'MechanicalCouplingTable/MechanicalCouplingGroup[1]/MechanicalCouplingNumber': '1',
      'MechanicalCouplingTable/MechanicalCouplingGroup[1]/DistanceCouplingPointFirstAxle': '5090',
      'MechanicalCouplingTable/MechanicalCouplingGroup[1]/DistanceCentreCouplingRearEnd': '8640',
      'DimensionGroup/Length': '9240',
      ...axle(1, { AxleSpacing: 1310, TechnicallyPermissibleMassAxle: 9000, LiftAxleIndicator: 'Y' }),
      ...axle(2, { AxleSpacing: 1310, TechnicallyPermissibleMassAxle: 9000 }),
      ...axle(3, { TechnicallyPermissibleMassAxle: 9000 }),
    })

  it('rests on its king pin and its axles, all of whose mass is placed', () => {
    const { given, basis } = ready({ own: trailer('DA'), earlier: [], loads: parseLoads.parse(placed) })
    expect(basis).toEqual({ from: 'none' })
    expect(given.vehicle.dimensions).toMatchObject({ length: 9240, rear: 930, front: 600 })
    const report = computeWeights(given)
    expect(report.wheelbase).toBe(6400)
    const running = report.states[0]
    // 4200·5600/6400 + 2400·4100/6400 = 3675 + 1537.5 on the axles, the rest on the king pin.
    expect([running?.front.kg, running?.rear.kg]).toEqual([1387.5, 5212.5])
    const laden = report.states.find(({ kind }) => kind === 'laden')
    expect(Math.round((laden?.front.kg ?? 0) + (laden?.rear.kg ?? 0))).toBe(36_000)
    // 29400 kg at 3250: 14929.7 more on the axles.
    expect(Math.round(laden?.rear.kg ?? 0)).toBe(Math.round(5212.5 + (29_400 * 3250) / 6400))
    expect(report.findings).toEqual([
      expect.objectContaining({ code: 'weights-coupling-over', level: 'error' }),
      expect.objectContaining({ code: 'weights-centre-forward' }),
    ])
    const lifted = report.states.find(({ kind }) => kind === 'axle-lifted')
    expect(lifted?.wheelbase).toBe(7055)
  })

  it('presses with its drawbar eye upon the towing vehicle, and must not lift it', () => {
    const given = loadCase.parse({
      vehicle: {
        kind: 'centre-axle-trailer',
        category: 'O2',
        axles: [{ x: 3000, limit: 1800 }],
        support: { kind: 'drawbar-eye', limit: 100 },
        maxima: { laden: 1800 },
      },
      loads: {
        masses: [{ name: 'trailer', kg: 500, x: 2900, counts: 'standard' }],
        payload: { from: 1900, to: 4100 },
      },
    })
    const report = computeWeights(given)
    expect(report.states[0]?.front.kg).toBeCloseTo(16.67, 1)
    expect(report.findings).toEqual([])
    const tailHeavy = computeWeights({
      ...given,
      loads: { ...given.loads, payload: { from: 2500, to: 5000 } },
    })
    expect(tailHeavy.findings.map(({ code }) => code)).toEqual([
      'weights-axle-over',
      'weights-coupling-lifts',
      'weights-centre-rearward',
    ])
  })
})
