import { describe, expect, it } from 'vitest'
import { compareStages } from '../../../electron/completion/compare.ts'
import { type CompletionInput, complete } from '../../../electron/completion/complete.ts'
import { parseVariant } from '../../../electron/completion/variant.ts'
import { valueAt } from '../../../shared/ivi/message.ts'
import { composeDraft } from '../../../shared/record/compose-draft.ts'
import { craneTruck } from '../../fixtures/weights/crane-truck.ts'
import { tipper } from '../../fixtures/weights/tipper.ts'
import { catalogue, craneStages, layerOf, relevantAsOnN1, tipperBase } from './sample-stages.ts'

const coc = (path: string): string => `CocDataGroup/${path}`
const axle = (row: number, name: string): string => coc(`AxleTable/AxleGroup[${row}]/${name}`)

function completed(json: object, input: Partial<CompletionInput>) {
  const variant = parseVariant(
    { id: 'TIP3-3450', name: 'Tipper', version: 1, stage: 'V', set: {}, ...json },
    catalogue,
  )
  if (!variant.ok) throw new Error(JSON.stringify(variant.problem))
  const completion = complete({
    said: {},
    stages: [tipperBase],
    company: {},
    identity: {
      vin: 'ZZZFT35CHTX000101',
      reference: '6a2957d3-4a32-41a6-a2d0-50681e0bf5e1',
      version: 1,
      at: '2026-11-22T08:00:00.000+00:00',
      signatureDate: '2026-11-22',
    },
    catalogue,
    isRelevant: relevantAsOnN1,
    variant: variant.value,
    ...input,
  })
  const { tree, sources } = composeDraft(completion.layers, catalogue)
  const say = (path: string): string | undefined => valueAt(tree, path)
  return {
    ...completion,
    say,
    sources,
    drift: compareStages({ layers: completion.layers, stages: [tipperBase], signOffs: [], catalogue }),
  }
}

const [body, toolBox, towbar] = tipper.loads.masses ?? []
const placed = {
  categories: ['N1'],
  loads: { ...tipper.loads, masses: [body] },
  options: [
    { id: 'toolbox', name: 'Tool box', masses: [toolBox] },
    { id: 'towbar', name: 'Towbar', masses: [towbar] },
  ],
}

describe('masses with places, in a draft', () => {
  it('state items 13, 13.1 and 13.2 with the options that the vehicle has', () => {
    const { say, sources } = completed(placed, { options: ['toolbox', 'towbar'] })
    expect(say(coc('MassGroup/MassInRunningOrder'))).toBe('2540')
    expect(say(coc('MassGroup/ActualMass'))).toBe('2645')
    expect([1, 2].map((row) => say(axle(row, 'DistributionMassRunningOrderAxle')))).toEqual(['1445', '1095'])
    expect(sources[coc('MassGroup/ActualMass')]).toEqual({ kind: 'computed', by: 'weights' })
    expect(say(coc('MassGroup/MassInRunningOrderIncomplete'))).toBe('1900')
  })

  it('repeat the axle table whole in a delta, since its 13.1 is ours', () => {
    const { say } = completed({ ...placed, carry: 'delta' }, {})
    expect(say(axle(2, 'TechnicallyPermissibleMassAxle'))).toBe('2500')
    expect(say(axle(2, 'DistributionMassRunningOrderAxle'))).toBe('1095')
  })

  it('give way to whatever variant, file, weighing or a person states', () => {
    const stated = { set: { [coc('MassGroup/MassInRunningOrder')]: '2550' } }
    expect(completed({ ...placed, ...stated }, {}).say(coc('MassGroup/MassInRunningOrder'))).toBe('2550')
    const typed = layerOf({ [axle(1, 'DistributionMassRunningOrderAxle')]: '1450' })
    expect(completed(placed, { said: { typed } }).say(axle(1, 'DistributionMassRunningOrderAxle'))).toBe(
      '1450',
    )
  })

  it('find options that were counted in item 13: 4.1 % over what the version weighs', () => {
    const said = {
      typed: layerOf(
        { [coc('MassGroup/MassInRunningOrder')]: '2645' },
        { kind: 'typed', person: 'Clerk', at: '2026-11-22T08:00:00Z' },
      ),
    }
    expect(completed(placed, { said }).drift).toContainEqual(
      expect.objectContaining({
        path: coc('MassGroup/MassInRunningOrder'),
        against: 'variant',
        expected: '2540',
        actual: '2645',
        differencePercent: '4.13',
        exceeded: true,
      }),
    )
  })

  it('are compared with the weighing', () => {
    const said = { measured: layerOf({ [coc('MassGroup/ActualMass')]: '2670' }) }
    expect(completed(placed, { said, options: ['toolbox', 'towbar'] }).drift).toContainEqual(
      expect.objectContaining({ against: 'measured', expected: '2645', actual: '2670', exceeded: false }),
    )
  })

  it('come upon the second stage of a vehicle in three stages', () => {
    const { say } = completed(
      { categories: ['N3'], loads: craneTruck('B').loads },
      { stages: craneStages, isRelevant: () => 'unknown' },
    )
    expect(say(coc('MassGroup/MassInRunningOrder'))).toBe('13810')
    expect(say(axle(1, 'DistributionMassRunningOrderAxle'))).toBe('7259')
  })

  it('say nothing where only an option is placed, or where the chassis’ axle loads are not known', () => {
    const onlyOption = { ...placed, loads: undefined }
    expect(
      completed(onlyOption, { options: ['towbar'] }).say(coc('MassGroup/MassInRunningOrder')),
    ).toBeUndefined()
    expect(completed(placed, { stages: [] }).say(coc('MassGroup/MassInRunningOrder'))).toBeUndefined()
  })
})
