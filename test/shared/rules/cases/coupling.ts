import { aChassis, aCompletedLorry, aLorry, alone, aVan, over } from '../a-message.ts'
import { towing } from '../towing-parts.ts'
import type { Case } from './case.ts'

const verticalMass =
  'MassGroup/MaximumStaticVerticalMassCouplingPointTable/MaximumStaticVerticalMassCouplingPointGroup[1]/TechnicallyPermissibleMaximumStaticVerticalMassCouplingPoint'
const row = (number: number): string =>
  `TowingBrakedTypeTrailTable/TowingBrakedTypeTrailGroup[${number}]/BodyworkTypeTable/BodyworkTypeGroup[1]`
const combination = `${row(3)}/TechnicallyPermissibleMaximumCombinationMass`
const coupling = 'MechanicalCouplingTable/MechanicalCouplingGroup[1]'
const group = 'AxleGroupTable/AxleGroupGroup[1]'
const grouped = (mass: number) => ({
  [`${group}/AxleGroupNumber`]: 1,
  [`${group}/TechnicallyPermissibleMassAxleGroup`]: mass,
  [`${group}/AxleGroupMemberTable/AxleGroupMemberGroup[1]/MemberAxleNumber`]: 1,
  [`${group}/AxleGroupMemberTable/AxleGroupMemberGroup[2]/MemberAxleNumber`]: 2,
})
const heavyTowing = {
  ...towing,
  [`${row(1)}/BodyworkTypeTrailer`]: 'DB',
  [`${row(1)}/TechnicallyPermissibleMaximumTowableMass`]: 8000,
  [combination]: 15500,
}

/** Whoever tows: combination, coupling and its values. */
export const couplingCases: readonly Case[] = [
  {
    rule: '26',
    code: 'combination-below-laden',
    severity: 'warning',
    when: 'a combination lighter than the vehicle alone',
    given: alone(aVan({ ...towing, [combination]: 3299 })),
    but: 'one as heavy as it',
    sound: alone(aVan({ ...towing, [combination]: 3300 })),
  },
  {
    rule: '26',
    code: 'combination-limits-trailer',
    severity: 'info',
    when: 'a combination that keeps the trailer light',
    given: alone(aVan({ ...towing, [combination]: 5000 })),
    but: 'one for vehicle and trailer at their most',
    sound: alone(aVan(towing)),
  },
  {
    rule: '32',
    code: 'coupling-mass-missing',
    severity: 'error',
    when: 'a centre-axle trailer without a load on the coupling',
    given: alone(aVan({ ...towing, 'MassGroup/MaximumStaticVerticalMassCouplingPointTable': null })),
    but: 'a drawbar trailer, which puts none there',
    sound: alone(
      aVan({
        ...towing,
        'MassGroup/MaximumStaticVerticalMassCouplingPointTable': null,
        [`${row(1)}/BodyworkTypeTrailer`]: 'DB',
      }),
    ),
  },
  {
    rule: '32',
    code: 'coupling-missing',
    severity: 'info',
    when: 'a van that tows without a coupling',
    given: alone(aVan({ ...towing, MechanicalCouplingTable: null })),
    but: 'one that has it',
    sound: alone(aVan(towing)),
  },
  {
    rule: '32',
    code: 'combination-without-trailer',
    severity: 'warning',
    when: 'a combination mass where nothing may be towed',
    given: alone(aVan({ [combination.replace('[3]', '[1]')]: 5000 })),
    but: 'one that equals the laden mass',
    sound: alone(aVan({ [combination.replace('[3]', '[1]')]: 3300 })),
  },
  {
    rule: '33',
    code: 'coupling-d-too-small',
    severity: 'info',
    when: 'a D value of 12 kN for 3.3 t and 2 t',
    given: alone(aVan({ ...towing, [`${coupling}/MechanicalCouplingValueD`]: '12.21' })),
    but: 'the 12.22 kN that it takes',
    sound: alone(aVan({ ...towing, [`${coupling}/MechanicalCouplingValueD`]: '12.22' })),
  },
  {
    rule: '33',
    code: 'coupling-d-too-small',
    severity: 'info',
    when: 'a D value of 37 kN for 7.5 t and a drawbar trailer of 8 t',
    given: alone(aLorry({ ...heavyTowing, [`${coupling}/MechanicalCouplingValueD`]: 37 })),
    but: 'one of 38 kN',
    sound: alone(aLorry({ ...heavyTowing, [`${coupling}/MechanicalCouplingValueD`]: 38 })),
  },
  {
    rule: '33',
    code: 'coupling-s-too-small',
    severity: 'info',
    when: 'a coupling for 90 kg with 100 kg on it',
    given: alone(aVan({ ...towing, [`${coupling}/MechanicalCouplingValueS`]: 90 })),
    but: 'one for 100 kg',
    sound: alone(aVan({ ...towing, [`${coupling}/MechanicalCouplingValueS`]: 100 })),
  },
  {
    rule: '16',
    code: 'permissible-group-mass-raised',
    severity: 'warning',
    when: 'an axle group that may carry more than before',
    given: over([aChassis(grouped(8000))], aCompletedLorry(grouped(8001))),
    but: 'one that may carry as much',
    sound: over([aChassis(grouped(8000))], aCompletedLorry(grouped(8000))),
  },
  {
    rule: '16',
    code: 'combination-mass-raised',
    severity: 'warning',
    when: 'a combination heavier than the chassis may be in',
    given: over([aChassis(heavyTowing)], aCompletedLorry({ ...heavyTowing, [combination]: 15501 })),
    but: 'one as heavy',
    sound: over([aChassis(heavyTowing)], aCompletedLorry(heavyTowing)),
  },
  {
    rule: '16',
    code: 'towable-mass-raised',
    severity: 'warning',
    when: 'a trailer heavier than the chassis may tow',
    given: over(
      [aChassis(heavyTowing)],
      aCompletedLorry({ ...heavyTowing, [`${row(1)}/TechnicallyPermissibleMaximumTowableMass`]: 8001 }),
    ),
    but: 'one as heavy',
    sound: over([aChassis(heavyTowing)], aCompletedLorry({ ...heavyTowing, [verticalMass]: 120 })),
  },
]
