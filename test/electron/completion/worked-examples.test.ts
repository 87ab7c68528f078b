import { describe, expect, it } from 'vitest'
import { compareStages } from '../../../electron/completion/compare.ts'
import { type CompletionInput, complete } from '../../../electron/completion/complete.ts'
import { parseVariant } from '../../../electron/completion/variant.ts'
import { leavesOf, rowsAt, valueAt } from '../../../shared/ivi/message.ts'
import { composeDraft } from '../../../shared/record/compose-draft.ts'
import type { Variant } from '../../../shared/variants/variant.ts'
import { catalogue, co2Path, craneStages, layerOf, relevantAsOnN1, tipperBase } from './sample-stages.ts'

const company = {
  ManufacturerName: 'Aufbau GmbH',
  ManufacturerAddressLine1: 'Gewerbepark 1',
  ManufacturerPlaceOfResidence: 'Irgendwo',
  ManufacturerCountryOfResidence: 'CROATIA',
  SignerName: 'Eva Muster',
  SignerPosition: 'Head of homologation',
  SignatureLocation: 'Irgendwo',
}

function variantOf(json: object): Variant {
  const parsed = parseVariant({ version: 1, stage: 'V', set: {}, ...json }, catalogue)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem))
  return parsed.value
}

function completed(input: Partial<CompletionInput>) {
  const full: CompletionInput = {
    said: {},
    stages: [],
    company,
    identity: {
      vin: 'ZZZFT35CHTX000101',
      reference: '6a2957d3-4a32-41a6-a2d0-50681e0bf5e1',
      version: 1,
      at: '2026-11-22T08:00:00.000+00:00',
      signatureDate: '2026-11-22',
    },
    catalogue,
    isRelevant: relevantAsOnN1,
    ...input,
  }
  const completion = complete(full)
  const { tree, sources } = composeDraft(completion.layers, catalogue)
  const drift = compareStages({ layers: completion.layers, stages: full.stages, signOffs: [], catalogue })
  return { ...completion, tree, sources, drift }
}

const coc = (path: string): string => `CocDataGroup/${path}`

describe('the N1 tipper: completed over one incomplete stage', () => {
  const variant = variantOf({
    id: 'TIP3-3450',
    name: 'Tipper',
    categories: ['N1'],
    set: {
      [coc('TypeApprovalNumber')]: 'e24*2018/858*00990*04',
      [coc('Type')]: 'MB',
      [coc('BodyworkTable/BodyworkGroup[1]/CodeForBodywork')]: 'BA',
      [coc('MassGroup/MassInRunningOrder')]: '2540',
      [coc('MassGroup/ActualMass')]: '2645',
      [coc('AxleTable/AxleGroup[1]/DistributionMassRunningOrderAxle')]: '1445',
      [coc('AxleTable/AxleGroup[2]/DistributionMassRunningOrderAxle')]: '1095',
      [coc('DimensionGroup/Length')]: '5950',
    },
  })
  const before = completed({ variant, stages: [tipperBase] })

  it('never states the CO2 of the base as the completed vehicle’s, in either mode', () => {
    for (const carry of ['full', 'delta'] as const) {
      const { tree, leftOut } = completed({ variant: { ...variant, carry }, stages: [tipperBase] })
      expect([...leavesOf(tree).values()]).not.toContain('231')
      expect([...leavesOf(tree).values()]).not.toContain('2610')
      expect(leftOut).toContainEqual(
        expect.objectContaining({ path: co2Path, value: '231', stage: 1, kind: 'co2-energy' }),
      )
    }
  })

  it('repeats what the approval authority wants, whatever the body says', () => {
    const wheelbase = (input: object) =>
      valueAt(completed({ variant, stages: [tipperBase], ...input }).tree, coc('DimensionGroup/Wheelbase'))
    expect(wheelbase({})).toBe('3450')
    expect(wheelbase({ carry: { e24: 'delta' } })).toBeUndefined()
    expect(wheelbase({ carry: { e4: 'delta' } })).toBe('3450')
    expect(wheelbase({ variant: { ...variant, carry: 'delta' }, carry: { e24: 'full' } })).toBe('3450')
  })

  it('repeats the whole energy converter table once the tool’s own result is stated, in a delta too', () => {
    const { tree } = completed({
      variant: { ...variant, carry: 'delta' },
      stages: [tipperBase],
      said: { file: layerOf({ [co2Path]: '262' }) },
    })
    expect(valueAt(tree, co2Path)).toBe('262')
    expect(valueAt(tree, coc('EnergyConvertorTable/EnergyConvertorGroup[1]/EngineCapacity'))).toBe('2184')
  })

  it('keeps item 14, the mass of the base vehicle, on a completed N1', () => {
    expect(valueAt(before.tree, coc('MassGroup/MassInRunningOrderIncomplete'))).toBe('1900')
  })

  it('leaves behind what only bounds or names an incomplete vehicle', () => {
    const paths = [...leavesOf(before.tree).keys()].join('\n')
    expect(paths).not.toContain('MaximumPermissible' + 'Length')
    expect(paths).not.toContain('MinimumMassCompleted')
    expect(paths).not.toContain('DistributionMassIncompleteAxle')
    expect(paths).not.toContain('AllowedParameterValues')
  })

  it('names both manufacturers, ours as stage 2 with the identity of stage 1', () => {
    const rows = rowsAt(before.tree, coc('ManufacturerTable/ManufacturerGroup'))
    expect(rows).toHaveLength(2)
    expect(rows[0]).toMatchObject({ ManufacturerStageNumber: '1', ManufacturerName: 'FORTUNA' })
    expect(rows[1]).toEqual({
      ManufacturerStageNumber: '2',
      ManufacturerName: 'Aufbau GmbH',
      ManufacturerAddressLine1: 'Gewerbepark 1',
      ManufacturerPlaceOfResidence: 'Irgendwo',
      ManufacturerCountryOfResidence: 'CROATIA',
      PreviousStageTypeApprovalNumber: 'e3*2018/858*00991*08',
      PreviousStageType: 'FT35',
      PreviousStageVariant: 'CCS',
      PreviousStageVersion: '3450',
    })
  })

  it('is signed by us, under our approval’s country, as completed', () => {
    expect(rowsAt(before.tree, coc('SigningAuthorityTable/SigningAuthorityGroup'))).toEqual([
      {
        SignerName: 'Eva Muster',
        SignerPosition: 'Head of homologation',
        SignatureLocation: 'Irgendwo',
        SignatureDate: '2026-11-22',
      },
    ])
    expect(valueAt(before.tree, 'Header/DesignatedTypeApprovalCountry')).toBe('e24')
    expect(valueAt(before.tree, coc('StageOfCompletion'))).toBe('V')
    expect(valueAt(before.tree, coc('CompletedAltered'))).toBe('C')
  })

  it('says of every value which stage, body or person it came from', () => {
    expect(before.sources[coc('MaximumSpeed')]).toEqual({ kind: 'base', stage: 1, sha256: tipperBase.sha256 })
    expect(before.sources[coc('Type')]).toEqual({ kind: 'variant', id: 'TIP3-3450', version: 1 })
  })

  it('finds no drift in the normalised weighing, 0.99 % over item 13', () => {
    const { drift, tree } = completed({
      variant,
      stages: [tipperBase],
      said: { measured: layerOf({ [coc('MassGroup/MassInRunningOrder')]: '2565' }) },
    })
    expect(valueAt(tree, coc('MassGroup/MassInRunningOrder'))).toBe('2565')
    expect(drift.filter(({ exceeded }) => exceeded)).toEqual([])
    expect(drift).toContainEqual(
      expect.objectContaining({
        against: 'measured',
        expected: '2540',
        actual: '2565',
        differencePercent: '0.98',
      }),
    )
  })

  it('finds options that a clerk put into item 13: 4.1 % over the version', () => {
    const { drift } = completed({
      variant,
      stages: [tipperBase],
      said: {
        typed: layerOf(
          { [coc('MassGroup/MassInRunningOrder')]: '2645' },
          { kind: 'typed', person: 'J', at: '' },
        ),
      },
    })
    expect(drift.filter(({ exceeded }) => exceeded)).toEqual([
      expect.objectContaining({
        against: 'variant',
        expected: '2540',
        actual: '2645',
        differencePercent: '4.13',
      }),
    ])
  })
})

describe('the N3 crane truck: completed over two incomplete stages', () => {
  const variant = variantOf({
    id: 'PRITSCHE',
    name: 'Platform behind the crane',
    categories: ['N3'],
    set: {
      [coc('TypeApprovalNumber')]: 'e24*2018/858*00995*00',
      [coc('BodyworkTable/BodyworkGroup[1]/CodeForBodywork')]: 'BA',
    },
  })
  const said = {
    file: layerOf({
      [coc('MassGroup/MassInRunningOrder')]: '13810',
      [coc('AxleTable/AxleGroup[1]/DistributionMassRunningOrderAxle')]: '7259',
      [coc('AxleTable/AxleGroup[2]/DistributionMassRunningOrderAxle')]: '3965',
      [coc('AxleTable/AxleGroup[3]/DistributionMassRunningOrderAxle')]: '2586',
      [coc('DimensionGroup/Length')]: '9450',
    }),
  }
  const { tree, drift, leftOut } = completed({ variant, said, stages: [...craneStages].reverse() })

  it('compares masses with the crane builder’s 12,330 kg, not with the chassis maker’s 9,300 kg', () => {
    const masses = drift.filter(({ path }) => path.endsWith('/MassInRunningOrder'))
    expect(masses).toEqual([
      expect.objectContaining({
        against: 'earlier-stage',
        expected: '12330',
        actual: '13810',
        exceeded: false,
      }),
    ])
    expect(drift.map(({ expected }) => expected)).not.toContain('9300')
  })

  it('names three manufacturers, ours as stage 3 with the identity of stage 2', () => {
    const rows = rowsAt(tree, coc('ManufacturerTable/ManufacturerGroup'))
    expect(rows.map((row) => row.ManufacturerStageNumber)).toEqual(['1', '2', '3'])
    expect(rows.map((row) => row.ManufacturerName)).toEqual(['FORTUNA', 'KRANBAU', 'Aufbau GmbH'])
    expect(rows[1]?.PreviousStageTypeApprovalNumber).toBe('e3*2018/858*00993*02')
    expect(rows[2]).toMatchObject({
      PreviousStageTypeApprovalNumber: 'e1*2018/858*00994*00',
      PreviousStageType: 'KR26',
      PreviousStageVariant: 'K1',
      PreviousStageVersion: 'A',
    })
  })

  it('repeats the axle table whole, with the limits of the latest stage', () => {
    const rows = rowsAt(tree, coc('AxleTable/AxleGroup'))
    expect(rows.map((row) => row.TechnicallyPermissibleMassAxle)).toEqual(['8000', '11500', '7500'])
    expect(rows.map((row) => row.DistributionMassRunningOrderAxle)).toEqual(['7259', '3965', '2586'])
    expect(valueAt(tree, coc('GeneralConstructionGroup/NumberOfAxles'))).toBe('3')
  })

  it('leaves the simulation’s values with stage 1, and item 14 off a completed N3', () => {
    expect(valueAt(tree, coc('VectoGroup/SpecificCo2EmissionsMass'))).toBeUndefined()
    expect(valueAt(tree, coc('VectoGroup/VocationalVehicleIndicator'))).toBe('N')
    expect(valueAt(tree, coc('MassGroup/MassInRunningOrderIncomplete'))).toBeUndefined()
    expect(leftOut).toContainEqual(
      expect.objectContaining({
        path: coc('VectoGroup/SpecificCo2EmissionsMass'),
        stage: 1,
        kind: 'co2-energy',
      }),
    )
    expect(leftOut).toContainEqual(
      expect.objectContaining({
        path: coc('MassGroup/MassInRunningOrderIncomplete'),
        stage: 2,
        kind: 'not-relevant',
      }),
    )
  })

  it('sees at once that a corrected stage 2 allows less on axle 1', () => {
    const corrected = craneStages.map((one) =>
      one.stageNumber === 2
        ? {
            ...one,
            tree: JSON.parse(
              JSON.stringify(one.tree).replace(
                '"TechnicallyPermissibleMassAxle":"8000"',
                '"TechnicallyPermissibleMassAxle":"7500"',
              ),
            ) as typeof one.tree,
          }
        : one,
    )
    const layers = complete({
      said: {
        ...said,
        typed: layerOf({ [coc('AxleTable/AxleGroup[1]/TechnicallyPermissibleMassAxle')]: '8000' }),
      },
      variant,
      stages: corrected,
      company,
      identity: { vin: 'V', reference: 'R', version: 1, at: '', signatureDate: '2026-11-22' },
      catalogue,
      isRelevant: relevantAsOnN1,
    }).layers
    const items = compareStages({ layers, stages: corrected, signOffs: [], catalogue })
    expect(items.filter(({ exceeded }) => exceeded)).toEqual([
      expect.objectContaining({
        path: coc('AxleTable/AxleGroup[1]/TechnicallyPermissibleMassAxle'),
        expected: '7500',
        actual: '8000',
      }),
    ])
  })
})
