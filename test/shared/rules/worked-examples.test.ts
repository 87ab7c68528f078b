import { describe, expect, it } from 'vitest'
import type { MessageTree } from '../../../shared/ivi/message.ts'
import { runRules } from '../../../shared/rules/run-rules.ts'
import { aChassis, aCompletedLorry, aLaterChassis, type Changes, over } from './a-message.ts'
import { towbar } from './towing-parts.ts'

const codes = (earlier: readonly MessageTree[], message: MessageTree) =>
  runRules(over(earlier, message)).map(({ rule, code }) => `${rule} ${code}`)

const axle = (number: number) => `AxleTable/AxleGroup[${number}]`
const towed = (number: number) =>
  `TowingBrakedTypeTrailTable/TowingBrakedTypeTrailGroup[${number}]/BodyworkTypeTable/BodyworkTypeGroup[1]`
const coupling =
  'MassGroup/MaximumStaticVerticalMassCouplingPointTable/MaximumStaticVerticalMassCouplingPointGroup[1]/TechnicallyPermissibleMaximumStaticVerticalMassCouplingPoint'

/** A chassis-cab of 3.5 t that becomes a tipper, with the figures of a builder's desk. */
const tipperChassis: Changes = {
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
  [coupling]: 140,
  'MechanicalCouplingCanBeFittedTable/MechanicalCouplingCanBeFittedGroup[1]/MechanicalCouplingCanBeFittedClass':
    'A50-X',
  'TowingBrakedTypeTrailTable/TowingBrakedTypeTrailGroup[1]/BrakedTypeTrail': 'BRK',
  [`${towed(1)}/BodyworkTypeTrailer`]: 'DC',
  [`${towed(1)}/TechnicallyPermissibleMaximumTowableMass`]: 3500,
  'TowingBrakedTypeTrailTable/TowingBrakedTypeTrailGroup[2]/BrakedTypeTrail': 'UNB',
  [`${towed(2)}/TechnicallyPermissibleMaximumTowableMass`]: 750,
  [`${towed(3)}/TechnicallyPermissibleMaximumCombinationMass`]: 7000,
  allowedActualMassMin: 2000,
  allowedActualMassMax: 2900,
  allowedFrontalAreaMin: 36000,
  allowedFrontalAreaMax: 46000,
}

const tipper: Changes = {
  ...towbar,
  category: 'N1',
  EcoInnovationsFittedIndicator: 'N',
  steeredAxleCount: null,
  elongatedCab: null,
  aerodynamicDevice: null,
  rearOverhang: null,
  wheelbase: 3450,
  length: 6000,
  width: 2200,
  height: 2500,
  loadingLength: 3300,
  ladenMass: 3500,
  massInRunningOrder: 2540,
  actualMass: 2645,
  incompleteMass: null,
  frontalArea: '3.95',
  [`${axle(1)}/SteeredAxleIndicator`]: null,
  [`${axle(1)}/AxleSpacing`]: 3450,
  [`${axle(1)}/TechnicallyPermissibleMassAxle`]: 1900,
  [`${axle(1)}/DistributionMassRunningOrderAxle`]: 1445,
  [`${axle(2)}/SteeredAxleIndicator`]: null,
  [`${axle(2)}/TechnicallyPermissibleMassAxle`]: 2500,
  [`${axle(2)}/DistributionMassRunningOrderAxle`]: 1095,
  'BodyworkTable/BodyworkGroup[1]/CodeForBodyworkSupplementTable/CodeForBodyworkSupplementGroup[1]/CodeForBodyworkSupplement':
    '10',
}

describe('a tipper of 3.5 t over its chassis', () => {
  const chassis = aChassis(tipperChassis)

  it('passes with its options, two passengers and the load of its trailer', () => {
    expect(codes([chassis], aCompletedLorry(tipper))).toEqual([])
  })

  it('may not live by the emission values of its base with a high box', () => {
    expect(codes([chassis], aCompletedLorry({ ...tipper, frontalArea: '5.2' }))).toEqual([
      '63 outside-allowed-range',
    ])
  })

  it('may not be heavier than the base’s emission values cover', () => {
    const heavy = aCompletedLorry({ ...tipper, actualMass: 2901 })
    expect(codes([chassis], heavy)).toEqual(['63 outside-allowed-range'])
  })
})

/** A three-axle chassis; the second axle is driven, the third can be lifted. */
const threeAxles: Changes = {
  category: 'N3',
  axleCount: 3,
  wheelCount: 8,
  wheelbase: 5700,
  ladenMass: 26000,
  permissibleLength: 9600,
  permissibleRearOverhang: 2400,
  [`${axle(1)}/AxleSpacing`]: 4350,
  [`${axle(1)}/TechnicallyPermissibleMassAxle`]: 8000,
  [`${axle(1)}/TyreAxleTable`]: null,
  [`${axle(2)}/AxleSpacing`]: 1350,
  [`${axle(2)}/TechnicallyPermissibleMassAxle`]: 11500,
  [`${axle(2)}/DriveAxleAirSuspensionOrEquivalentIndicator`]: 'Y',
  [`${axle(2)}/TyreAxleTable`]: null,
  [`${axle(3)}/AxleNumber`]: 3,
  [`${axle(3)}/TwinWheelsAxleIndicator`]: 'N',
  [`${axle(3)}/SteeredAxleIndicator`]: 'N',
  [`${axle(3)}/PoweredAxleIndicator`]: 'N',
  [`${axle(3)}/LiftAxleIndicator`]: 'Y',
  [`${axle(3)}/TechnicallyPermissibleMassAxle`]: 7500,
  'AxleGroupTable/AxleGroupGroup[1]/AxleGroupNumber': 1,
  'AxleGroupTable/AxleGroupGroup[1]/TechnicallyPermissibleMassAxleGroup': 19000,
  'AxleGroupTable/AxleGroupGroup[1]/AxleGroupMemberTable/AxleGroupMemberGroup[1]/MemberAxleNumber': 2,
  'AxleGroupTable/AxleGroupGroup[1]/AxleGroupMemberTable/AxleGroupMemberGroup[2]/MemberAxleNumber': 3,
}

const shares = (name: string, [first, second, third]: readonly [number, number, number]): Changes => ({
  [`${axle(1)}/${name}`]: first,
  [`${axle(2)}/${name}`]: second,
  [`${axle(3)}/${name}`]: third,
})
const noMinimum: Changes = {
  minimumMass: null,
  [`${axle(1)}/MinimalPermissibleDistributionMassCompletedAxle`]: null,
  [`${axle(2)}/MinimalPermissibleDistributionMassCompletedAxle`]: null,
}

describe('a crane lorry of three stages', () => {
  const chassis = aChassis({
    ...threeAxles,
    ...noMinimum,
    ...shares('DistributionMassIncompleteAxle', [5000, 2603, 1697]),
    incompleteMass: 9300,
  })
  const withCrane = aLaterChassis({
    ...threeAxles,
    ...noMinimum,
    ...shares('DistributionMassIncompleteAxle', [7234, 3084, 2012]),
    incompleteMass: 12330,
  })
  const third = 'ManufacturerTable/ManufacturerGroup[3]'
  const withPlatform: Changes = {
    ...threeAxles,
    permissibleLength: null,
    permissibleRearOverhang: null,
    approvalCountry: 'e24',
    approvalNumber: 'e24*2018/858*00990*04',
    variant: 'KP26',
    seats: 2,
    length: 9450,
    rearOverhang: 2300,
    loadingLength: 6400,
    massInRunningOrder: 13810,
    actualMass: 13810,
    ...shares('DistributionMassRunningOrderAxle', [7259, 3965, 2586]),
    [`${third}/ManufacturerStageNumber`]: 3,
    [`${third}/ManufacturerName`]: 'PLATTFORM BAU',
    [`${third}/ManufacturerAddressLine1`]: 'AM HAFEN 2',
    [`${third}/ManufacturerPlaceOfResidence`]: 'KREMS',
    [`${third}/ManufacturerCountryOfResidence`]: 'AUSTRIA',
    [`${third}/PreviousStageTypeApprovalNumber`]: 'e12*2018/858*00123*02',
    [`${third}/PreviousStageType`]: 'FT',
    [`${third}/PreviousStageVariant`]: 'KFCR',
    [`${third}/PreviousStageVersion`]: 'S39',
    'BodyworkTable/BodyworkGroup[1]/CodeForBodyworkSupplementTable/CodeForBodyworkSupplementGroup[1]/CodeForBodyworkSupplement':
      '26',
  }

  it('passes in every stage', () => {
    expect(codes([], chassis)).toEqual([])
    expect(codes([chassis], withCrane)).toEqual([])
    expect(codes([chassis, withCrane], aCompletedLorry(withPlatform))).toEqual([])
  })

  it('is compared with the crane builder’s stage, not with the chassis', () => {
    const light = { massInRunningOrder: 12000, actualMass: 12000, AxleTable: null }
    const found = runRules(over([chassis, withCrane], aCompletedLorry({ ...withPlatform, ...light })))
    const lighter = found.find(({ code }) => code === 'lighter-than-before')
    expect(lighter?.args).toMatchObject({ before: '12330 kg', stage: 2 })
  })

  it('must name the stage that it really builds upon', () => {
    const wrong = { ...withPlatform, [`${third}/PreviousStageVariant`]: 'FT75CH' }
    expect(codes([chassis, withCrane], aCompletedLorry(wrong))).toEqual(['73 previous-stage-differs'])
  })
})
