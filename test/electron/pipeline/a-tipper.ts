import { expect } from 'vitest'
import { buildIviXml } from '../../../electron/ivi-xml/build-ivi-xml.ts'
import { aChassis, type Changes, catalogue } from '../../shared/rules/a-message.ts'
import { aCompany, type TestWorkspace } from './a-workspace.ts'

export const vin = 'ZZZFT35CHTX000101'
export const axle = (number: number): string => `AxleTable/AxleGroup[${number}]`
const convertor = 'EnergyConvertorTable/EnergyConvertorGroup[1]'
const source = `${convertor}/EnergySourceTable/EnergySourceGroup[1]`
export const co2 = `CocDataGroup/${source}/TestWltpCo2Group/WltpCo2Combined`
export const coc = (path: string): string => `CocDataGroup/${path}`

/** The chassis-cab of practice's first example, with the CO2 that its maker printed: 231 g/km. */
const base: Changes = {
  vin,
  category: 'N1',
  EcoInnovationsFittedIndicator: 'N',
  steeredAxleCount: null,
  elongatedCab: null,
  aerodynamicDevice: null,
  wheelbase: 3450,
  ladenMass: 3500,
  incompleteMass: 1900,
  minimumMass: 2150,
  permissibleLength: 6200,
  permissibleWidth: 2300,
  permissibleHeight: 3000,
  permissibleRearOverhang: null,
  [`${axle(1)}/SteeredAxleIndicator`]: null,
  [`${axle(1)}/AxleSpacing`]: 3450,
  [`${axle(1)}/TechnicallyPermissibleMassAxle`]: 1900,
  [`${axle(1)}/DistributionMassIncompleteAxle`]: 1250,
  [`${axle(1)}/MinimalPermissibleDistributionMassCompletedAxle`]: 1250,
  [`${axle(2)}/SteeredAxleIndicator`]: null,
  [`${axle(2)}/TechnicallyPermissibleMassAxle`]: 2500,
  [`${axle(2)}/DistributionMassIncompleteAxle`]: 650,
  [`${axle(2)}/MinimalPermissibleDistributionMassCompletedAxle`]: 900,
  allowedActualMassMin: 2000,
  allowedActualMassMax: 2900,
  allowedFrontalAreaMin: 36000,
  allowedFrontalAreaMax: 46000,
  testMass: 2610,
  'EnergyConvertorTable/EnergyConvertorGroup[2]/WorkingPrinciple': 'ELECT',
  'EnergyConvertorTable/EnergyConvertorGroup[2]/EnergyConvertorCodeMarkedOnEnergyConvertor': 'KD30',
  'EnergyConvertorTable/EnergyConvertorGroup[2]/EnergySourceTable/EnergySourceGroup[1]/EnergySource': '95',
  [`${source}/PowerGroup/MaximumNetPowerCombustion`]: 125,
  [`${source}/TestWltpCo2Group/WltpCo2Combined`]: 231,
}

const body = {
  id: 'TIP3-3450',
  version: 1,
  name: 'Tipper 3.5 t',
  categories: ['N1'],
  stage: 'V',
  carry: 'full',
  set: {
    [coc('TypeApprovalType')]: 'EU',
    [coc('ProvisionalTypeApprovalIndicator')]: 'N',
    [coc('TypeApprovalNumber')]: 'e24*2018/858*00990*04',
    [coc('TypeApprovalIssueDate')]: '2026-03-02',
    [coc('Type')]: 'MB',
    [coc('Variant')]: 'TIP3',
    [coc('Version')]: '3450',
    [coc('DateManufactureVehicle')]: '2026-11-16',
    [coc('DescriptionCompletedAltered')]: 'TIPPER BODY FITTED',
    [coc('DimensionGroup/Length')]: '6000',
    [coc('DimensionGroup/Width')]: '2200',
    [coc('DimensionGroup/Height')]: '2500',
    [coc('MassGroup/MassInRunningOrder')]: '2540',
    [coc('MassGroup/ActualMass')]: '2645',
    [coc(`${axle(1)}/DistributionMassRunningOrderAxle`)]: '1445',
    [coc(`${axle(2)}/DistributionMassRunningOrderAxle`)]: '1095',
    [coc('BodyworkTable/BodyworkGroup[1]/CodeForBodywork')]: 'BA',
    [coc(
      'BodyworkTable/BodyworkGroup[1]/CodeForBodyworkSupplementTable/CodeForBodyworkSupplementGroup[1]/CodeForBodyworkSupplement',
    )]: '10',
  },
}

export const base64 = (text: string | Uint8Array): string => Buffer.from(text).toString('base64')
/** What the chassis maker's tool answers. */
export const wltp = (of: string, more = ''): string => `<?xml version="1.0"?>
<WltpResult xmlns="urn:chassis-maker">
  <Vehicle VIN="${of}"><TestMass>2902.4</TestMass><FrontalArea>3.95</FrontalArea>
    <RoadLoad><F0>190.5</F0><F1>1.020</F1><F2>0.0642</F2></RoadLoad>
    <CO2Combined>262</CO2Combined>${more}</Vehicle>
</WltpResult>`

/** The tipper in the register, linked to its base, without a result yet. */
export async function aTipper(carry = 'full'): Promise<{ test: TestWorkspace; id: number }> {
  const test = await aCompany()
  await test.ask('variant/save', { json: { ...body, carry } })
  const added = await test.ask('vehicle/add', { vin, variantId: body.id, category: 'N1' })
  const bytes = buildIviXml(aChassis(base), catalogue)
  const [linked] = await test.ask('base/add', { files: [{ name: 'base.xml', base64: base64(bytes) }] })
  expect(linked?.problem).toBeUndefined()
  return { test, id: added.row.id }
}
