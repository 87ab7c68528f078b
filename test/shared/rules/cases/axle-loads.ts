import { aChassis, aCompletedLorry, aLorry, alone, aSemiTrailer, aVan, over } from '../a-message.ts'
import type { Case } from './case.ts'

export const axleLoads: readonly Case[] = [
  {
    rule: '9',
    code: 'group-over-axles',
    severity: 'error',
    when: 'an axle group that carries more than its axles',
    given: alone(
      aSemiTrailer({ 'AxleGroupTable/AxleGroupGroup[1]/TechnicallyPermissibleMassAxleGroup': 27001 }),
    ),
    at: 'AxleGroupTable/AxleGroupGroup[1]/TechnicallyPermissibleMassAxleGroup',
    but: 'one that carries less, as is normal',
    sound: alone(
      aSemiTrailer({
        ladenMass: 35000,
        'AxleGroupTable/AxleGroupGroup[1]/TechnicallyPermissibleMassAxleGroup': 24000,
      }),
    ),
  },
  {
    rule: '10',
    code: 'group-too-small',
    severity: 'error',
    when: 'an axle group of 0 kg',
    given: alone(aSemiTrailer({ 'AxleGroupTable/AxleGroupGroup[1]/TechnicallyPermissibleMassAxleGroup': 0 })),
    but: 'the group of a sound trailer',
    sound: alone(aSemiTrailer()),
  },
  {
    rule: '10',
    code: 'group-member-unknown',
    severity: 'error',
    when: 'an axle group that names an axle the vehicle does not have',
    given: alone(
      aSemiTrailer({
        'AxleGroupTable/AxleGroupGroup[1]/AxleGroupMemberTable/AxleGroupMemberGroup[3]/MemberAxleNumber': 4,
      }),
    ),
    but: 'a group of the first two axles alone',
    sound: alone(
      aSemiTrailer({
        'AxleGroupTable/AxleGroupGroup[1]/AxleGroupMemberTable/AxleGroupMemberGroup[3]': null,
        'AxleGroupTable/AxleGroupGroup[1]/TechnicallyPermissibleMassAxleGroup': 18000,
      }),
    ),
  },
  {
    rule: '10',
    code: 'axle-in-two-groups',
    severity: 'error',
    when: 'an axle that stands twice in its group',
    given: alone(
      aSemiTrailer({
        'AxleGroupTable/AxleGroupGroup[1]/AxleGroupMemberTable/AxleGroupMemberGroup[3]/MemberAxleNumber': 2,
      }),
    ),
    but: 'a group that names each once',
    sound: alone(aSemiTrailer()),
  },
  {
    rule: '10',
    code: 'group-not-neighbours',
    severity: 'error',
    when: 'a group of the first and the last of three axles',
    given: alone(
      aSemiTrailer({
        'AxleGroupTable/AxleGroupGroup[1]/AxleGroupMemberTable/AxleGroupMemberGroup[2]': null,
        'AxleGroupTable/AxleGroupGroup[1]/TechnicallyPermissibleMassAxleGroup': 18000,
      }),
    ),
    but: 'a group of neighbours in any order',
    sound: alone(
      aSemiTrailer({
        'AxleGroupTable/AxleGroupGroup[1]/AxleGroupMemberTable/AxleGroupMemberGroup[1]/MemberAxleNumber': 3,
        'AxleGroupTable/AxleGroupGroup[1]/AxleGroupMemberTable/AxleGroupMemberGroup[3]/MemberAxleNumber': 1,
      }),
    ),
  },
  {
    rule: '11',
    code: 'axle-over-laden',
    severity: 'warning',
    when: 'an axle that carries more than the whole vehicle',
    given: alone(aVan({ 'AxleTable/AxleGroup[2]/TechnicallyPermissibleMassAxle': 3301 })),
    at: 'AxleTable/AxleGroup[2]/TechnicallyPermissibleMassAxle',
    but: 'one that carries just that',
    sound: alone(aVan({ 'AxleTable/AxleGroup[2]/TechnicallyPermissibleMassAxle': 3300 })),
  },
  {
    rule: '12',
    code: 'distribution-off',
    severity: 'warning',
    when: 'axle shares 3 kg beside the mass in running order of a two-axle vehicle',
    given: alone(aLorry({ massInRunningOrder: 3503 })),
    at: 'MassGroup/MassInRunningOrder',
    but: 'shares 2 kg beside it, which rounding explains',
    sound: alone(aLorry({ massInRunningOrder: 3502 })),
  },
  {
    rule: '12',
    code: 'distribution-far-off',
    severity: 'error',
    when: 'a completed vehicle with its own mass over the axle shares of a complete base',
    given: over([aLorry()], aCompletedLorry({ AxleTable: null, massInRunningOrder: 4100, actualMass: 4200 })),
    but: 'one that states the axle table anew',
    sound: over(
      [aLorry()],
      aCompletedLorry({
        massInRunningOrder: 4100,
        actualMass: 4200,
        'AxleTable/AxleGroup[2]/DistributionMassRunningOrderAxle': 2000,
      }),
    ),
  },
  {
    rule: '12',
    code: 'distribution-far-off',
    severity: 'error',
    when: 'a semi-trailer whose shares on axles and king pin miss the mass by more than 1 %',
    given: alone(
      aSemiTrailer({
        'MechanicalCouplingTable/MechanicalCouplingGroup[1]/MechanicalCouplingDistributionMassRunningOrder': 1400,
      }),
    ),
    but: 'one that states no share on the king pin, so that the sum says nothing',
    sound: alone(
      aSemiTrailer({
        'MechanicalCouplingTable/MechanicalCouplingGroup[1]/MechanicalCouplingDistributionMassRunningOrder':
          null,
      }),
    ),
  },
  {
    rule: '13',
    code: 'part-distribution-off',
    severity: 'warning',
    when: 'axle shares of the least completed mass that miss it',
    given: alone(aChassis({ minimumMass: 3003 })),
    at: 'MassGroup/MinimumMassCompleted',
    but: 'shares that make it up to rounding',
    sound: alone(aChassis({ minimumMass: 3002 })),
  },
  {
    rule: '14',
    code: 'share-over-axle',
    severity: 'error',
    when: 'an axle that the unladen vehicle overloads',
    given: alone(
      aLorry({
        massInRunningOrder: 4501,
        actualMass: 4600,
        'AxleTable/AxleGroup[1]/DistributionMassRunningOrderAxle': 3101,
      }),
    ),
    at: 'AxleTable/AxleGroup[1]/DistributionMassRunningOrderAxle',
    but: 'one that it just loads',
    sound: alone(
      aLorry({
        massInRunningOrder: 4500,
        actualMass: 4600,
        'AxleTable/AxleGroup[1]/DistributionMassRunningOrderAxle': 3100,
      }),
    ),
  },
  {
    rule: '14',
    code: 'share-over-axle',
    severity: 'error',
    when: 'a least share of the completed vehicle above what the axle carries',
    given: alone(
      aChassis({
        minimumMass: 4201,
        'AxleTable/AxleGroup[1]/MinimalPermissibleDistributionMassCompletedAxle': 3101,
      }),
    ),
    but: 'a sound chassis',
    sound: alone(aChassis()),
  },
  {
    rule: '15',
    code: 'incomplete-over-minimum',
    severity: 'error',
    when: 'a chassis heavier than the vehicle may be when completed',
    given: alone(aChassis({ minimumMass: 2599 })),
    but: 'a lighter one',
    sound: alone(aChassis({ minimumMass: 2601 })),
  },
  {
    rule: '15',
    code: 'incomplete-equals-minimum',
    severity: 'warning',
    when: 'a chassis to which nothing need be added',
    given: alone(aChassis({ minimumMass: 2600 })),
    but: 'one with room for a body',
    sound: alone(aChassis({ minimumMass: 2601 })),
  },
  {
    rule: '15',
    code: 'minimum-over-laden',
    severity: 'error',
    when: 'a least completed mass above the laden mass',
    given: alone(aChassis({ minimumMass: 7501 })),
    but: 'one that equals it',
    sound: alone(aChassis({ minimumMass: 7500 })),
  },
  {
    rule: '16',
    code: 'lighter-than-before',
    severity: 'warning',
    when: 'a completed vehicle lighter than the base says it must be',
    given: over([aChassis()], aCompletedLorry({ massInRunningOrder: 2999 })),
    but: 'one just as heavy',
    sound: over([aChassis()], aCompletedLorry({ massInRunningOrder: 3000 })),
  },
  {
    rule: '16',
    code: 'permissible-mass-raised',
    severity: 'warning',
    when: 'a completed vehicle with a higher laden mass than its base',
    given: over([aChassis()], aCompletedLorry({ ladenMass: 7501 })),
    but: 'one with a lower',
    sound: over([aChassis()], aCompletedLorry({ ladenMass: 7490 })),
  },
  {
    rule: '16',
    code: 'permissible-axle-mass-raised',
    severity: 'warning',
    when: 'a completed vehicle with a stronger axle than its base',
    given: over(
      [aChassis()],
      aCompletedLorry({ 'AxleTable/AxleGroup[2]/TechnicallyPermissibleMassAxle': 5201 }),
    ),
    at: 'AxleTable/AxleGroup[2]/TechnicallyPermissibleMassAxle',
    but: 'the same axle',
    sound: over([aChassis()], aCompletedLorry()),
  },
]
