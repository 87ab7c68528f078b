import { describe, expect, it } from 'vitest'
import { compareStages } from '../../../electron/completion/compare.ts'
import { type GivenSignOff, signedOffValue, voidSignOffs } from '../../../electron/completion/sign-offs.ts'
import facts from '../../../schemas/completion/comparisons.json' with { type: 'json' }
import type { MessageTree } from '../../../shared/ivi/message.ts'
import { findPlace } from '../../../shared/record/layer-paths.ts'
import type { Layers } from '../../../shared/record/layers.ts'
import { parseDecimal } from '../../../shared/values/decimal.ts'
import { axle, catalogue, layerOf, message, stage } from './sample-stages.ts'

const coc = (path: string): string => `CocDataGroup/${path}`
const running = coc('MassGroup/MassInRunningOrder')

const driftOf = (layers: Layers, base?: MessageTree, signOffs: readonly GivenSignOff[] = []) =>
  compareStages({ layers, stages: base ? [stage(1, base)] : [], signOffs, catalogue })

const ours = (values: Readonly<Record<string, string>>): Layers => ({
  file: layerOf(Object.fromEntries(Object.entries(values).map(([path, value]) => [coc(path), value]))),
})

describe('our values against the latest earlier stage', () => {
  it('let a mass rise over the incomplete one and refuse to fall below it or below the least completed mass', () => {
    const base = message({
      'MassGroup/MassInRunningOrderIncomplete': '1900',
      'MassGroup/MinimumMassCompleted': '2150',
    })
    const exceeded = (mass: string) =>
      driftOf(ours({ 'MassGroup/MassInRunningOrder': mass }), base)
        .filter((item) => item.exceeded)
        .map(({ expected }) => expected)
    expect(exceeded('2540')).toEqual([])
    expect(exceeded('2150')).toEqual([])
    expect(exceeded('2149')).toEqual(['2150'])
    expect(exceeded('1899')).toEqual(['1900', '2150'])
  })

  it('compare with a complete base’s own mass in running order where there is no incomplete one', () => {
    const [item] = driftOf(
      ours({ 'MassGroup/MassInRunningOrder': '2400' }),
      message({ 'MassGroup/MassInRunningOrder': '2085' }),
    )
    expect(item).toMatchObject({
      expected: '2085',
      actual: '2400',
      differencePercent: '15.11',
      exceeded: false,
    })
  })

  it('let permissible masses fall and not rise, axle by axle under their numbers', () => {
    const base = message({
      'AxleTable/AxleGroup[1]/AxleNumber': '2',
      'AxleTable/AxleGroup[1]/TechnicallyPermissibleMassAxle': '2500',
      'AxleTable/AxleGroup[2]/AxleNumber': '1',
      'AxleTable/AxleGroup[2]/TechnicallyPermissibleMassAxle': '1900',
    })
    const tree = {
      ...axle(1, { TechnicallyPermissibleMassAxle: 1950 }),
      ...axle(2, { TechnicallyPermissibleMassAxle: 2400 }),
    }
    expect(
      driftOf(ours(tree), base).map(({ path, expected, exceeded }) => [path, expected, exceeded]),
    ).toEqual([
      [coc('AxleTable/AxleGroup[1]/TechnicallyPermissibleMassAxle'), '1900', true],
      [coc('AxleTable/AxleGroup[2]/TechnicallyPermissibleMassAxle'), '2500', false],
    ])
  })

  it('hold towable masses of the same brakes and trailer against each other', () => {
    const towing = (row: number, brakes: string, trailer: string, mass: string): Record<string, string> => {
      const group = `TowingBrakedTypeTrailTable/TowingBrakedTypeTrailGroup[${row}]/`
      return {
        [`${group}BrakedTypeTrail`]: brakes,
        [`${group}BodyworkTypeTable/BodyworkTypeGroup[1]/BodyworkTypeTrailer`]: trailer,
        [`${group}BodyworkTypeTable/BodyworkTypeGroup[1]/TechnicallyPermissibleMaximumTowableMass`]: mass,
      }
    }
    const base = message({ ...towing(1, 'UNB', 'DC', '750'), ...towing(2, 'BRK', 'DC', '3500') })
    const items = driftOf(ours(towing(1, 'BRK', 'DC', '3600')), base)
    expect(items).toEqual([expect.objectContaining({ expected: '3500', actual: '3600', exceeded: true })])
  })

  it('hold dimensions against what the chassis permits, and the wheelbase against itself', () => {
    const base = message({
      'DimensionGroup/Wheelbase': '3450',
      'DimensionGroup/MaximumPermissibleLengthMax': '6200',
      'DimensionGroup/MaximumPermissibleWidth': '2300',
    })
    const items = driftOf(
      ours({
        'DimensionGroup/Wheelbase': '3450',
        'DimensionGroup/Length': '6201',
        'DimensionGroup/Width': '2300',
      }),
      base,
    )
    expect(items).toEqual([expect.objectContaining({ expected: '6200', actual: '6201', exceeded: true })])
    expect(driftOf(ours({ 'DimensionGroup/Wheelbase': '3400' }), base)[0]?.exceeded).toBe(true)
  })

  it('say nothing of what either side leaves unsaid or writes as no number', () => {
    expect(driftOf(ours({ 'MassGroup/MassInRunningOrder': '2400' }), message({ Type: 'T' }))).toEqual([])
    expect(
      driftOf(
        ours({ 'MassGroup/MassInRunningOrder': 'heavy' }),
        message({ 'MassGroup/MassInRunningOrder': '2085' }),
      ),
    ).toEqual([])
  })
})

describe('weighed values against declared ones', () => {
  const weighed = (mass: string, more: Layers = {}): Layers => ({
    variant: layerOf({ [running]: '2000' }),
    measured: layerOf({ [running]: mass }),
    ...more,
  })

  it('may differ by 3 percent, exactly', () => {
    expect(driftOf(weighed('2060'))[0]).toMatchObject({ tolerancePercent: '3', exceeded: false })
    expect(driftOf(weighed('2061'))[0]).toMatchObject({ differencePercent: '3.05', exceeded: true })
    expect(driftOf(weighed('1939'))[0]).toMatchObject({ differencePercent: '-3.05', exceeded: true })
  })

  it('may differ by 5 percent on a special purpose vehicle', () => {
    const file = layerOf({ [coc('BodyworkTable/BodyworkGroup[1]/SpecialPurposeDesignation')]: 'SA' })
    expect(driftOf(weighed('2100', { file }))[0]).toMatchObject({ tolerancePercent: '5', exceeded: false })
  })

  it('are compared with what a person typed, where somebody did', () => {
    const typed = layerOf({ [running]: '2050' }, { kind: 'typed', person: 'J', at: '' })
    const [item] = driftOf(weighed('2060', { typed })).filter(({ against }) => against === 'measured')
    expect(item).toMatchObject({ expected: '2050', actual: '2060' })
  })

  it('name the axle as the draft numbers it, after a row was taken away', () => {
    const share = (row: number) => coc(`AxleTable/AxleGroup[${row}]/DistributionMassRunningOrderAxle`)
    const items = driftOf({
      variant: layerOf({ [share(1)]: '900', [share(2)]: '1000', [share(3)]: '1000' }),
      measured: layerOf({ [share(3)]: '1100' }),
      typed: layerOf({ [coc('AxleTable/AxleGroup[2]')]: null }),
    })
    expect(items.map(({ path }) => path)).toEqual([share(2)])
  })
})

describe('a sign-off', () => {
  const layers = (mass: string, declared = '2000'): Layers => ({
    file: layerOf({ [running]: declared }),
    measured: layerOf({ [running]: mass }),
  })
  const items = driftOf(layers('2100'))
  const given: GivenSignOff = {
    path: running,
    person: 'Eva',
    reason: 'weighed with snow',
    at: '2026-11-22T08:00:00.000Z',
    value: signedOffValue(items, running),
  }

  it('counts while path and values stay the same', () => {
    const [item] = driftOf(layers('2100'), undefined, [given])
    expect(item?.signOff).toEqual({ path: running, person: 'Eva', reason: 'weighed with snow', at: given.at })
    expect(voidSignOffs(items, [given])).toEqual([])
  })

  it('is void once the weighing or what it is held against changes', () => {
    for (const later of [layers('2110'), layers('2100', '1900')]) {
      const after = driftOf(later, undefined, [given])
      expect(after[0]).toMatchObject({ exceeded: true })
      expect(after[0]?.signOff).toBeUndefined()
      expect(voidSignOffs(after, [given])).toEqual([given])
    }
  })

  it('has nothing to vouch for where no tolerance is exceeded', () => {
    expect(signedOffValue(driftOf(layers('2010')), running)).toBe('')
  })
})

describe('the facts of comparison', () => {
  it('name fields that the release has, with a tolerance and a source', () => {
    const paths = [
      ...facts.earlierStage.flatMap(({ ours: own, earlier }) => [own, ...earlier]),
      ...facts.measured.map(({ path }) => path),
      ...facts.variant.map(({ path }) => path),
      `${facts.specialPurpose.rows}/${facts.specialPurpose.field}`,
    ]
    expect(paths.filter((path) => findPlace(path, catalogue) === undefined)).toEqual([])
    for (const one of [...facts.earlierStage, ...facts.measured, ...facts.variant]) {
      expect(parseDecimal(one.tolerancePercent)).toBeDefined()
      expect(one.source.length).toBeGreaterThan(5)
    }
    expect(facts.earlierStage.every(({ may }) => ['rise', 'fall', 'stay'].includes(may))).toBe(true)
  })
})
