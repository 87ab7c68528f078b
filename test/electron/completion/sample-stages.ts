import type { EarlierStage } from '../../../electron/completion/overlay-stages.ts'
import catalogueJson from '../../../schemas/ivi/2.0/catalogue.json' with { type: 'json' }
import type { Catalogue } from '../../../shared/ivi/catalogue.ts'
import type { MessageTree } from '../../../shared/ivi/message.ts'
import { buildTree } from '../../../shared/ivi/set-value.ts'
import type { Layer, Source } from '../../../shared/record/layers.ts'

export const catalogue = catalogueJson as unknown as Catalogue

/** A message of these values; `coc` paths stand below CocDataGroup. */
export function message(
  coc: Readonly<Record<string, string>>,
  header: Readonly<Record<string, string>> = {},
): MessageTree {
  const built = buildTree(
    [
      ...Object.entries({ IviVersionNumber: '1', ...header }).map(
        ([path, value]) => [`Header/${path}`, value] as const,
      ),
      ...Object.entries(coc).map(([path, value]) => [`CocDataGroup/${path}`, value] as const),
    ],
    catalogue,
  )
  if (!built.ok) throw new Error(`${built.problem.code} ${built.problem.where?.path}`)
  return built.value
}

export function stage(stageNumber: number, tree: MessageTree): EarlierStage {
  return { stageNumber, tree, sha256: `${stageNumber}`.repeat(64) }
}

export function layerOf(
  values: Readonly<Record<string, string | null>>,
  source: Source = { kind: 'company' },
): Layer {
  return Object.fromEntries(Object.entries(values).map(([path, value]) => [path, { value, source }]))
}

export const manufacturer = (row: number, number: number, name: string): Record<string, string> => {
  const group = `ManufacturerTable/ManufacturerGroup[${row}]/`
  return {
    [`${group}ManufacturerStageNumber`]: String(number),
    [`${group}ManufacturerName`]: name,
    [`${group}ManufacturerAddressLine1`]: 'Werkstrasse 1',
    [`${group}ManufacturerPlaceOfResidence`]: 'Nirgendwo',
    [`${group}ManufacturerCountryOfResidence`]: 'ITALY',
  }
}

export const axle = (
  row: number,
  values: Readonly<Record<string, string | number>>,
): Record<string, string> => ({
  [`AxleTable/AxleGroup[${row}]/AxleNumber`]: String(row),
  ...Object.fromEntries(
    Object.entries(values).map(([name, value]) => [`AxleTable/AxleGroup[${row}]/${name}`, String(value)]),
  ),
})

const source20 = 'EnergyConvertorTable/EnergyConvertorGroup[1]/EnergySourceTable/EnergySourceGroup[1]/'

/** Item 14 stays on a completed N1 only; of everything else nothing is said. */
export const relevantAsOnN1 = (path: string, category: string): boolean | 'unknown' =>
  path.endsWith('/MassInRunningOrderIncomplete') ? category.startsWith('N1') : 'unknown'

/** The invented N1 chassis-cab of the tipper example, stage 1. */
export const tipperBase = stage(
  1,
  message({
    VehicleIdentificationNumber: 'ZZZFT35CHTX000101',
    StageOfCompletion: 'I',
    Type: 'FT35',
    Variant: 'CCS',
    Version: '3450',
    VehicleCategory: 'N1',
    MethodAttachmentStatutoryPlate: 'A1',
    TypeApprovalNumber: 'e3*2018/858*00991*08',
    TypeApprovalIssueDate: '2026-01-12',
    PureElectricVehicleIndicator: 'N',
    MaximumSpeed: '150',
    'MakeTable/MakeGroup[1]/Make': 'FORTUNA',
    'SigningAuthorityTable/SigningAuthorityGroup[1]/SignerName': 'Somebody Else',
    'AllowedParameterValuesMultistageGroup/AllowedActualMassMin': '2000',
    'AllowedParameterValuesMultistageGroup/AllowedActualMassMax': '2900',
    'AllowedParameterValuesMultistageGroup/AllowedFrontalAreaMin': '36000',
    'AllowedParameterValuesMultistageGroup/AllowedFrontalAreaMax': '46000',
    ...manufacturer(1, 1, 'FORTUNA'),
    'GeneralConstructionGroup/NumberOfAxles': '2',
    'DimensionGroup/Wheelbase': '3450',
    'DimensionGroup/MaximumPermissibleLength': '6200',
    'DimensionGroup/MaximumPermissibleWidth': '2300',
    'MassGroup/MassInRunningOrderIncomplete': '1900',
    'MassGroup/MinimumMassCompleted': '2150',
    'MassGroup/TechnicallyPermissibleMaximumLadenMass': '3500',
    ...axle(1, {
      TwinWheelsAxleIndicator: 'N',
      DistributionMassIncompleteAxle: 1250,
      TechnicallyPermissibleMassAxle: 1900,
    }),
    ...axle(2, {
      TwinWheelsAxleIndicator: 'Y',
      DistributionMassIncompleteAxle: 650,
      TechnicallyPermissibleMassAxle: 2500,
    }),
    'WltpEmissionTestParametersGroup/WltpEmissionTestMass': '2610',
    'WltpEmissionTestParametersGroup/DrivingCycleCappedSpeedIndicator': 'N',
    'EnergyConvertorTable/EnergyConvertorGroup[1]/EngineCapacity': '2184',
    [`${source20}EnergySource`]: '20',
    [`${source20}PowerGroup/MaximumNetPowerCombustion`]: '125',
    [`${source20}TestWltpCo2Group/WltpCo2Combined`]: '231',
  }),
)

export const co2Path = `CocDataGroup/${source20}TestWltpCo2Group/WltpCo2Combined`

/** The invented three-axle chassis of the crane example, and the crane builder's second stage over it. */
export const craneStages: readonly EarlierStage[] = [
  stage(
    1,
    message({
      VehicleIdentificationNumber: 'ZZZFT26CHTX000303',
      StageOfCompletion: 'I',
      Type: 'FT26',
      Variant: 'R62',
      Version: '4350',
      VehicleCategory: 'N3',
      MethodAttachmentStatutoryPlate: 'A1',
      TypeApprovalNumber: 'e3*2018/858*00993*02',
      'MakeTable/MakeGroup[1]/Make': 'FORTUNA',
      ...manufacturer(1, 1, 'FORTUNA'),
      'DimensionGroup/Wheelbase': '5700',
      'DimensionGroup/MaximumPermissibleLength': '9600',
      'DimensionGroup/MaximumPermissibleRearOverhang': '2400',
      'MassGroup/MassInRunningOrderIncomplete': '9300',
      'MassGroup/TechnicallyPermissibleMaximumLadenMass': '26000',
      ...axle(1, {
        DistributionMassIncompleteAxle: 5000,
        TechnicallyPermissibleMassAxle: 8000,
        AxleSpacing: 4350,
      }),
      ...axle(2, {
        DistributionMassIncompleteAxle: 2603,
        TechnicallyPermissibleMassAxle: 11500,
        AxleSpacing: 1350,
      }),
      ...axle(3, {
        DistributionMassIncompleteAxle: 1697,
        TechnicallyPermissibleMassAxle: 7500,
        LiftAxleIndicator: 'Y',
      }),
      'AxleGroupTable/AxleGroupGroup[1]/AxleGroupNumber': '1',
      'AxleGroupTable/AxleGroupGroup[1]/TechnicallyPermissibleMassAxleGroup': '19000',
      'VectoGroup/SpecificCo2EmissionsMass': '61.7',
      'VectoGroup/CryptographicHashManufacturerRecord': 'abc',
      'VectoGroup/VocationalVehicleIndicator': 'N',
    }),
  ),
  stage(
    2,
    message({
      VehicleIdentificationNumber: 'ZZZFT26CHTX000303',
      StageOfCompletion: 'I',
      Type: 'KR26',
      Variant: 'K1',
      Version: 'A',
      VehicleCategory: 'N3',
      MethodAttachmentStatutoryPlate: 'A1',
      TypeApprovalNumber: 'e1*2018/858*00994*00',
      'MakeTable/MakeGroup[1]/Make': 'FORTUNA',
      ...manufacturer(1, 1, 'FORTUNA'),
      ...manufacturer(2, 2, 'KRANBAU'),
      'ManufacturerTable/ManufacturerGroup[2]/PreviousStageTypeApprovalNumber': 'e3*2018/858*00993*02',
      'MassGroup/MassInRunningOrderIncomplete': '12330',
      ...axle(1, {
        DistributionMassIncompleteAxle: 7234,
        TechnicallyPermissibleMassAxle: 8000,
        AxleSpacing: 4350,
      }),
      ...axle(2, {
        DistributionMassIncompleteAxle: 3084,
        TechnicallyPermissibleMassAxle: 11500,
        AxleSpacing: 1350,
      }),
      ...axle(3, {
        DistributionMassIncompleteAxle: 2012,
        TechnicallyPermissibleMassAxle: 7500,
        LiftAxleIndicator: 'Y',
      }),
    }),
  ),
]
