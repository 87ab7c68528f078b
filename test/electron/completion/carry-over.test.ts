import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CarryOverInput, carryOver } from '../../../electron/completion/carry-over.ts'
import { ownStageNumber } from '../../../electron/completion/manufacturers.ts'
import { overlayStages, stageNumberOf } from '../../../electron/completion/overlay-stages.ts'
import { tableOf } from '../../../electron/completion/tables.ts'
import facts from '../../../schemas/completion/carry-over.json' with { type: 'json' }
import { groupType } from '../../../shared/ivi/catalogue.ts'
import { rowNumberField } from '../../../shared/ivi/row-number.ts'
import { findPlace } from '../../../shared/record/layer-paths.ts'
import { axle, catalogue, manufacturer, message, stage, tipperBase } from './sample-stages.ts'

const coc = (path: string): string => `CocDataGroup/${path}`

const carried = (input: Partial<CarryOverInput>) =>
  carryOver({
    stages: [tipperBase],
    mode: 'full',
    stage: 'V',
    category: 'N1',
    stated: new Set(),
    catalogue,
    isRelevant: () => 'unknown',
    ...input,
  })

const valuesOf = (input: Partial<CarryOverInput>): Record<string, string | null> =>
  Object.fromEntries(Object.entries(carried(input).layer).map(([path, { value }]) => [path, value]))

describe('laying earlier stages over each other', () => {
  it('replaces single fields one by one and tables as a whole', () => {
    const first = stage(
      1,
      message({
        Type: 'A',
        MaximumSpeed: '90',
        'MakeTable/MakeGroup[1]/Make': 'X',
        'MakeTable/MakeGroup[2]/Make': 'Y',
      }),
    )
    const second = stage(2, message({ Type: 'B', 'MakeTable/MakeGroup[1]/Make': 'Z' }))
    const declared = overlayStages([second, first], catalogue)
    expect(Object.fromEntries([...declared].map(([path, { value }]) => [path, value]))).toMatchObject({
      [coc('Type')]: 'B',
      [coc('MaximumSpeed')]: '90',
      [coc('MakeTable/MakeGroup[1]/Make')]: 'Z',
    })
    expect(declared.has(coc('MakeTable/MakeGroup[2]/Make'))).toBe(false)
    expect(declared.get(coc('MaximumSpeed'))?.stage.stageNumber).toBe(1)
  })

  it('puts axles into the order of their numbers, whatever the order of the file', () => {
    const turned = message({
      'AxleTable/AxleGroup[1]/AxleNumber': '2',
      'AxleTable/AxleGroup[1]/AxleTrack': '1800',
      'AxleTable/AxleGroup[2]/AxleNumber': '1',
    })
    const declared = overlayStages([stage(1, turned)], catalogue)
    expect(declared.get(coc('AxleTable/AxleGroup[2]/AxleTrack'))?.value).toBe('1800')
  })

  it('numbers a stage by its highest manufacturer, and ours behind it', () => {
    const tree = message({ ...manufacturer(1, 1, 'A'), ...manufacturer(2, 2, 'B') })
    expect(stageNumberOf(tree)).toBe(2)
    expect(stageNumberOf(message({ Type: 'T' }))).toBe(1)
    expect(ownStageNumber([stage(2, tree)])).toBe(3)
    expect(ownStageNumber([])).toBe(1)
  })

  it('knows the outermost table of a place and the number of a row', () => {
    expect(tableOf(coc('AxleTable/AxleGroup[1]/TyreAxleTable/TyreAxleGroup[2]/TyreSize'), catalogue)).toBe(
      coc('AxleTable'),
    )
    expect(tableOf(coc('MassGroup/ActualMass'), catalogue)).toBeUndefined()
    expect(rowNumberField(groupType(catalogue, 'AxleGroup'), catalogue)).toBe('AxleNumber')
    expect(rowNumberField(groupType(catalogue, 'RemarkGroup'), catalogue)).toBeUndefined()
  })
})

describe('carrying everything over', () => {
  it('states what the earlier stage declared and gives its file as the source', () => {
    expect(carried({}).layer[coc('MaximumSpeed')]).toEqual({
      value: '150',
      source: { kind: 'base', stage: 1, sha256: tipperBase.sha256 },
    })
  })

  it('leaves header, signer, approval, type and the allowed ranges to each stage, and says so', () => {
    const { layer, leftOut } = carried({})
    for (const path of ['Type', 'TypeApprovalNumber', 'StageOfCompletion'])
      expect(layer[coc(path)]).toBeUndefined()
    expect(leftOut.map(({ path, kind }) => `${kind} ${path}`)).toEqual(
      expect.arrayContaining([
        'own-stage Header/IviVersionNumber',
        `own-stage ${coc('TypeApprovalNumber')}`,
        `own-stage ${coc('AllowedParameterValuesMultistageGroup/AllowedActualMassMax')}`,
        `not-relevant ${coc('DimensionGroup/MaximumPermissibleLength')}`,
      ]),
    )
    expect(leftOut.every(({ source }) => source.length > 10)).toBe(true)
  })

  it('does not carry what does not belong to the category, and carries what nothing is known of', () => {
    const input = {
      isRelevant: (path: string) => (path.endsWith('/AxleTrack') ? false : ('unknown' as const)),
    }
    const tree = message({ ...axle(1, { AxleTrack: 1700, AxleSpacing: 3450 }) })
    const values = valuesOf({ ...input, stages: [stage(1, tree)] })
    expect(values[coc('AxleTable/AxleGroup[1]/AxleTrack')]).toBeUndefined()
    expect(values[coc('AxleTable/AxleGroup[1]/AxleSpacing')]).toBe('3450')
  })

  it('drops a chassis code, and the whole earlier bodywork where ours names a body', () => {
    const bodywork = (code: string) =>
      stage(
        1,
        message({
          'BodyworkTable/BodyworkGroup[1]/CodeForBodywork': code,
          'BodyworkTable/BodyworkGroup[1]/OtherBodywork': 'seats',
        }),
      )
    const code = coc('BodyworkTable/BodyworkGroup[1]/CodeForBodywork')
    expect(valuesOf({ stages: [bodywork('BX')] })).toEqual({})
    expect(valuesOf({ stages: [bodywork('BB')] })[code]).toBe('BB')
    expect(valuesOf({ stages: [bodywork('BB')], stated: new Set([code]) })).toEqual({})
  })

  it('does not take a complete base vehicle’s masses for those of the altered one', () => {
    const van = stage(1, message({ 'MassGroup/MassInRunningOrder': '2085', 'MassGroup/ActualMass': '2120' }))
    const { layer, leftOut } = carried({ stages: [van] })
    expect(layer).toEqual({})
    expect(leftOut.map(({ kind }) => kind)).toContain('own-mass')
  })

  it('keeps the bounds of the finished vehicle where ours stays incomplete, and no finished vehicle’s items', () => {
    const base = stage(
      1,
      message({ 'DimensionGroup/MaximumPermissibleLength': '9000', 'DimensionGroup/Length': '8000' }),
    )
    const values = valuesOf({ stages: [base], stage: 'I' })
    expect(values).toEqual({ [coc('DimensionGroup/MaximumPermissibleLength')]: '9000' })
  })

  it('has nothing for a vehicle built whole', () => {
    expect(carried({ stage: 'C' })).toEqual({ layer: {}, leftOut: [] })
  })
})

describe('carrying only what changes', () => {
  const delta = (stated: readonly string[] = []) => valuesOf({ mode: 'delta', stated: new Set(stated) })

  it('repeats required fields, indicators and mandatory groups, and no other single field', () => {
    const values = delta()
    expect(values[coc('VehicleCategory')]).toBe('N1')
    expect(values[coc('MethodAttachmentStatutoryPlate')]).toBe('A1')
    expect(values[coc('MakeTable/MakeGroup[1]/Make')]).toBe('FORTUNA')
    expect(values[coc('PureElectricVehicleIndicator')]).toBe('N')
    expect(values[coc('WltpEmissionTestParametersGroup/DrivingCycleCappedSpeedIndicator')]).toBe('N')
    expect(values[coc('DimensionGroup/Wheelbase')]).toBe('3450')
    expect(values[coc('MaximumSpeed')]).toBeUndefined()
    expect(Object.keys(values).join()).not.toContain('AxleTable')
    expect(Object.keys(values).join()).not.toContain('EnergyConvertorTable')
  })

  it('repeats a table whole as soon as ours touches one value of it or takes a row away', () => {
    for (const touch of [
      'AxleTable/AxleGroup[1]/DistributionMassRunningOrderAxle',
      'AxleTable/AxleGroup[2]',
    ]) {
      const values = delta([coc(touch)])
      expect(values[coc('AxleTable/AxleGroup[1]/TechnicallyPermissibleMassAxle')]).toBe('1900')
      expect(values[coc('AxleTable/AxleGroup[2]/TechnicallyPermissibleMassAxle')]).toBe('2500')
    }
  })

  it('does not repeat a table that ours takes away as a whole, nor a group that ours fills itself', () => {
    expect(Object.keys(delta([coc('AxleTable')])).join()).not.toContain('AxleTable')
    expect(delta([coc('DimensionGroup/Length')])[coc('DimensionGroup/Wheelbase')]).toBeUndefined()
  })

  it('repeats what the schema requires in a group that ours begins', () => {
    const base = stage(
      1,
      message({
        'GearGroup/GearboxType': 'M',
        'GearGroup/GearRatioTable/GearRatioGroup[1]/GearNumber': '1',
        'GearGroup/GearRatioTable/GearRatioGroup[1]/GearRatio': '5.37',
      }),
    )
    const stated = new Set([coc('GearGroup/GearRatioTable/GearRatioGroup[1]/GearRatio')])
    expect(valuesOf({ mode: 'delta', stages: [base], stated })).toEqual({
      [coc('GearGroup/GearboxType')]: 'M',
      [coc('GearGroup/GearRatioTable/GearRatioGroup[1]/GearNumber')]: '1',
      [coc('GearGroup/GearRatioTable/GearRatioGroup[1]/GearRatio')]: '5.37',
    })
    expect(valuesOf({ mode: 'delta', stages: [base] })).toEqual({})
  })

  it('never states more than the full mode', () => {
    const all = valuesOf({})
    fc.assert(
      fc.property(fc.subarray(Object.keys(all)), (stated) => {
        for (const [path, value] of Object.entries(delta(stated))) expect(all[path]).toBe(value)
      }),
    )
  })
})

describe('the facts of carrying over', () => {
  const listed = [
    ...facts.leftOut.flatMap(({ paths }) => paths),
    ...facts.otherStages.flatMap(({ paths }) => paths),
    ...facts.values.flatMap(({ path, table }) => [path, table]),
    ...facts.ownWhereStated.flatMap(({ table, where }) => [table, where]),
    ...facts.delta.groups.paths,
  ]

  it('name places that the release has, each once', () => {
    expect(listed.filter((path) => findPlace(path, catalogue) === undefined)).toEqual([])
    const always = facts.leftOut.flatMap(({ paths }) => paths)
    expect(new Set(always).size).toBe(always.length)
  })

  it('cover every field of the release that is named after CO2, consumption or electric range', () => {
    const energy = /Co2|Consumption|ElectricRange|OffVehicleChargingRange/
    const left = (path: string): boolean => always.some((one) => path === one || path.startsWith(`${one}/`))
    const always = facts.leftOut.filter(({ kind }) => kind === 'co2-energy').flatMap(({ paths }) => paths)
    const missed: string[] = []
    const visit = (name: string, prefix: string): void => {
      for (const member of groupType(catalogue, name).members) {
        if (member.kind === 'group') visit(member.type, `${prefix}${member.name}/`)
        else if (member.kind === 'field' && energy.test(member.name) && !left(prefix + member.name)) {
          missed.push(prefix + member.name)
        }
      }
    }
    visit(catalogue.root, '')
    expect(missed).toEqual([])
  })

  it('give source and certainty for every ground', () => {
    for (const one of [...facts.leftOut, ...facts.otherStages, ...facts.values, ...facts.ownWhereStated]) {
      expect(one.source.length).toBeGreaterThan(10)
      expect(['high', 'medium', 'low']).toContain(one.certainty)
    }
  })
})
