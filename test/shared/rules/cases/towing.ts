import { aBus, aCar, aChassis, aCompletedLorry, aLorry, alone, aSemiTrailer, aVan } from '../a-message.ts'
import { towing } from '../towing-parts.ts'
import type { Case } from './case.ts'

const row = (number: number) => `TowingBrakedTypeTrailTable/TowingBrakedTypeTrailGroup[${number}]`
const body = (number: number) => `${row(number)}/BodyworkTypeTable/BodyworkTypeGroup[1]`
const braked = `${body(1)}/TechnicallyPermissibleMaximumTowableMass`
const unbraked = `${body(2)}/TechnicallyPermissibleMaximumTowableMass`
const combination = `${body(3)}/TechnicallyPermissibleMaximumCombinationMass`
const vertical =
  'MassGroup/MaximumStaticVerticalMassCouplingPointTable/MaximumStaticVerticalMassCouplingPointGroup[1]'
const verticalMass = `${vertical}/TechnicallyPermissibleMaximumStaticVerticalMassCouplingPoint`
const noCombination = { [combination]: null, [row(3)]: null }
const inService = 'InServiceMaximumMassTable/InServiceMaximumMassGroup[1]'

export const towingCases: readonly Case[] = [
  {
    rule: '25',
    code: 'combination-over-sum',
    severity: 'error',
    when: 'a combination heavier than van and trailer together',
    given: alone(aVan({ ...towing, [combination]: 5301 })),
    at: combination,
    but: 'just as heavy',
    sound: alone(aVan({ ...towing, [combination]: 5300 })),
  },
  {
    rule: '27',
    code: 'braked-trailer-over-limit',
    severity: 'error',
    when: 'a van that tows 3,501 kg',
    given: alone(aVan({ ...towing, ...noCombination, [braked]: 3501 })),
    at: braked,
    but: '3,300 kg',
    sound: alone(aVan({ ...towing, ...noCombination, [braked]: 3300 })),
  },
  {
    rule: '27',
    code: 'braked-trailer-over-laden',
    severity: 'error',
    when: 'a van that tows more than it weighs laden',
    given: alone(aVan({ ...towing, ...noCombination, [braked]: 3301 })),
    but: 'an off-road one, which may tow half as much again',
    sound: alone(aVan({ ...towing, ...noCombination, category: 'N1G', [braked]: 3301 })),
  },
  {
    rule: '28',
    code: 'unbraked-trailer-over-limit',
    severity: 'error',
    when: 'an unbraked trailer of 751 kg behind a van',
    given: alone(aVan({ ...towing, [unbraked]: 751 })),
    at: unbraked,
    but: 'of 750 kg',
    sound: alone(aVan({ ...towing, [unbraked]: 750 })),
  },
  {
    rule: '28',
    code: 'unbraked-trailer-over-half',
    severity: 'error',
    when: 'an unbraked trailer heavier than half the car',
    given: alone(
      aCar({ ...towing, massInRunningOrder: 1400, actualMass: 1450, [unbraked]: 701, [combination]: 4150 }),
    ),
    but: 'half as heavy',
    sound: alone(
      aCar({ ...towing, massInRunningOrder: 1400, actualMass: 1450, [unbraked]: 700, [combination]: 4150 }),
    ),
  },
  {
    rule: '29',
    code: 'coupling-mass-too-small',
    severity: 'error',
    when: 'a coupling for 79 kg before a trailer of 2,000 kg',
    given: alone(aVan({ ...towing, [verticalMass]: 79 })),
    at: verticalMass,
    but: 'for 80 kg',
    sound: alone(aVan({ ...towing, [verticalMass]: 80 })),
  },
  {
    rule: '30',
    code: 'braked-trailer-over-limit',
    severity: 'error',
    when: 'a coach that tows 3,501 kg',
    given: alone(aBus({ ...towing, ...noCombination, [braked]: 3501, [verticalMass]: 200 })),
    but: '3,500 kg',
    sound: alone(aBus({ ...towing, ...noCombination, [braked]: 3500, [verticalMass]: 200 })),
  },
  {
    rule: '31',
    code: 'unbraked-trailer-over-limit',
    severity: 'info',
    when: 'an unbraked trailer of 751 kg behind a lorry',
    given: alone(aLorry({ ...towing, [unbraked]: 751 })),
    but: 'of 750 kg',
    sound: alone(aLorry({ ...towing, [unbraked]: 750 })),
  },
  {
    rule: '36',
    code: 'in-service-over-technical',
    severity: 'error',
    when: 'a country that allows more than the vehicle can carry',
    given: alone(
      aLorry({
        [`${inService}/InServiceMaximumPermissibleMassCountry`]: 'AT',
        [`${inService}/InServiceMaximumPermissibleLadenMass`]: 7501,
      }),
    ),
    at: `${inService}/InServiceMaximumPermissibleLadenMass`,
    but: 'one that allows less',
    sound: alone(
      aLorry({
        [`${inService}/InServiceMaximumPermissibleMassCountry`]: 'AT',
        [`${inService}/InServiceMaximumPermissibleLadenMass`]: 7490,
      }),
    ),
  },
  {
    rule: '36',
    code: 'in-service-over-technical',
    severity: 'error',
    when: 'a group of axles with more in service than technically',
    given: alone(
      aSemiTrailer({
        'AxleGroupTable/AxleGroupGroup[1]/InServiceMaximumPermissibleLadenMassAxleGroupTable/InServiceMaximumPermissibleLadenMassAxleGroupGroup[1]/InServiceMaximumPermissibleAxleGroupLadenMass': 27001,
      }),
    ),
    but: 'with less',
    sound: alone(
      aSemiTrailer({
        'AxleGroupTable/AxleGroupGroup[1]/InServiceMaximumPermissibleLadenMassAxleGroupTable/InServiceMaximumPermissibleLadenMassAxleGroupGroup[1]/InServiceMaximumPermissibleAxleGroupLadenMass': 24000,
      }),
    ),
  },
  {
    rule: 'towing',
    code: 'trailer-brake-missing',
    severity: 'error',
    when: 'a towable mass of which nobody says whether it is braked',
    given: alone(aVan({ ...towing, [`${row(1)}/BrakedTypeTrail`]: null })),
    at: `${row(1)}/BrakedTypeTrail`,
    but: 'a row that holds the mass of the combination alone',
    sound: alone(aVan(towing)),
  },
  {
    rule: 'towing',
    code: 'coupling-unknown',
    severity: 'error',
    when: 'a towable mass of a coupling that is not in the table',
    given: alone(aVan({ ...towing, [`${row(1)}/MechanicalCouplingNumberTowingMasses`]: 2 })),
    but: 'of one that is',
    sound: alone(
      aVan({
        ...towing,
        [`${row(1)}/MechanicalCouplingNumberTowingMasses`]: 2,
        'MechanicalCouplingTable/MechanicalCouplingGroup[1]/MechanicalCouplingNumber': 2,
      }),
    ),
  },
  {
    rule: 'towing',
    code: 'towing-mass-missing',
    severity: 'error',
    when: 'towable masses without that of the combination',
    given: alone(aVan({ ...towing, ...noCombination })),
    but: 'with it',
    sound: alone(aVan(towing)),
  },
  {
    rule: 'couplings',
    code: 'coupling-table-not-here',
    severity: 'error',
    when: 'a coupling table on M1',
    given: alone(aCar({ 'MechanicalCouplingTable/MechanicalCouplingGroup[1]/MechanicalCouplingNumber': 1 })),
    at: 'MechanicalCouplingTable',
    but: 'on N1',
    sound: alone(aVan({ 'MechanicalCouplingTable/MechanicalCouplingGroup[1]/MechanicalCouplingNumber': 1 })),
  },
  {
    rule: 'couplings',
    code: 'coupling-table-not-here',
    severity: 'error',
    when: 'couplings that can be fitted to a completed vehicle',
    given: alone(
      aCompletedLorry({
        'MechanicalCouplingCanBeFittedTable/MechanicalCouplingCanBeFittedGroup[1]/MechanicalCouplingCanBeFittedClass':
          'C50-3',
      }),
    ),
    but: 'to an incomplete one',
    sound: alone(
      aChassis({
        'MechanicalCouplingCanBeFittedTable/MechanicalCouplingCanBeFittedGroup[1]/MechanicalCouplingCanBeFittedClass':
          'C50-3',
      }),
    ),
  },
  {
    rule: 'couplings',
    code: 'coupling-number-not-here',
    severity: 'error',
    when: 'a coupling number with the static mass of an M1',
    given: alone(aCar({ ...towing, [`${vertical}/MechanicalCouplingNumberVerticalMass`]: 1 })),
    but: 'the mass alone',
    sound: alone(aCar(towing)),
  },
]
