import { coc } from './message.ts'

type Values = Readonly<Record<string, string | number>>

/** Values below `CocDataGroup`, as a body states them. */
function stated(values: Values): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([path, value]) => [coc(path), String(value)]))
}

const bodywork = 'BodyworkTable/BodyworkGroup[1]'
const supplement = `${bodywork}/CodeForBodyworkSupplementTable/CodeForBodyworkSupplementGroup[1]/CodeForBodyworkSupplement`
const coupling = 'MechanicalCouplingTable/MechanicalCouplingGroup[1]'

const always: Values = {
  TypeApprovalType: 'EU',
  ProvisionalTypeApprovalIndicator: 'N',
  MethodAttachmentStatutoryPlate: 'A1',
  RightLeftHandTraffic: 'RIGHT',
}
const forGoods: Values = { ...always, TypeApprovalTransportDangerousGoodsIndicator: 'N' }
const instruments: Values = { MetricImperialSpeedometer: 'M', MetricImperialOdometer: 'M' }
const withCab: Values = { ...forGoods, ...instruments }
const cabDoors: Values = {
  'GeneralConstructionGroup/NumberOfDoors': 2,
  'ConfigurationDoorsGroup/NumberOfDoorsLeft': 1,
  'ConfigurationDoorsGroup/NumberOfDoorsRight': 1,
}

/** A body without a coupling: what the chassis could tow is not ours to state. */
const towsNothing = [
  coc('TowingBrakedTypeTrailTable'),
  coc('MassGroup/MaximumStaticVerticalMassCouplingPointTable'),
]

/** Worked example 1: 640 kg of body; tool box and towbar count in item 13.2 alone. */
export const tipper = {
  id: 'TIP3-3450',
  version: 1,
  name: 'Three-way tipper 3450',
  categories: ['N1'],
  stage: 'V',
  carry: 'full',
  set: stated({
    ...withCab,
    ...cabDoors,
    TypeApprovalNumber: 'e24*2018/858*00990*04',
    TypeApprovalIssueDate: '2026-03-02',
    Type: 'MB',
    Variant: 'TIP3',
    Version: '3450',
    DescriptionCompletedAltered: 'FITTED WITH SUBFRAME AND THREE-WAY TIPPER BODY',
    [`${bodywork}/CodeForBodywork`]: 'BA',
    [supplement]: '10',
    'DimensionGroup/Length': 5450,
    'DimensionGroup/Width': 2150,
    'DimensionGroup/Height': 2450,
    'DimensionGroup/LengthLoadingArea': 3300,
    'GeneralConstructionGroup/NumberOfSeatingPositionsIncludingDriver': 3,
  }),
  loads: {
    masses: [{ name: 'Tipper body with subframe', kg: 640, x: 2400, counts: 'standard' }],
    seats: [{ count: 2, x: 500 }],
    payload: { from: 650, to: 3950 },
    coupling: { x: 4350 },
  },
  options: [
    {
      id: 'TOOLBOX',
      name: 'Tool box',
      masses: [{ name: 'Tool box', kg: 60, x: 600, counts: 'option' }],
    },
    {
      id: 'TOWBAR',
      name: 'Towbar',
      masses: [{ name: 'Towbar', kg: 45, x: 4350, counts: 'option' }],
      set: stated({
        [`${coupling}/MechanicalCouplingNumber`]: 1,
        [`${coupling}/MechanicalCouplingApprovalNumber`]: 'E24-55R02-01482',
        [`${coupling}/MechanicalCouplingValueD`]: '17.2',
        [`${coupling}/MechanicalCouplingValueS`]: 140,
        [`${coupling}/DistanceFrontEndCentreCoupling`]: 5350,
      }),
    },
  ],
} as const

/** A box with a tail lift as an option, which relieves the front axle. */
export const box = {
  id: 'BOX-4400',
  version: 1,
  name: 'Dry-freight box 4400',
  categories: ['N2'],
  stage: 'V',
  carry: 'full',
  set: stated({
    ...withCab,
    TypeApprovalNumber: 'e24*2018/858*00992*01',
    TypeApprovalIssueDate: '2026-02-26',
    Type: 'MB12',
    Variant: 'BOX1',
    Version: '4400',
    DescriptionCompletedAltered: 'FITTED WITH SUBFRAME AND BOX BODY',
    [`${bodywork}/CodeForBodywork`]: 'BA',
    [supplement]: '03',
    'DimensionGroup/Length': 8300,
    'DimensionGroup/Width': 2550,
    'DimensionGroup/Height': 3650,
    'DimensionGroup/LengthLoadingArea': 6700,
    'DimensionGroup/RearOverhang': 2500,
    'GeneralConstructionGroup/NumberOfSeatingPositionsIncludingDriver': 3,
    'GeneralConstructionGroup/NumberOfDoors': 3,
    'ConfigurationDoorsGroup/NumberOfDoorsLeft': 1,
    'ConfigurationDoorsGroup/NumberOfDoorsRight': 1,
    'ConfigurationDoorsGroup/NumberOfDoorsBack': 1,
  }),
  loads: {
    masses: [{ name: 'Box body with subframe', kg: 1500, x: 3350, counts: 'standard' }],
    seats: [{ count: 2, x: 100 }],
    payload: { from: 150, to: 6850 },
  },
  options: [
    {
      id: 'TAILLIFT',
      name: 'Tail lift 1,500 kg',
      masses: [{ name: 'Tail lift', kg: 400, x: 6500, counts: 'option' }],
    },
    {
      id: 'FRIDGE',
      name: 'Cooling unit',
      masses: [{ name: 'Cooling unit', kg: 380, x: -100, counts: 'option' }],
      set: stated({ [supplement]: '04' }),
    },
  ],
} as const

const platform = {
  version: 1,
  categories: ['N3'],
  stage: 'V',
  carry: 'full',
  replaces: towsNothing,
} as const
const platformSet = {
  ...withCab,
  ...cabDoors,
  TypeApprovalNumber: 'e24*2018/858*00995*00',
  TypeApprovalIssueDate: '2026-03-19',
  Type: 'MB26',
  Variant: 'CRN1',
  DescriptionCompletedAltered: 'FITTED WITH PLATFORM BODY BEHIND THE LOADING CRANE',
  [`${bodywork}/CodeForBodywork`]: 'BA',
  [supplement]: '26',
  'DimensionGroup/Width': 2550,
  'DimensionGroup/Height': 3900,
  'GeneralConstructionGroup/NumberOfSeatingPositionsIncludingDriver': 2,
} as const
const platformLoads = {
  seats: [{ count: 1, x: -300 }],
  sharing: [{ axles: [2, 3], shares: [11_500, 7500] }],
} as const

/** Worked example 2, body A: 101 kg too much on the front axle. */
export const platformA = {
  ...platform,
  id: 'PLAT-A',
  name: 'Platform 6200',
  set: stated({
    ...platformSet,
    Version: '4350A',
    'DimensionGroup/Length': 9150,
    'DimensionGroup/LengthLoadingArea': 6200,
    'DimensionGroup/RearOverhang': 2000,
  }),
  loads: {
    ...platformLoads,
    masses: [{ name: 'Platform', kg: 1450, x: 4600, counts: 'standard' }],
    payload: { from: 1500, to: 7700 },
  },
} as const

/** Body B: 200 mm farther back. */
export const platformB = {
  ...platform,
  id: 'PLAT-B',
  name: 'Platform 6400',
  set: stated({
    ...platformSet,
    Version: '4350B',
    'DimensionGroup/Length': 9450,
    'DimensionGroup/LengthLoadingArea': 6400,
    'DimensionGroup/RearOverhang': 2300,
  }),
  loads: {
    ...platformLoads,
    masses: [{ name: 'Platform', kg: 1480, x: 4800, counts: 'standard' }],
    payload: { from: 1600, to: 8000 },
  },
} as const

/** A van becomes a motor caravan: special purpose SA, four seats. */
export const caravan = {
  id: 'CAMP-3450',
  version: 1,
  name: 'Motor caravan 3450',
  categories: ['M1'],
  stage: 'V',
  carry: 'full',
  set: stated({
    ...always,
    ...instruments,
    VehicleCategory: 'M1S',
    TypeApprovalNumber: 'e24*2018/858*00996*02',
    TypeApprovalIssueDate: '2026-04-23',
    Type: 'MC35',
    Variant: 'CAMP1',
    Version: '3450H2',
    DescriptionCompletedAltered: 'FITTED WITH LIVING ACCOMMODATION, TWO MORE SEATS AND ROOF WINDOW',
    [`${bodywork}/CodeForBodywork`]: 'AF',
    [`${bodywork}/SpecialPurposeDesignation`]: 'SA',
    'DimensionGroup/Height': 2620,
    'GeneralConstructionGroup/NumberOfSeatingPositionsIncludingDriver': 4,
  }),
  loads: {
    masses: [
      { name: 'Furniture, kitchen and bed', kg: 310, x: 2150, counts: 'standard' },
      { name: 'Bench with two seats', kg: 85, x: 1500, counts: 'standard' },
      { name: 'Fresh water', kg: 90, x: 2700, counts: 'standard' },
      { name: 'Gas bottle', kg: 20, x: 3300, counts: 'standard' },
    ],
    seats: [
      { count: 1, x: 500 },
      { count: 2, x: 1450 },
    ],
    payload: { from: 1700, to: 4300 },
  },
  options: [
    {
      id: 'AWNING',
      name: 'Awning',
      masses: [{ name: 'Awning', kg: 35, x: 2400, counts: 'option' }],
    },
  ],
} as const

const tyre: Values = {
  TyreNumber: 1,
  TyreSize: '385/65R22.5',
  LoadCapacityIndexSingleWheel: 160,
  SpeedCategorySymbol: 'K',
  RimSize: '11.75X22.5',
  RimOffSet: 0,
  RollingResistanceClass: 'B',
  TyreFittedProductionIndicator: 'Y',
  TyreCategory: 'C3',
}

function trailerAxle(number: number): Values {
  const row = `AxleTable/AxleGroup[${number}]`
  return {
    [`${row}/AxleNumber`]: number,
    [`${row}/TwinWheelsAxleIndicator`]: 'N',
    [`${row}/SteeredAxleIndicator`]: 'N',
    [`${row}/LiftAxleIndicator`]: number === 1 ? 'Y' : 'N',
    [`${row}/LoadableAxleIndicator`]: number === 1 ? 'Y' : 'N',
    [`${row}/AxleAirSuspensionOrEquivalentIndicator`]: 'Y',
    ...(number < 3 ? { [`${row}/AxleSpacing`]: 1310 } : {}),
    [`${row}/TechnicallyPermissibleMassAxle`]: 9000,
    ...Object.fromEntries(
      Object.entries(tyre).map(([name, value]) => [`${row}/TyreAxleTable/TyreAxleGroup[1]/${name}`, value]),
    ),
  }
}

const group = 'AxleGroupTable/AxleGroupGroup[1]'
const marking = (row: number): string => `LocationMarkingsTable/LocationMarkingsGroup[${row}]`

/** A curtain-sided semi-trailer that is built whole: no base, all masses are placed. */
export const trailer = {
  id: 'CURTAIN-39',
  version: 1,
  name: 'Curtain-sided semi-trailer',
  categories: ['O4'],
  stage: 'C',
  carry: 'full',
  set: stated({
    ...forGoods,
    VehicleCategory: 'O4',
    MaximumSpeed: 100,
    VehicleCertified155Indicator: 'N',
    VehicleCertified156Indicator: 'N',
    TypeApprovalNumber: 'e24*2018/858*00998*03',
    TypeApprovalIssueDate: '2025-12-04',
    Type: 'GS39',
    Variant: 'CS39',
    Version: '3A136',
    'MakeTable/MakeGroup[1]/Make': 'GARRANE',
    'CommercialNameTable/CommercialNameGroup[1]/CommercialName': 'GARRANE LINER 39',
    [`${marking(1)}/LocationMarkingsSubject`]: 'STAT',
    [`${marking(1)}/LocationMarkingsVehiclePart`]: 'CHASS',
    [`${marking(1)}/LocationMarkingsVehiclePartSide`]: 'RIGHTSIDE',
    [`${marking(2)}/LocationMarkingsSubject`]: 'VIN',
    [`${marking(2)}/LocationMarkingsVehiclePart`]: 'CHASS',
    [`${marking(2)}/LocationMarkingsVehiclePartSide`]: 'RIGHTSIDE',
    [`${marking(2)}/LocationMarkingsVehiclePartSideSection`]: 'FRONT',
    'AdvancedSafetySystemsTable/AdvancedSafetySystemsGroup[1]/AdvancedSafetySystem': 'TPMS',
    'TrailerBrakeTable/TrailerBrakeGroup[1]/TrailerBrakeControlSystemTechnology': 'PNEU',
    [`${bodywork}/CodeForBodywork`]: 'DA',
    [supplement]: '06',
    'DimensionGroup/AerodynamicDeviceEquipped': 'NONE',
    'DimensionGroup/Wheelbase': 7700,
    'DimensionGroup/Length': 13_600,
    'DimensionGroup/Width': 2550,
    'DimensionGroup/Height': 3980,
    'DimensionGroup/LengthLoadingArea': 13_500,
    'DimensionGroup/RearOverhang': 2990,
    'MassGroup/TechnicallyPermissibleMaximumLadenMass': 39_000,
    'MassGroup/MaximumStaticVerticalMassCouplingPointTable/MaximumStaticVerticalMassCouplingPointGroup[1]/TechnicallyPermissibleMaximumStaticVerticalMassCouplingPoint': 13_000,
    'InServiceMaximumMassTable/InServiceMaximumMassGroup[1]/InServiceMaximumPermissibleMassTrafficRegulation':
      '96/53/EC',
    'InServiceMaximumMassTable/InServiceMaximumMassGroup[1]/InServiceMaximumPermissibleLadenMass': 35_000,
    ...trailerAxle(1),
    ...trailerAxle(2),
    ...trailerAxle(3),
    [`${group}/AxleGroupNumber`]: 1,
    [`${group}/TechnicallyPermissibleMassAxleGroup`]: 27_000,
    [`${group}/AxleGroupMemberTable/AxleGroupMemberGroup[1]/MemberAxleNumber`]: 1,
    [`${group}/AxleGroupMemberTable/AxleGroupMemberGroup[2]/MemberAxleNumber`]: 2,
    [`${group}/AxleGroupMemberTable/AxleGroupMemberGroup[3]/MemberAxleNumber`]: 3,
    [`${coupling}/MechanicalCouplingNumber`]: 1,
    [`${coupling}/MechanicalCouplingApprovalNumber`]: 'E24-55R02-00877',
    [`${coupling}/MechanicalCouplingValueD`]: 152,
    [`${coupling}/DistanceCentreCouplingRearEnd`]: 12_000,
    [`${coupling}/DistanceCouplingPointFirstAxle`]: 6390,
  }),
  loads: {
    masses: [
      { name: 'Frame with king pin and supports', kg: 2350, x: 4600, counts: 'standard' },
      { name: 'Three axles with wheels', kg: 2400, x: 7700, counts: 'standard' },
      { name: 'Curtain body with roof', kg: 1450, x: 5200, counts: 'standard' },
    ],
    payload: { from: -1500, to: 11_900 },
  },
  options: [
    {
      id: 'PALLETBOX',
      name: 'Pallet box',
      masses: [{ name: 'Pallet box', kg: 130, x: 4300, counts: 'option' }],
    },
  ],
} as const

export const variants: readonly unknown[] = [tipper, box, platformA, platformB, caravan, trailer]
