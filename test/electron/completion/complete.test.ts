import { describe, expect, it } from 'vitest'
import { companyFields, companyLayer, missingInCompany } from '../../../electron/completion/company.ts'
import { type CompletionInput, complete } from '../../../electron/completion/complete.ts'
import company from '../../../schemas/completion/company.json' with { type: 'json' }
import computed from '../../../schemas/completion/computed.json' with { type: 'json' }
import { valueAt } from '../../../shared/ivi/message.ts'
import { composeDraft } from '../../../shared/record/compose-draft.ts'
import { findPlace } from '../../../shared/record/layer-paths.ts'
import type { Variant } from '../../../shared/variants/variant.ts'
import { axle, catalogue, layerOf, message, stage, tipperBase } from './sample-stages.ts'

const coc = (path: string): string => `CocDataGroup/${path}`

const trailer: Variant = {
  id: 'T',
  version: 2,
  name: 'Trailer',
  categories: ['O4'],
  stage: 'C',
  carry: 'full',
  replaces: [],
  set: {
    [coc('VehicleCategory')]: 'O4',
    [coc('TypeApprovalNumber')]: 'e12*2018/858*00735*03',
    ...Object.fromEntries(
      Object.entries({
        ...axle(1, { TwinWheelsAxleIndicator: 'N', SteeredAxleIndicator: 'Y' }),
        ...axle(2, { TwinWheelsAxleIndicator: 'Y', SteeredAxleIndicator: 'N' }),
        ...axle(3, { TwinWheelsAxleIndicator: 'Y' }),
      }).map(([path, value]) => [coc(path), value]),
    ),
  },
  byCategory: {},
  options: [],
}

const draftOf = (input: Partial<CompletionInput>) => {
  const completion = complete({
    said: {},
    stages: [],
    company: { ManufacturerName: 'Aufbau GmbH' },
    identity: {
      vin: 'VZKSA39T0T3000661',
      reference: '6a2957d3-4a32-41a6-a2d0-50681e0bf5e1',
      version: 3,
      at: '2026-11-22T08:00:00.000+00:00',
      signatureDate: '2026-11-22',
    },
    catalogue,
    isRelevant: () => 'unknown',
    ...input,
  })
  const { tree, sources } = composeDraft(completion.layers, catalogue)
  return { ...completion, sources, at: (path: string) => valueAt(tree, path) }
}

describe('what follows from the record', () => {
  const { at, category, stage: own, sources } = draftOf({ variant: trailer, stages: [tipperBase] })

  it('heads the message with reference, release, version and date', () => {
    expect(at('Header/IviReferenceId')).toBe('6a2957d3-4a32-41a6-a2d0-50681e0bf5e1')
    expect(at('Header/IviVersionNumberXsd')).toBe('2.0')
    expect(at('Header/IviVersionNumber')).toBe('3')
    expect(at('Header/IviVersionDateTime')).toBe('2026-11-22T08:00:00.000+00:00')
    expect(at('Header/DesignatedTypeApprovalCountry')).toBe('e12')
    expect(at(coc('VehicleIdentificationNumber'))).toBe('VZKSA39T0T3000661')
    expect(sources['Header/IviVersionNumber']).toEqual({ kind: 'computed', by: 'version' })
  })

  it('makes a vehicle built whole our stage 1, without any earlier one', () => {
    expect([own, category]).toEqual(['C', 'O4'])
    expect(at(coc('StageOfCompletion'))).toBe('C')
    expect(at(coc('ManufacturerTable/ManufacturerGroup[1]/ManufacturerStageNumber'))).toBe('1')
    expect(at(coc('ManufacturerTable/ManufacturerGroup[1]/ManufacturerName'))).toBe('Aufbau GmbH')
    expect(at(coc('CompletedAltered'))).toBeUndefined()
    expect(at(coc('MakeTable/MakeGroup[1]/Make'))).toBeUndefined()
  })

  it('counts axles and wheels, an axle with twin wheels as four', () => {
    expect(at(coc('GeneralConstructionGroup/NumberOfAxles'))).toBe('3')
    expect(at(coc('GeneralConstructionGroup/NumberOfWheels'))).toBe('10')
    expect(at(coc('GeneralConstructionGroup/NumberOfAxlesWithTwinWheels'))).toBe('2')
    expect(at(coc('GeneralConstructionGroup/NumberOfSteeredAxles'))).toBe('1')
    // No axle says whether it is powered.
    expect(at(coc('GeneralConstructionGroup/NumberOfPoweredAxles'))).toBeUndefined()
  })

  it('counts nothing that does not belong to the category', () => {
    const draft = draftOf({ variant: trailer, isRelevant: (path) => !path.endsWith('/NumberOfSteeredAxles') })
    expect(draft.at(coc('GeneralConstructionGroup/NumberOfSteeredAxles'))).toBeUndefined()
  })

  it('leaves the base’s own counts where ours does not touch the axles', () => {
    const base = stage(
      1,
      message({
        StageOfCompletion: 'C',
        VehicleCategory: 'N1',
        'GeneralConstructionGroup/NumberOfAxles': '9',
        ...axle(1, {}),
      }),
    )
    expect(draftOf({ stages: [base] }).at(coc('GeneralConstructionGroup/NumberOfAxles'))).toBe('9')
  })

  it('gives way to what a person typed', () => {
    const typed = layerOf(
      { 'Header/DesignatedTypeApprovalCountry': 'e4' },
      { kind: 'typed', person: 'J', at: '' },
    )
    expect(draftOf({ variant: trailer, said: { typed } }).at('Header/DesignatedTypeApprovalCountry')).toBe(
      'e4',
    )
  })

  it('names no approval country that the release does not know', () => {
    const file = layerOf({ [coc('TypeApprovalNumber')]: 'e11*2018/858*00001*00' })
    expect(draftOf({ said: { file } }).at('Header/DesignatedTypeApprovalCountry')).toBeUndefined()
  })

  it('calls a complete base altered and an incomplete one completed', () => {
    const van = stage(1, message({ StageOfCompletion: 'C' }))
    expect(draftOf({ stages: [van] }).at(coc('CompletedAltered'))).toBe('A')
    expect(draftOf({ stages: [tipperBase] }).at(coc('CompletedAltered'))).toBe('C')
  })

  it('stays incomplete where the variant says so: named as stage 2, not called completed', () => {
    const frame: Variant = { ...trailer, id: 'F', categories: ['N1'], stage: 'I', set: {} }
    const draft = draftOf({ variant: frame, stages: [tipperBase] })
    const row = coc('ManufacturerTable/ManufacturerGroup[2]/')
    expect(draft.at(coc('StageOfCompletion'))).toBe('I')
    expect(draft.at(`${row}ManufacturerStageNumber`)).toBe('2')
    expect(draft.at(`${row}PreviousStageType`)).toBe('FT35')
    expect(draft.at(coc('CompletedAltered'))).toBeUndefined()
    expect(draft.at(coc('DimensionGroup/MaximumPermissibleLength'))).toBe('6200')
  })

  it('takes the category of the base, unless the file or a person says another', () => {
    expect(draftOf({ stages: [tipperBase] }).category).toBe('N1')
    const file = layerOf({ [coc('VehicleCategory')]: 'M1' })
    expect(draftOf({ stages: [tipperBase], said: { file } }).category).toBe('M1')
    expect(draftOf({}).category).toBe('')
  })
})

describe('the company’s profile', () => {
  it('fills our row of the manufacturers and the signer', () => {
    const layer = companyLayer({ ManufacturerName: 'A', SignerName: 'B', SignerPosition: '' }, [tipperBase])
    expect(Object.entries(layer).map(([path, { value }]) => [path, value])).toEqual([
      [coc('ManufacturerTable/ManufacturerGroup[2]/ManufacturerName'), 'A'],
      [coc('SigningAuthorityTable/SigningAuthorityGroup/SignerName'), 'B'],
    ])
  })

  it('says what is missing', () => {
    expect(missingInCompany({ ManufacturerName: 'A' })).toEqual([
      'ManufacturerAddressLine1',
      'ManufacturerPlaceOfResidence',
      'ManufacturerCountryOfResidence',
      'SignerName',
      'SignerPosition',
      'SignatureLocation',
    ])
  })

  it('and the facts of computing name fields that the release has', () => {
    const paths = [
      ...companyFields.map(({ path }) => path),
      ...computed.counts.flatMap(({ path, rows }) => [path, rows]),
      computed.axleTable,
      computed.completedAltered.path,
      computed.approvalCountry.path,
      computed.approvalCountry.of,
    ]
    expect(paths.filter((path) => findPlace(path, catalogue) === undefined)).toEqual([])
    expect(company.fields.length).toBe(companyFields.length)
  })
})
