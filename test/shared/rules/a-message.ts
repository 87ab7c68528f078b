import catalogueJson from '../../../schemas/ivi/2.0/catalogue.json' with { type: 'json' }
import paths from '../../../schemas/rules/paths.json' with { type: 'json' }
import type { Catalogue } from '../../../shared/ivi/catalogue.ts'
import type { MessageTree } from '../../../shared/ivi/message.ts'
import { buildTree } from '../../../shared/ivi/set-value.ts'
import type { RuleInput } from '../../../shared/rules/run-rules.ts'

export const catalogue = catalogueJson as unknown as Catalogue
export const today = '2026-11-22'

/**
 * What differs from the sound message: the short names of `paths.json`, or paths below CocDataGroup where a row is
 * meant (`AxleTable/AxleGroup[2]/AxleTrack`). `null` takes a field, a group or a row away.
 */
export type Changes = Readonly<Record<string, string | number | null>>

const short: Readonly<Record<string, string>> = paths

function pathOfKey(key: string): string {
  return short[key] ?? (key.startsWith('Header') ? key : `CocDataGroup/${key}`)
}

function withChanges(values: Changes, changes: Changes): Map<string, string> {
  const leaves = new Map<string, string>()
  for (const [key, value] of [...Object.entries(values), ...Object.entries(changes)]) {
    const path = pathOfKey(key)
    for (const known of leaves.keys())
      if (known.startsWith(`${path}/`) || known.startsWith(`${path}[`)) {
        leaves.delete(known)
      }
    if (value === null) leaves.delete(path)
    else leaves.set(path, String(value))
  }
  return leaves
}

function tree(values: Changes, changes: Changes): MessageTree {
  const built = buildTree(withChanges(values, changes), catalogue)
  if (!built.ok) throw new Error(JSON.stringify(built.problem))
  return built.value
}

const maker = {
  ManufacturerName: 'KAROSA FAHRZEUGBAU',
  ManufacturerAddressLine1: 'WERKSTRASSE 4',
  ManufacturerPlaceOfResidence: 'LINZ',
  ManufacturerCountryOfResidence: 'AUSTRIA',
}

function manufacturer(row: number, name: string): Changes {
  const at = `ManufacturerTable/ManufacturerGroup[${row}]`
  return {
    [`${at}/ManufacturerStageNumber`]: row,
    ...Object.fromEntries(Object.entries(maker).map(([field, value]) => [`${at}/${field}`, value])),
    [`${at}/ManufacturerName`]: name,
  }
}

const everyVehicle: Changes = {
  reference: '6f6ee3b3-6b3d-4a52-9d3a-4b8f0f4c2d11',
  'Header/IviVersionNumberXsd': '2.0',
  'Header/IviVersionNumber': 1,
  'Header/IviVersionDateTime': '2026-11-20T10:00:00.000+01:00',
  approvalCountry: 'e12',
  vin: 'ZZZKAR75XTX000001',
  approvalType: 'EU',
  provisional: 'N',
  stage: 'C',
  type: 'KF',
  variant: 'KF75',
  version: 'B1',
  MethodAttachmentStatutoryPlate: 'A1',
  manufactureDate: '2026-11-16',
  approvalNumber: 'e12*2018/858*00123*02',
  approvalDate: '2026-05-04',
  MaximumSpeed: 90,
  VehicleCertified155Indicator: 'N',
  VehicleCertified156Indicator: 'N',
  dangerousGoods: 'N',
  'SigningAuthorityTable/SigningAuthorityGroup[1]/SignerName': 'EVA MUSTER',
  'SigningAuthorityTable/SigningAuthorityGroup[1]/SignerPosition': 'HEAD OF HOMOLOGATION',
  'SigningAuthorityTable/SigningAuthorityGroup[1]/SignatureLocation': 'LINZ',
  'SigningAuthorityTable/SigningAuthorityGroup[1]/SignatureDate': '2026-11-20',
  'MakeTable/MakeGroup[1]/Make': 'KAROSA',
  ...manufacturer(1, 'KAROSA FAHRZEUGBAU'),
}

const dieselEngine: Changes = {
  pureElectric: 'N',
  fuelType: 'M',
  'EnergyConvertorTable/EnergyConvertorGroup[1]/EnergyConvertorCodeMarkedOnEnergyConvertor': 'KD30',
  'EnergyConvertorTable/EnergyConvertorGroup[1]/WorkingPrinciple': 'INTCI',
  'EnergyConvertorTable/EnergyConvertorGroup[1]/NumberOfCylinders': 4,
  'EnergyConvertorTable/EnergyConvertorGroup[1]/EngineCapacity': 2998,
  'EnergyConvertorTable/EnergyConvertorGroup[1]/EnergySourceTable/EnergySourceGroup[1]/EnergySource': '20',
}

const lorry: Changes = {
  ...everyVehicle,
  ...dieselEngine,
  category: 'N2',
  axleCount: 2,
  wheelCount: 6,
  twinAxleCount: 1,
  steeredAxleCount: 1,
  poweredAxleCount: 1,
  doorCount: 2,
  seats: 3,
  wheelbase: 3900,
  length: 7200,
  width: 2350,
  height: 3200,
  rearOverhang: 1900,
  loadingLength: 4600,
  elongatedCab: 'N',
  aerodynamicDevice: 'NONE',
  massInRunningOrder: 3500,
  actualMass: 3600,
  ladenMass: 7500,
  'AxleTable/AxleGroup[1]/AxleNumber': 1,
  'AxleTable/AxleGroup[1]/TwinWheelsAxleIndicator': 'N',
  'AxleTable/AxleGroup[1]/SteeredAxleIndicator': 'Y',
  'AxleTable/AxleGroup[1]/PoweredAxleIndicator': 'N',
  'AxleTable/AxleGroup[1]/AxleSpacing': 3900,
  'AxleTable/AxleGroup[1]/DistributionMassRunningOrderAxle': 2100,
  'AxleTable/AxleGroup[1]/TechnicallyPermissibleMassAxle': 3100,
  'AxleTable/AxleGroup[1]/TyreAxleTable/TyreAxleGroup[1]/TyreNumber': 1,
  'AxleTable/AxleGroup[1]/TyreAxleTable/TyreAxleGroup[1]/TyreSize': '205/75R17.5',
  'AxleTable/AxleGroup[1]/TyreAxleTable/TyreAxleGroup[1]/LoadCapacityIndexSingleWheel': 124,
  'AxleTable/AxleGroup[1]/TyreAxleTable/TyreAxleGroup[1]/LoadCapacityIndexTwinWheel': 122,
  'AxleTable/AxleGroup[2]/AxleNumber': 2,
  'AxleTable/AxleGroup[2]/TwinWheelsAxleIndicator': 'Y',
  'AxleTable/AxleGroup[2]/SteeredAxleIndicator': 'N',
  'AxleTable/AxleGroup[2]/PoweredAxleIndicator': 'Y',
  'AxleTable/AxleGroup[2]/DistributionMassRunningOrderAxle': 1400,
  'AxleTable/AxleGroup[2]/TechnicallyPermissibleMassAxle': 5200,
  'AxleTable/AxleGroup[2]/TyreAxleTable/TyreAxleGroup[1]/TyreNumber': 1,
  'AxleTable/AxleGroup[2]/TyreAxleTable/TyreAxleGroup[1]/TyreSize': '205/75R17.5',
  'AxleTable/AxleGroup[2]/TyreAxleTable/TyreAxleGroup[1]/LoadCapacityIndexSingleWheel': 124,
  'AxleTable/AxleGroup[2]/TyreAxleTable/TyreAxleGroup[1]/LoadCapacityIndexTwinWheel': 122,
  'BodyworkTable/BodyworkGroup[1]/CodeForBodywork': 'BA',
  'BodyworkTable/BodyworkGroup[1]/CodeForBodyworkSupplementTable/CodeForBodyworkSupplementGroup[1]/CodeForBodyworkSupplement':
    '03',
  'ConfigurationDoorsGroup/NumberOfDoorsLeft': 1,
  'ConfigurationDoorsGroup/NumberOfDoorsRight': 1,
  'AdvancedSafetySystemsTable/AdvancedSafetySystemsGroup[1]/AdvancedSafetySystem': 'TPMS',
}

/** A complete lorry of 7.5 t, built whole by one manufacturer. */
export function aLorry(changes: Changes = {}): MessageTree {
  return tree(lorry, changes)
}

const van: Changes = {
  ...lorry,
  category: 'N1',
  EcoInnovationsFittedIndicator: 'N',
  wheelCount: 4,
  twinAxleCount: 0,
  steeredAxleCount: null,
  rearOverhang: null,
  elongatedCab: null,
  aerodynamicDevice: null,
  wheelbase: 3300,
  length: 5600,
  width: 2050,
  height: 2500,
  loadingLength: 2900,
  massInRunningOrder: 2100,
  actualMass: 2150,
  ladenMass: 3300,
  'AxleTable/AxleGroup[1]/AxleSpacing': 3300,
  'AxleTable/AxleGroup[1]/SteeredAxleIndicator': null,
  'AxleTable/AxleGroup[1]/DistributionMassRunningOrderAxle': 1250,
  'AxleTable/AxleGroup[1]/TechnicallyPermissibleMassAxle': 1750,
  'AxleTable/AxleGroup[2]/SteeredAxleIndicator': null,
  'AxleTable/AxleGroup[2]/TwinWheelsAxleIndicator': 'N',
  'AxleTable/AxleGroup[2]/DistributionMassRunningOrderAxle': 850,
  'AxleTable/AxleGroup[2]/TechnicallyPermissibleMassAxle': 1900,
  'BodyworkTable/BodyworkGroup[1]/CodeForBodywork': 'BB',
  'BodyworkTable/BodyworkGroup[1]/CodeForBodyworkSupplementTable': null,
}

/** A complete van of 3.3 t. */
export function aVan(changes: Changes = {}): MessageTree {
  return tree(van, changes)
}

const car: Changes = {
  ...van,
  category: 'M1',
  dangerousGoods: null,
  twinAxleCount: null,
  loadingLength: null,
  doorCount: 4,
  seats: 5,
  massInRunningOrder: 1600,
  actualMass: 1640,
  ladenMass: 2150,
  'AxleTable/AxleGroup[1]/TwinWheelsAxleIndicator': null,
  'AxleTable/AxleGroup[1]/DistributionMassRunningOrderAxle': null,
  'AxleTable/AxleGroup[1]/TechnicallyPermissibleMassAxle': 1100,
  'AxleTable/AxleGroup[2]/TwinWheelsAxleIndicator': null,
  'AxleTable/AxleGroup[2]/DistributionMassRunningOrderAxle': null,
  'AxleTable/AxleGroup[2]/TechnicallyPermissibleMassAxle': 1150,
  'BodyworkTable/BodyworkGroup[1]/CodeForBodywork': 'AF',
  'ConfigurationDoorsGroup/NumberOfDoorsLeft': 2,
  'ConfigurationDoorsGroup/NumberOfDoorsRight': 2,
}

/** A complete passenger car. */
export function aCar(changes: Changes = {}): MessageTree {
  return tree(car, changes)
}

const bus: Changes = {
  ...lorry,
  category: 'M3',
  dangerousGoods: null,
  seats: 20,
  loadingLength: null,
  'GeneralConstructionGroup/NumberOfSeatingPositionsLowerDeck': 20,
  'GeneralConstructionGroup/NumberOfSeatingPositionsUpperDeck': 0,
  'BodyworkTable/BodyworkGroup[1]/CodeForBodywork': 'CA',
  'BodyworkTable/BodyworkGroup[1]/CodeForBodyworkSupplementTable': null,
  'BodyworkTable/BodyworkGroup[1]/VehicleClassTable/VehicleClassGroup[1]/VehicleClass': 'III',
}

/** A complete single-deck coach of 7.5 t with 20 seats. */
export function aBus(changes: Changes = {}): MessageTree {
  return tree(bus, changes)
}

function trailerAxle(row: number, spacing: number | null): Changes {
  const at = `AxleTable/AxleGroup[${row}]`
  return {
    [`${at}/AxleNumber`]: row,
    [`${at}/TwinWheelsAxleIndicator`]: 'N',
    [`${at}/SteeredAxleIndicator`]: 'N',
    ...(spacing ? { [`${at}/AxleSpacing`]: spacing } : {}),
    [`${at}/DistributionMassRunningOrderAxle`]: 1600,
    [`${at}/TechnicallyPermissibleMassAxle`]: 9000,
  }
}

const group = 'AxleGroupTable/AxleGroupGroup[1]'
const coupling = 'MechanicalCouplingTable/MechanicalCouplingGroup[1]'
const semiTrailer: Changes = {
  ...everyVehicle,
  vin: 'ZZZKARSATTX000002',
  category: 'O4',
  axleCount: 3,
  wheelCount: 6,
  twinAxleCount: 0,
  steeredAxleCount: 0,
  wheelbase: 7600,
  length: 13600,
  width: 2550,
  height: 3990,
  aerodynamicDevice: 'NONE',
  massInRunningOrder: 6300,
  actualMass: 6350,
  ladenMass: 38000,
  'MassGroup/MaximumStaticVerticalMassCouplingPointTable/MaximumStaticVerticalMassCouplingPointGroup[1]/TechnicallyPermissibleMaximumStaticVerticalMassCouplingPoint': 11000,
  ...trailerAxle(1, 1310),
  ...trailerAxle(2, 1310),
  ...trailerAxle(3, null),
  [`${group}/AxleGroupNumber`]: 1,
  [`${group}/TechnicallyPermissibleMassAxleGroup`]: 27000,
  [`${group}/AxleGroupMemberTable/AxleGroupMemberGroup[1]/MemberAxleNumber`]: 1,
  [`${group}/AxleGroupMemberTable/AxleGroupMemberGroup[2]/MemberAxleNumber`]: 2,
  [`${group}/AxleGroupMemberTable/AxleGroupMemberGroup[3]/MemberAxleNumber`]: 3,
  'BodyworkTable/BodyworkGroup[1]/CodeForBodywork': 'DA',
  'BodyworkTable/BodyworkGroup[1]/CodeForBodyworkSupplementTable/CodeForBodyworkSupplementGroup[1]/CodeForBodyworkSupplement':
    '06',
  [`${coupling}/MechanicalCouplingNumber`]: 1,
  [`${coupling}/DistanceCentreCouplingRearEnd`]: 12000,
  [`${coupling}/MechanicalCouplingDistributionMassRunningOrder`]: 1500,
}

/** A complete three-axle curtain-sider: 27 t on the axles, 11 t on the king pin. */
export function aSemiTrailer(changes: Changes = {}): MessageTree {
  return tree(semiTrailer, changes)
}

/** A complete three-axle drawbar trailer, whose axles carry everything. */
export function aDrawbarTrailer(changes: Changes = {}): MessageTree {
  return tree(
    {
      ...semiTrailer,
      ladenMass: 24000,
      length: 9000,
      massInRunningOrder: 4800,
      actualMass: 4850,
      'MassGroup/MaximumStaticVerticalMassCouplingPointTable': null,
      MechanicalCouplingTable: null,
      'BodyworkTable/BodyworkGroup[1]/CodeForBodywork': 'DB',
    },
    changes,
  )
}

const chassis: Changes = {
  ...lorry,
  vin: 'ZZZFT75CHTX000303',
  approvalCountry: 'e3',
  stage: 'I',
  type: 'FT',
  variant: 'FT75CH',
  version: 'S39',
  manufactureDate: '2026-08-10',
  approvalNumber: 'e3*2018/858*00991*08',
  dangerousGoods: null,
  doorCount: null,
  seats: null,
  length: null,
  width: null,
  height: null,
  rearOverhang: null,
  loadingLength: null,
  massInRunningOrder: null,
  actualMass: null,
  permissibleLength: 7500,
  permissibleWidth: 2550,
  permissibleRearOverhang: 2400,
  incompleteMass: 2600,
  minimumMass: 3000,
  BodyworkTable: null,
  ConfigurationDoorsGroup: null,
  'AxleTable/AxleGroup[1]/DistributionMassRunningOrderAxle': null,
  'AxleTable/AxleGroup[1]/DistributionMassIncompleteAxle': 1800,
  'AxleTable/AxleGroup[1]/MinimalPermissibleDistributionMassCompletedAxle': 1900,
  'AxleTable/AxleGroup[2]/DistributionMassRunningOrderAxle': null,
  'AxleTable/AxleGroup[2]/DistributionMassIncompleteAxle': 800,
  'AxleTable/AxleGroup[2]/MinimalPermissibleDistributionMassCompletedAxle': 1100,
  ...manufacturer(1, 'FORTUNA TRUCKS'),
}

/** Stage 1 of a lorry: the chassis with its cab. */
export function aChassis(changes: Changes = {}): MessageTree {
  return tree(chassis, changes)
}

const previous = 'ManufacturerTable/ManufacturerGroup[2]'
const laterStage: Changes = {
  vin: 'ZZZFT75CHTX000303',
  ...manufacturer(1, 'FORTUNA TRUCKS'),
  ...manufacturer(2, 'KAROSA FAHRZEUGBAU'),
  [`${previous}/PreviousStageTypeApprovalNumber`]: 'e3*2018/858*00991*08',
  [`${previous}/PreviousStageType`]: 'FT',
  [`${previous}/PreviousStageVariant`]: 'FT75CH',
  [`${previous}/PreviousStageVersion`]: 'S39',
}

/** Stage 2 over {@link aChassis}: the lorry with its box. */
export function aCompletedLorry(changes: Changes = {}): MessageTree {
  return tree({ ...lorry, ...laterStage, stage: 'V', alteration: 'BOX BODY FITTED' }, changes)
}

/** Stage 2 over {@link aChassis} that stays incomplete: a crane behind the cab. */
export function aLaterChassis(changes: Changes = {}): MessageTree {
  return tree(
    {
      ...chassis,
      ...laterStage,
      approvalCountry: 'e12',
      variant: 'KFCR',
      approvalNumber: 'e12*2018/858*00123*02',
    },
    changes,
  )
}

/** Judged as a finished message that stands alone. */
export function alone(message: MessageTree, more: Partial<RuleInput> = {}): RuleInput {
  return { tree: message, catalogue, earlier: [], today, phase: 'message', ...more }
}

/** Judged over earlier stages, the first of them stage 1. */
export function over(earlier: readonly MessageTree[], message: MessageTree): RuleInput {
  return alone(message, { earlier: earlier.map((each, index) => ({ tree: each, stageNumber: index + 1 })) })
}
