type Values = Readonly<Record<string, string | number>>

/** Values of one row or group, below its place. */
function at(place: string, values: Values): Values {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`${place}/${name}`, value]))
}

const made = (name: string, make: string, vin: string): Values => ({
  VehicleIdentificationNumber: vin,
  TypeApprovalType: 'EU',
  ProvisionalTypeApprovalIndicator: 'N',
  StageOfCompletion: 'C',
  MethodAttachmentStatutoryPlate: 'A1',
  DateManufactureVehicle: '2026-10-14',
  'MakeTable/MakeGroup[1]/Make': make,
  ...at('ManufacturerTable/ManufacturerGroup[1]', {
    ManufacturerStageNumber: 1,
    ManufacturerName: name,
    ManufacturerAddressLine1: 'Werkstraße 7',
    ManufacturerPlaceOfResidence: 'Linz',
    ManufacturerCountryOfResidence: 'Austria',
  }),
  ...at('SigningAuthorityTable/SigningAuthorityGroup[1]', {
    SignerName: 'Jörg Öllinger',
    SignerPosition: 'Head of homologation',
    SignatureLocation: 'Linz',
    SignatureDate: '2026-11-20',
  }),
})

const axle = (number: number, values: Values): Values =>
  at(`AxleTable/AxleGroup[${number}]`, { AxleNumber: number, ...values })

const tyre = (axleNumber: number, number: number, values: Values): Values =>
  at(`AxleTable/AxleGroup[${axleNumber}]/TyreAxleTable/TyreAxleGroup[${number}]`, {
    TyreNumber: number,
    ...values,
  })

const remark = (number: number, language: string, text: string): Values =>
  at(`RemarkTable/RemarkGroup[${number}]`, {
    RemarkSubjectDescription: 'RMRKS',
    RemarkSubjectLanguage: language,
    Remark: text,
  })

const trailerAxle: Values = {
  TwinWheelsAxleIndicator: 'N',
  SteeredAxleIndicator: 'N',
  LiftAxleIndicator: 'N',
  LoadableAxleIndicator: 'N',
  AxleAirSuspensionOrEquivalentIndicator: 'Y',
  DistributionMassRunningOrderAxle: 1700,
  TechnicallyPermissibleMassAxle: 9000,
}
const trailerTyre: Values = {
  TyreSize: '385/65R22.5',
  LoadCapacityIndexSingleWheel: 160,
  SpeedCategorySymbol: 'K',
  RimSize: '22.5X11.75',
  RollingResistanceClass: 'C',
  TyreCategory: 'C3',
  TyreFittedProductionIndicator: 'Y',
}

/** Three axles, air suspended, a kingpin; built whole by one manufacturer. Remarks in Greek and Bulgarian. */
export const semiTrailer: Values = {
  ...made('Donau Trailer GmbH', 'Donau', 'YYDSA38A0T1000911'),
  VehicleCategory: 'O4',
  Type: 'DSA38',
  Variant: 'CURTAIN',
  Version: '3S-136',
  TypeApprovalNumber: 'e12*2018/858*00731*02',
  TypeApprovalIssueDate: '2026-01-19',
  TypeApprovalTransportDangerousGoodsIndicator: 'N',
  VehicleCertified155Indicator: 'N',
  VehicleCertified156Indicator: 'N',
  ...at('GeneralConstructionGroup', {
    NumberOfAxles: 3,
    NumberOfWheels: 6,
    NumberOfSteeredAxles: 0,
    NumberOfAxlesWithTwinWheels: 0,
  }),
  ...at('DimensionGroup', { Wheelbase: 7700, Length: 13_620, Width: 2550, Height: 4000, RearOverhang: 3230 }),
  ...at('MassGroup', {
    MassInRunningOrder: 6400,
    ActualMass: 6400,
    TechnicallyPermissibleMaximumLadenMass: 39_000,
  }),
  ...axle(1, { ...trailerAxle, AxleSpacing: 7700 }),
  ...tyre(1, 1, trailerTyre),
  ...axle(2, { ...trailerAxle, AxleSpacing: 1310 }),
  ...tyre(2, 1, trailerTyre),
  ...axle(3, { ...trailerAxle, AxleSpacing: 1310 }),
  ...tyre(3, 1, trailerTyre),
  ...at('AxleGroupTable/AxleGroupGroup[1]', {
    AxleGroupNumber: 1,
    TechnicallyPermissibleMassAxleGroup: 27_000,
    'AxleGroupMemberTable/AxleGroupMemberGroup[1]/MemberAxleNumber': 1,
    'AxleGroupMemberTable/AxleGroupMemberGroup[2]/MemberAxleNumber': 2,
    'AxleGroupMemberTable/AxleGroupMemberGroup[3]/MemberAxleNumber': 3,
  }),
  ...at('BodyworkTable/BodyworkGroup[1]', {
    CodeForBodywork: 'DA',
    'CodeForBodyworkSupplementTable/CodeForBodyworkSupplementGroup[1]/CodeForBodyworkSupplement': '01',
  }),
  ...at('MechanicalCouplingTable/MechanicalCouplingGroup[1]', {
    MechanicalCouplingNumber: 1,
    MechanicalCouplingApprovalNumber: 'E12-55R02-00417',
    MechanicalCouplingValueD: 162,
    DistanceCouplingPointFirstAxle: 7700,
    DistanceCentreCouplingRearEnd: 12_000,
    MechanicalCouplingDistributionMassRunningOrder: 1300,
  }),
  'MassGroup/MaximumStaticVerticalMassCouplingPointTable/MaximumStaticVerticalMassCouplingPointGroup[1]/MechanicalCouplingNumberVerticalMass': 1,
  'MassGroup/MaximumStaticVerticalMassCouplingPointTable/MaximumStaticVerticalMassCouplingPointGroup[1]/TechnicallyPermissibleMaximumStaticVerticalMassCouplingPoint': 12_000,
  ...remark(1, 'el', 'Ρυμουλκούμενο με κουρτίνες, ανάρτηση αέρος'),
  ...remark(2, 'bg', 'Ремарке с брезентова надстройка'),
}

const smallWheel: Values = {
  TyreSize: '145/70R12',
  LoadCapacityIndexSingleWheel: 69,
  SpeedCategorySymbol: 'S',
}

/** A tricycle for goods with one electric machine. */
export const threeWheeler: Values = {
  ...made('Trio Mobil AG', 'Trio', 'YYTR5E5A0T1000042'),
  VehicleCategory: 'L5e-B',
  Type: 'TR5',
  Variant: 'E4',
  Version: 'CARGO',
  TypeApprovalNumber: 'e12*168/2013*00322*00',
  TypeApprovalIssueDate: '2025-11-03',
  MaximumSpeed: 80,
  PureElectricVehicleIndicator: 'Y',
  ElectricVehicleConfiguration: 'PUREE',
  LocationStatutoryPlate23Wheel: 'Right side of the frame',
  LocationVin23Wheel: 'Steering head, right',
  ...at('GeneralConstructionGroup', {
    NumberOfAxles: 2,
    NumberOfWheels: 3,
    NumberOfPoweredAxles: 1,
    NumberOfSeatingPositionsIncludingDriver: 1,
    SeatingPositionConfiguration: 'SEA',
    AdvancedBrakingSystem: 'CBS',
  }),
  ...at('DimensionGroup', { Wheelbase: 2100, Length: 3050, Width: 1360, Height: 1890 }),
  ...at('MassGroup', {
    MassInRunningOrder: 520,
    ActualMass: 540,
    TechnicallyPermissibleMaximumLadenMass: 980,
  }),
  ...axle(1, { PoweredAxleIndicator: 'N', BrakedAxleIndicator: 'Y', TechnicallyPermissibleMassAxle: 380 }),
  ...tyre(1, 1, { ...smallWheel, RecommendedTyrePressure: 250 }),
  ...axle(2, {
    PoweredAxleIndicator: 'Y',
    BrakedAxleIndicator: 'Y',
    AxleTrack: 1150,
    TechnicallyPermissibleMassAxle: 640,
  }),
  ...tyre(2, 1, { ...smallWheel, RecommendedTyrePressure: 300 }),
  ...at('EnergyConvertorTable/EnergyConvertorGroup[1]', {
    ManufacturerEnergyConvertor: 'Trio Mobil AG',
    EnergyConvertorCodeMarkedOnEnergyConvertor: 'TM-11',
    WorkingPrinciple: 'ELECT',
    ...at('EnergySourceTable/EnergySourceGroup[1]', {
      EnergySource: 95,
      ...at('PowerGroup', { Maximum15MinutesPower: 14.5, Maximum30MinutesPower: 11 }),
      ...at('TestTypeVIIGroup', { TypeVIIEnergyConsumption: 78.4, TypeVIIElectricRange: 110 }),
    }),
  }),
  ...at('LoadPlatformTable/LoadPlatformGroup[1]', {
    LoadPlatformHeightAboveGround: 610,
    LoadPlatformLength: 1600,
    LoadPlatformWidth: 1250,
    LoadPlatformLoadCapacity: 350,
  }),
}

const ladder = 'TyreAxleMassCombinationTable/TyreAxleMassCombinationGroup[1]'

/** A wheeled tractor with a cab, two choices of tyres, a power take-off at the rear and a three-point lift. */
export const tractor: Values = {
  ...made('Alm Traktoren GmbH', 'Alm', 'YYALM120T0T100815'),
  VehicleCategory: 'T1b',
  Type: 'ALM120',
  Variant: 'T1',
  Version: 'N/A',
  TypeApprovalNumber: 'e12*167/2013*00118*01',
  TypeApprovalIssueDate: '2025-06-30',
  DeclaredMaximumSpeedForward: 50,
  DeclaredMaximumSpeedRearward: 20.5,
  ThreePointLiftingMechanism: 'REAR',
  AdditionalCouplingPoints: 'N',
  ...at('GeneralConstructionGroup', {
    NumberOfAxles: 2,
    NumberOfWheels: 4,
    NumberOfSteeredAxles: 1,
    NumberOfPoweredAxles: 2,
    NumberOfBrakedAxles: 2,
    NumberOfSeatingPositionsIncludingDriver: 1,
    ReversibleDrivingPositionIndicator: 'N',
    SteeringCategory: 'HYDRL',
  }),
  ...at('DimensionGroup', {
    Wheelbase: 2560,
    LengthAdjustableMin: 4420,
    LengthAdjustableMax: 4710,
    WidthAdjustableMin: 2100,
    WidthAdjustableMax: 2550,
    Height: 2890,
  }),
  ...at('MassGroup', {
    MassInRunningOrderVariableMin: 5300,
    MassInRunningOrderVariableMax: 5850,
    TechnicallyPermissibleMaximumLadenMass: 9500,
    BallastMassTotal: 900,
    ThreePointLiftingMechanismMaximumTowableMass: 5000,
  }),
  ...axle(1, { SteeredAxleIndicator: 'Y', PoweredAxleIndicator: 'Y', BrakedAxleIndicator: 'Y' }),
  ...tyre(1, 1, { TyreSize: '380/85R28', TyreClassification: 'R-1', TyreRollingRadius: 645.5 }),
  ...tyre(1, 2, { TyreSize: '440/65R28', TyreClassification: 'R-1', TyreRollingRadius: 632 }),
  ...axle(2, { SteeredAxleIndicator: 'N', PoweredAxleIndicator: 'Y', BrakedAxleIndicator: 'Y' }),
  ...tyre(2, 1, { TyreSize: '460/85R38', TyreClassification: 'R-1', TyreRollingRadius: 835 }),
  ...tyre(2, 2, { TyreSize: '540/65R38', TyreClassification: 'R-1', TyreRollingRadius: 830.25 }),
  ...at(ladder, {
    TyreAxleCombinationNumber: 1,
    MaximumPermissibleMassTyreAxleCombination: 9500,
    'TyreAxleCombinationTable/TyreAxleCombinationGroup[1]/AxleNumberCombination': 1,
    'TyreAxleCombinationTable/TyreAxleCombinationGroup[1]/TyreNumberCombination': 1,
    'TyreAxleCombinationTable/TyreAxleCombinationGroup[2]/AxleNumberCombination': 2,
    'TyreAxleCombinationTable/TyreAxleCombinationGroup[2]/TyreNumberCombination': 2,
  }),
  ...at('EnergyConvertorTable/EnergyConvertorGroup[1]', {
    ManufacturerEnergyConvertor: 'Alm Motoren',
    EnergyConvertorCodeMarkedOnEnergyConvertor: 'AM436',
    CategorySubCategoryEnergyConvertor: 'NRE-v-5',
    WorkingPrinciple: 'INTCI',
    CombustionCycle: '4ST',
    NumberOfCylinders: 4,
    ArrangementCylinders: 'LI',
    EngineCapacity: 3600,
    ...at('EnergySourceTable/EnergySourceGroup[1]', {
      EnergySource: 20,
      ...at('PowerGroup', { DeclaredRatedNetPower: 88.5 }),
      ...at('TestNrscGroup', { NrscTestCycle: 'C1', NrscCo: 0.02, NrscNox: 0.31, NrscCo2: 702.5 }),
      ...at('SoundLevelGroup', { SoundLevelDriverPerceivedClosedCab: 72 }),
    }),
  }),
  ...at('PowerTakeOffTable/PowerTakeOffGroup[1]', {
    PowerTakeOffType: 'MNPTO',
    PowerTakeOffPosition: 'REAR',
    ...at('PowerTakeOffPowerTable/PowerTakeOffPowerGroup[1]', {
      PowerTakeOffRatedSpeedRange: '540',
      PowerTakeOffEngineSpeed: 1938,
      PowerTakeOffPower: 76.5,
    }),
    ...at('PowerTakeOffPowerTable/PowerTakeOffPowerGroup[2]', {
      PowerTakeOffRatedSpeedRange: '1000',
      PowerTakeOffEngineSpeed: 1995,
      PowerTakeOffPower: 79,
    }),
  }),
  ...at('RollOverProtectiveStructureTable/RollOverProtectiveStructureGroup[1]', {
    RollOverProtectiveMake: 'Alm',
    RollOverProtectiveTypeApprovalNumber: 'e12*2014/1322*00045*00',
    RollOverProtectiveEquipment: 'STD',
    RollOverProtectiveStructure: 'CAB',
    RollOverProtectiveFoldable: 'NFOLD',
  }),
  ...at('SpecialPurposesConstructionCharacteristicsGroup', {
    CabCategory: '2',
    MachineryMountedIndicator: 'N',
  }),
  ...at('BrakingTransmissionTable/BrakingTransmissionGroup[1]', {
    BrakingTransmissionPrincipal: 'HYDRL',
    BrakingTransmissionPowerAssist: 'PAT',
  }),
  'TrailerBrakeTable/TrailerBrakeGroup[1]/TrailerBrakeTechnologyConnectionsType': '2LINE',
}
