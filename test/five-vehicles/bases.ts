import n1Chassis from '../../build/demo/data/bases/n1-chassis.json' with { type: 'json' }
import n1Van from '../../build/demo/data/bases/n1-van.json' with { type: 'json' }
import n2Chassis from '../../build/demo/data/bases/n2-chassis.json' with { type: 'json' }
import n3Chassis from '../../build/demo/data/bases/n3-chassis-6x2.json' with { type: 'json' }
import { type Changes, changed, type Leaves, leavesOfFile } from './message.ts'

const axle = (number: number, name: string): string => `AxleTable/AxleGroup[${number}]/${name}`

/** The maker of all four chassis, invented. */
const fortuna: Changes = {
  'MakeTable/MakeGroup[1]/Make': 'FORTUNA',
  'ManufacturerTable/ManufacturerGroup[1]/ManufacturerName': 'FORTUNA FAHRGESTELLE AG',
  'ManufacturerTable/ManufacturerGroup[1]/ManufacturerAddressLine1': 'WERKSTRASSE 1',
  'ManufacturerTable/ManufacturerGroup[1]/ManufacturerAddressLine2': '00001',
  'ManufacturerTable/ManufacturerGroup[1]/ManufacturerPlaceOfResidence': 'NIRGENDWO',
  'ManufacturerTable/ManufacturerGroup[1]/ManufacturerCountryOfResidence': 'ITALY',
  'SigningAuthorityTable/SigningAuthorityGroup[1]/SignerName': 'ALDO FORTUNA',
  'SigningAuthorityTable/SigningAuthorityGroup[1]/SignatureLocation': 'NIRGENDWO',
}

/** Stage 1 of the tipper: 1,900 kg on 1,250 and 650. */
export const tipperChassis: Leaves = changed(leavesOfFile(n1Chassis), {
  ...fortuna,
  Type: 'FT35',
  Variant: 'CCS345T',
  Version: '3450',
  'CommercialNameTable/CommercialNameGroup[1]/CommercialName': 'FORTUNA 35',
  'MassGroup/MassInRunningOrderIncomplete': 1900,
  [axle(1, 'DistributionMassIncompleteAxle')]: 1250,
  [axle(2, 'DistributionMassIncompleteAxle')]: 650,
})

/** Stage 1 of the box lorry, automatic and without towing: its CoC exists on paper alone. */
export const boxChassis: Leaves = changed(leavesOfFile(n2Chassis), {
  ...fortuna,
  TowingBrakedTypeTrailTable: null,
  MechanicalCouplingCanBeFittedTable: null,
  TrailerBrakeTable: null,
  'MassGroup/MaximumStaticVerticalMassCouplingPointTable': null,
  'InServiceMaximumMassTable/InServiceMaximumMassGroup[1]/InServiceMaximumPermissibleMassCombination': null,
  'GearGroup/GearRatioTable': null,
  Type: 'FT12',
  Variant: 'R42',
  Version: '4400',
  TypeApprovalNumber: 'e3*2018/858*00992*03',
  'CommercialNameTable/CommercialNameGroup[1]/CommercialName': 'FORTUNA 12',
})

/** Stage 1 of the crane truck: 9,300 kg on 5,000, 2,603 and 1,697. */
export const craneChassis: Leaves = changed(leavesOfFile(n3Chassis), {
  ...fortuna,
  Type: 'FT26',
  Variant: 'R62',
  Version: '4350',
  TypeApprovalNumber: 'e3*2018/858*00993*02',
  'CommercialNameTable/CommercialNameGroup[1]/CommercialName': 'FORTUNA 26',
  'DimensionGroup/Wheelbase': 5700,
  'DimensionGroup/MaximumPermissibleLength': 9600,
  'DimensionGroup/MaximumPermissibleRearOverhang': 2400,
  'MassGroup/MassInRunningOrderIncomplete': 9300,
  [axle(1, 'AxleSpacing')]: 4350,
  [axle(1, 'DistributionMassIncompleteAxle')]: 5000,
  [axle(2, 'DistributionMassIncompleteAxle')]: 2603,
  [axle(3, 'DistributionMassIncompleteAxle')]: 1697,
})

/** Stage 2 of the crane truck: crane and subframe bring it to 12,330 kg; the simulation stays with stage 1. */
export const craneFitted: Leaves = changed(craneChassis, {
  VectoGroup: null,
  Type: 'KR26',
  Variant: 'K1',
  Version: 'A',
  CompletedAltered: 'C',
  DateManufactureVehicle: '2026-08-20',
  TypeApprovalNumber: 'e1*2018/858*00994*00',
  TypeApprovalIssueDate: '2026-03-24',
  'SigningAuthorityTable/SigningAuthorityGroup[1]/SignerName': 'IDA KRANZ',
  'SigningAuthorityTable/SigningAuthorityGroup[1]/SignatureLocation': 'KRANHEIM',
  'ManufacturerTable/ManufacturerGroup[2]/ManufacturerStageNumber': 2,
  'ManufacturerTable/ManufacturerGroup[2]/ManufacturerName': 'KRANBAU IDA KRANZ GMBH',
  'ManufacturerTable/ManufacturerGroup[2]/ManufacturerAddressLine1': 'HAKENWEG 3',
  'ManufacturerTable/ManufacturerGroup[2]/ManufacturerAddressLine2': '00002',
  'ManufacturerTable/ManufacturerGroup[2]/ManufacturerPlaceOfResidence': 'KRANHEIM',
  'ManufacturerTable/ManufacturerGroup[2]/ManufacturerCountryOfResidence': 'GERMANY',
  'ManufacturerTable/ManufacturerGroup[2]/PreviousStageTypeApprovalNumber': 'e3*2018/858*00993*02',
  'ManufacturerTable/ManufacturerGroup[2]/PreviousStageType': 'FT26',
  'ManufacturerTable/ManufacturerGroup[2]/PreviousStageVariant': 'R62',
  'ManufacturerTable/ManufacturerGroup[2]/PreviousStageVersion': '4350',
  'MassGroup/MassInRunningOrderIncomplete': 12_330,
  [axle(1, 'DistributionMassIncompleteAxle')]: 7234,
  [axle(2, 'DistributionMassIncompleteAxle')]: 3084,
  [axle(3, 'DistributionMassIncompleteAxle')]: 2012,
})

/** What the crane builder corrects later: axle 1 bears 7,500 kg. */
export const craneCorrected: Leaves = changed(craneFitted, {
  [axle(1, 'TechnicallyPermissibleMassAxle')]: 7500,
})

/** The van of the motor caravan: complete, N1. */
export const van: Leaves = changed(leavesOfFile(n1Van), {
  ...fortuna,
  Type: 'FV35',
  Variant: 'KW345',
  Version: '3450H2',
  TypeApprovalNumber: 'e3*2018/858*00995*05',
  'CommercialNameTable/CommercialNameGroup[1]/CommercialName': 'FORTUNA VAN 35',
  'AllowedParameterValuesMultistageGroup/AllowedActualMassMax': 2950,
})
