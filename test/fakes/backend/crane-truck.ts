import type { MessageTree } from '../../../shared/ivi/message.ts'

/** Invented three-stage crane truck: chassis, then crane and subframe, then our platform. */
const indicator = (yes: boolean): string => (yes ? 'Y' : 'N')

interface AxleFigures {
  readonly spacing?: string
  readonly running?: string
  readonly incomplete?: string
  readonly minimum?: string
}

const permissible = ['8000', '11500', '7500']
const tyres = [
  { size: '385/65R22.5', single: '160', rim: '11.75x22.5', offset: '120' },
  { size: '315/80R22.5', single: '156', twin: '150', rim: '9.00x22.5', offset: '175' },
  { size: '385/65R22.5', single: '160', rim: '11.75x22.5', offset: '120' },
]

function axles(figures: readonly AxleFigures[]): MessageTree {
  return {
    AxleGroup: figures.map((figure, at) => {
      const tyre = tyres[at] ?? { size: '', single: '', rim: '', offset: '' }
      return {
        AxleNumber: String(at + 1),
        TwinWheelsAxleIndicator: indicator(at === 1),
        SteeredAxleIndicator: indicator(at !== 1),
        PoweredAxleIndicator: indicator(at === 1),
        BrakedAxleIndicator: 'Y',
        AxleTrack: ['2044', '1837', '2044'][at] ?? '',
        LiftAxleIndicator: indicator(at === 2),
        LoadableAxleIndicator: indicator(at === 2),
        ...(at === 1 ? { DriveAxleAirSuspensionOrEquivalentIndicator: 'Y' } : {}),
        ...(figure.spacing ? { AxleSpacing: figure.spacing } : {}),
        ...(figure.running ? { DistributionMassRunningOrderAxle: figure.running } : {}),
        ...(figure.incomplete ? { DistributionMassIncompleteAxle: figure.incomplete } : {}),
        ...(figure.minimum ? { MinimalPermissibleDistributionMassCompletedAxle: figure.minimum } : {}),
        TechnicallyPermissibleMassAxle: permissible[at] ?? '',
        TyreAxleTable: {
          TyreAxleGroup: [
            {
              TyreNumber: '1',
              TyreSize: tyre.size,
              LoadCapacityIndexSingleWheel: tyre.single,
              ...('twin' in tyre && tyre.twin ? { LoadCapacityIndexTwinWheel: tyre.twin } : {}),
              SpeedCategorySymbol: 'L',
              RimSize: tyre.rim,
              RimOffSet: tyre.offset,
              RollingResistanceClass: 'B',
              TyreFittedProductionIndicator: 'Y',
              TyreCategory: 'C3',
            },
          ],
        },
      }
    }),
  }
}

const header = (reference: string, at: string): MessageTree => ({
  IviReferenceId: reference,
  IviVersionNumberXsd: '2.0',
  IviVersionNumber: '1',
  IviVersionDateTime: at,
  DesignatedTypeApprovalCountry: 'e24',
})

const energy: MessageTree = {
  EnergyConvertorGroup: [
    {
      ManufacturerEnergyConvertor: 'FORTUNA MOTOREN AG',
      EnergyConvertorCodeMarkedOnEnergyConvertor: 'FM13-460',
      WorkingPrinciple: 'INTCI',
      CombustionCycle: '4ST',
      NumberOfCylinders: '6',
      ArrangementCylinders: 'LI',
      EngineCapacity: '12809',
      EnergySourceTable: {
        EnergySourceGroup: [
          {
            EnergySource: '20',
            SmokeCorrectedAbsorptionCoefficient: '0.5',
            SoundLevelGroup: {
              SoundLevelStationary: '89',
              SoundLevelStationaryEngineSpeed: '1450',
              SoundLevelDriveBy: '80',
            },
            PowerGroup: { MaximumNetPowerCombustion: '338', EngineSpeedMaximumNetPower: '1600' },
            TestWhscGroup: {
              WhscCo: '12',
              WhscThc: '4',
              WhscNox: '131',
              WhscNh3: '2',
              WhscParticulates: '1.4',
            },
            TestWhtcGroup: {
              WhtcCo: '95',
              WhtcNox: '212',
              WhtcThc: '11',
              WhtcNh3: '3',
              WhtcParticulates: '2.1',
            },
          },
        ],
      },
    },
  ],
}

const gears = ['12.73', '9.79', '7.60', '5.85', '4.54', '3.49', '2.80', '2.16', '1.67', '1.29', '1', '0.77']

export const chassis: MessageTree = {
  Header: header('5e1f8c0a-22cf-4c35-9a41-0d6a4cf3b101', '2026-02-11T09:12:00.000+01:00'),
  CocDataGroup: {
    VehicleIdentificationNumber: 'ZZZFT26CHTX000303',
    TypeApprovalType: 'EU',
    ProvisionalTypeApprovalIndicator: 'N',
    StageOfCompletion: 'I',
    Type: 'FT26',
    Variant: 'CC6X2',
    Version: 'L435A',
    VehicleCategory: 'N3',
    MethodAttachmentStatutoryPlate: 'A1',
    DateManufactureVehicle: '2026-02-06',
    TypeApprovalNumber: 'e3*2018/858*00992*11',
    TypeApprovalIssueDate: '2025-09-30',
    MaximumSpeed: '90',
    TypeApprovalTransportDangerousGoodsIndicator: 'N',
    VehicleCertified155Indicator: 'Y',
    VehicleCertified156Indicator: 'Y',
    PureElectricVehicleIndicator: 'N',
    ExhaustEmissionLevel: 'Euro VI E',
    ExhaustEmissionLatestRegulationNumber: '595/2009*2023/2590',
    FuelType: 'M',
    SigningAuthorityTable: {
      SigningAuthorityGroup: [
        {
          SignerName: 'Milena Arden',
          SignerPosition: 'Head of homologation',
          SignatureLocation: 'Turin',
          SignatureDate: '2026-02-11',
        },
      ],
    },
    MakeTable: { MakeGroup: [{ Make: 'FORTUNA' }] },
    CommercialNameTable: { CommercialNameGroup: [{ CommercialName: 'Atlas 26' }] },
    ManufacturerTable: {
      ManufacturerGroup: [
        {
          ManufacturerStageNumber: '1',
          ManufacturerName: 'Fortuna Veicoli S.p.A.',
          ManufacturerAddressLine1: 'Via delle Officine 4',
          ManufacturerPlaceOfResidence: '10135 Torino',
          ManufacturerCountryOfResidence: 'Italy',
        },
      ],
    },
    GeneralConstructionGroup: {
      NumberOfAxles: '3',
      NumberOfWheels: '8',
      NumberOfAxlesWithTwinWheels: '1',
      NumberOfSteeredAxles: '2',
      NumberOfPoweredAxles: '1',
      AutomatedVehicle: 'NONAT',
    },
    DimensionGroup: {
      Wheelbase: '5700',
      Length: '8420',
      Width: '2500',
      Height: '2960',
      MaximumPermissibleLength: '9600',
      MaximumPermissibleWidth: '2550',
      MaximumPermissibleHeight: '4000',
      MaximumPermissibleRearOverhang: '2400',
      ElongatedCabIndicator: 'N',
      AerodynamicDeviceEquipped: 'NONE',
    },
    MassGroup: {
      MassInRunningOrderIncomplete: '9300',
      MinimumMassCompleted: '10200',
      TechnicallyPermissibleMaximumLadenMass: '26000',
    },
    TowingBrakedTypeTrailTable: {
      TowingBrakedTypeTrailGroup: [
        {
          BodyworkTypeTable: {
            BodyworkTypeGroup: [{ TechnicallyPermissibleMaximumCombinationMass: '44000' }],
          },
        },
        {
          BrakedTypeTrail: 'BRK',
          BodyworkTypeTable: {
            BodyworkTypeGroup: [
              { BodyworkTypeTrailer: 'DB', TechnicallyPermissibleMaximumTowableMass: '18000' },
            ],
          },
        },
      ],
    },
    GearGroup: {
      GearboxType: 'A',
      GearRatioTable: {
        GearRatioGroup: gears.map((ratio, at) => ({ GearNumber: String(at + 1), GearRatio: ratio })),
      },
    },
    FinalDriveVehicleTable: {
      FinalDriveVehicleGroup: [{ FinalDriveVehicleNumber: '1', FinalDriveVehicleRatio: '3.08' }],
    },
    AxleTable: axles([
      { spacing: '4350', incomplete: '5000', minimum: '5300' },
      { spacing: '1350', incomplete: '2603', minimum: '2950' },
      { incomplete: '1697', minimum: '1950' },
    ]),
    AxleGroupTable: {
      AxleGroupGroup: [
        {
          AxleGroupNumber: '1',
          TechnicallyPermissibleMassAxleGroup: '19000',
          AxleGroupMemberTable: {
            AxleGroupMemberGroup: [{ MemberAxleNumber: '2' }, { MemberAxleNumber: '3' }],
          },
        },
      ],
    },
    BodyworkTable: { BodyworkGroup: [{ CodeForBodywork: 'BX' }] },
    EnergyConvertorTable: energy,
  },
}

export const craneStage: MessageTree = {
  Header: header('b7430a9c-6f0f-4f5d-8a61-7ac0f1f9d202', '2026-03-19T15:40:00.000+01:00'),
  CocDataGroup: {
    VehicleIdentificationNumber: 'ZZZFT26CHTX000303',
    TypeApprovalType: 'EU',
    ProvisionalTypeApprovalIndicator: 'N',
    StageOfCompletion: 'I',
    Type: 'KR26',
    Variant: 'K265',
    Version: 'S1',
    VehicleCategory: 'N3',
    MethodAttachmentStatutoryPlate: 'A1',
    DateManufactureVehicle: '2026-03-17',
    TypeApprovalNumber: 'e1*2018/858*01204*02',
    TypeApprovalIssueDate: '2025-11-04',
    ManufacturerTable: {
      ManufacturerGroup: [
        {
          ManufacturerStageNumber: '2',
          ManufacturerName: 'Hebewerk Nordlicht GmbH',
          ManufacturerAddressLine1: 'Am Kai 7',
          ManufacturerPlaceOfResidence: '24103 Kiel',
          ManufacturerCountryOfResidence: 'Germany',
          PreviousStageTypeApprovalNumber: 'e3*2018/858*00992*11',
          PreviousStageType: 'FT26',
          PreviousStageVariant: 'CC6X2',
          PreviousStageVersion: 'L435A',
        },
      ],
    },
    DimensionGroup: { Length: '8420', Height: '3720', MaximumPermissibleLength: '9600' },
    MassGroup: {
      MassInRunningOrderIncomplete: '12330',
      MinimumMassCompleted: '13000',
      TechnicallyPermissibleMaximumLadenMass: '26000',
    },
    AxleTable: axles([
      { spacing: '4350', incomplete: '7234', minimum: '7240' },
      { spacing: '1350', incomplete: '3084', minimum: '3400' },
      { incomplete: '2012', minimum: '2210' },
    ]),
  },
}

/** Our stage as completed so far: some fields wait, one is wrong. */
export const platformStage: MessageTree = {
  Header: header('0c1de60d-5b3c-4b0e-8f9a-2f4b62f3a303', '2026-04-20T08:00:00.000+02:00'),
  CocDataGroup: {
    VehicleIdentificationNumber: 'ZZZFT26CHTX000303',
    TypeApprovalType: 'EU',
    ProvisionalTypeApprovalIndicator: 'N',
    StageOfCompletion: 'V',
    Type: 'MB26',
    Variant: 'PL3',
    Version: 'A580',
    VehicleCategory: 'N3',
    MethodAttachmentStatutoryPlate: 'A1',
    DateManufactureVehicle: '2026-04-16',
    TypeApprovalNumber: 'e24*2018/858*00990*04',
    TypeApprovalIssueDate: '2026-01-15',
    RightLeftHandTraffic: 'RIGHT',
    MaximumSpeed: '90',
    TypeApprovalTransportDangerousGoodsIndicator: 'N',
    MakeTable: { MakeGroup: [{ Make: 'FORTUNA' }, { Make: 'MARBACH' }] },
    ManufacturerTable: {
      ManufacturerGroup: [
        {
          ManufacturerStageNumber: '3',
          ManufacturerName: 'Marbach Fahrzeugbau GmbH',
          ManufacturerAddressLine1: 'Industriering 12',
          ManufacturerPlaceOfResidence: '89231 Neu-Ulm',
          ManufacturerCountryOfResidence: 'Germany',
          PreviousStageTypeApprovalNumber: 'e1*2018/858*01204*02',
          PreviousStageType: 'KR26',
          PreviousStageVariant: 'K265',
          PreviousStageVersion: 'S1',
        },
      ],
    },
    GeneralConstructionGroup: {
      NumberOfAxles: '3',
      NumberOfWheels: '8',
      NumberOfSeatingPositionsIncludingDriver: '2',
    },
    DimensionGroup: {
      Length: '9450',
      Width: '2550',
      Height: '3720',
      RearOverhang: '2300',
      LengthLoadingArea: '6400',
    },
    MassGroup: {
      MassInRunningOrder: '13810',
      ActualMass: '26410',
      TechnicallyPermissibleMaximumLadenMass: '26000',
    },
    AxleTable: axles([
      { spacing: '4350', running: '7259' },
      { spacing: '1350', running: '3965' },
      { running: '2586' },
    ]),
    BodyworkTable: {
      BodyworkGroup: [
        {
          CodeForBodywork: 'BA',
          CodeForBodyworkSupplementTable: {
            CodeForBodyworkSupplementGroup: [{ CodeForBodyworkSupplement: '26' }],
          },
        },
      ],
    },
    RemarkTable: {
      RemarkGroup: [
        {
          RemarkSubjectDescription: 'RMRKS',
          RemarkSubjectLanguage: 'de',
          Remark: 'Ladekran hinter dem Fahrerhaus',
        },
      ],
    },
  },
}
