import { beforeAll, describe, expect, test } from 'vitest'
import { readPdf } from '../../../electron/intake/read-pdf.ts'
import catalogueJson from '../../../schemas/ivi/2.0/catalogue.json' with { type: 'json' }
import type { Catalogue } from '../../../shared/ivi/catalogue.ts'
import { type ReadableScan, readableScan } from '../../../shared/paper/item-text.ts'
import { suggestionsFor } from '../../../shared/paper/suggest.ts'
import { textPdf } from '../../fixtures/paper-pdf.ts'
import { englishCoc, formCoc, germanCoc } from '../../fixtures/printed-coc.ts'

const catalogue = catalogueJson as unknown as Catalogue
const coc = (name: string): string => `CocDataGroup/${name}`

async function scanOf(pages: typeof englishCoc): Promise<ReadableScan> {
  const read = await readPdf(await textPdf(pages), { maxPages: 10, maxPiecesOfText: 10_000 })
  if (!read.ok) throw new Error(read.problem.code)
  return readableScan({ name: 'coc.pdf', sha256: 'a'.repeat(64) }, read.value)
}
const offered = (path: string, scan: ReadableScan) =>
  suggestionsFor(coc(path), [scan], catalogue).map(({ value, problem }) => value ?? problem?.code)

describe('a certificate printed in English, its items in two columns', () => {
  let scan: ReadableScan
  beforeAll(async () => {
    scan = await scanOf(englishCoc)
  })

  test.each([
    ['MakeTable/MakeGroup[1]/Make', 'FORTUNA'],
    ['Type', 'HC12'],
    ['Variant', 'B42'],
    ['Version', '4200L'],
    ['CommercialNameTable/CommercialNameGroup[1]/CommercialName', 'Fortuna Cargo'],
    ['VehicleCategory', 'N2'],
    ['VehicleIdentificationNumber', 'ZZBFC12H0T1000701'],
    ['DateManufactureVehicle', '2026-07-16'],
    ['TypeApprovalNumber', 'e3*2018/858*00417*03'],
    ['TypeApprovalIssueDate', '2025-02-03'],
    ['GeneralConstructionGroup/NumberOfAxles', '2'],
    ['GeneralConstructionGroup/NumberOfWheels', '6'],
    ['DimensionGroup/Wheelbase', '4200'],
    ['DimensionGroup/MaximumPermissibleLength', '9500'],
    ['DimensionGroup/MaximumPermissibleWidth', '2550'],
    ['MassGroup/MassInRunningOrderIncomplete', '4210'],
    ['MassGroup/MinimumMassCompleted', '5400'],
    ['MassGroup/TechnicallyPermissibleMaximumLadenMass', '11990'],
    ['AxleTable/AxleGroup[1]/TechnicallyPermissibleMassAxle', '4480'],
    ['AxleTable/AxleGroup[2]/TechnicallyPermissibleMassAxle', '8200'],
    ['AxleTable/AxleGroup[2]/DistributionMassIncompleteAxle', '1360'],
    ['PureElectricVehicleIndicator', 'N'],
  ])('offers %s', (path, value) => {
    expect(offered(path, scan)).toEqual([value])
  })
})

describe('a certificate printed in German, names and values in columns', () => {
  let scan: ReadableScan
  beforeAll(async () => {
    scan = await scanOf(germanCoc)
  })

  test.each([
    ['MakeTable/MakeGroup[1]/Make', 'FORTUNA'],
    ['Type', 'HC12'],
    ['Variant', 'B42'],
    ['Version', '4200L'],
    ['VehicleCategory', 'N2'],
    ['DateManufactureVehicle', '2026-07-16'],
    ['GeneralConstructionGroup/NumberOfAxles', '2'],
    ['GeneralConstructionGroup/NumberOfWheels', '6'],
    ['DimensionGroup/Wheelbase', '4200'],
    ['MassGroup/MassInRunningOrder', '2645'],
    ['PureElectricVehicleIndicator', 'N'],
  ])('offers %s', (path, value) => {
    expect(offered(path, scan)).toEqual([value])
  })

  test('a mass in tonnes is shown with the reason why it is not taken for kilograms', () => {
    expect(offered('MassGroup/TechnicallyPermissibleMaximumLadenMass', scan)).toEqual([
      'suggestion-other-unit',
    ])
  })

  test('where the paper states one value, nothing is offered for the ends of a range', () => {
    expect(offered('DimensionGroup/WheelbaseAdjustableMin', scan)).toEqual([])
    expect(offered('DimensionGroup/WheelbaseAdjustableMax', scan)).toEqual([])
  })
})

describe('a form whose names wrap and whose rows name themselves', () => {
  let scan: ReadableScan
  beforeAll(async () => {
    scan = await scanOf(formCoc)
  })
  const engine = (number: number) => `EnergyConvertorTable/EnergyConvertorGroup[${number}]`
  const axle = (number: number) => `AxleTable/AxleGroup[${number}]`

  test.each([
    ['ManufacturerTable/ManufacturerGroup[1]/ManufacturerName', 'FORTUNA FAHRGESTELLE'],
    ['GeneralConstructionGroup/NumberOfSteeredAxles', '1'],
    [`${axle(1)}/SteeredAxleIndicator`, 'Y'],
    [`${axle(2)}/SteeredAxleIndicator`, 'N'],
    [`${axle(2)}/DistributionMassRunningOrderAxle`, '1138'],
    [`${engine(1)}/NumberOfCylinders`, '4'],
    [`${engine(1)}/EnergySourceTable/EnergySourceGroup[1]/EnergySource`, '10'],
    [`${engine(2)}/EnergySourceTable/EnergySourceGroup[1]/EnergySource`, '95'],
    ['AdvancedSafetySystemsTable/AdvancedSafetySystemsGroup[1]/AdvancedSafetySystem', 'AEBS'],
    ['AdvancedSafetySystemsTable/AdvancedSafetySystemsGroup[2]/AdvancedSafetySystem', 'ESS'],
    ['VehicleCertified155Indicator', 'N'],
  ])('offers %s', (path, value) => {
    expect(offered(path, scan)).toEqual([value])
  })

  test('of rows within rows nothing is offered, since no list on paper tells them apart', () => {
    expect(offered(`${axle(2)}/TyreAxleTable/TyreAxleGroup[3]/TyreSize`, scan)).toEqual([])
  })
})
