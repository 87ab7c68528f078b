import type { Changes } from './a-message.ts'

/** The ball coupling of a vehicle that tows. */
export const towbar: Changes = {
  'MechanicalCouplingTable/MechanicalCouplingGroup[1]/MechanicalCouplingNumber': 1,
  'MechanicalCouplingTable/MechanicalCouplingGroup[1]/MechanicalCouplingApprovalNumber': 'E12-55R-021234',
  'MechanicalCouplingTable/MechanicalCouplingGroup[1]/MechanicalCouplingValueD': 20,
}

/** What lets a vehicle tow a braked trailer of 2,000 kg and an unbraked one of 750 kg. */
export const towing: Changes = {
  ...towbar,
  'MassGroup/MaximumStaticVerticalMassCouplingPointTable/MaximumStaticVerticalMassCouplingPointGroup[1]/TechnicallyPermissibleMaximumStaticVerticalMassCouplingPoint': 100,
  'TowingBrakedTypeTrailTable/TowingBrakedTypeTrailGroup[1]/BrakedTypeTrail': 'BRK',
  'TowingBrakedTypeTrailTable/TowingBrakedTypeTrailGroup[1]/BodyworkTypeTable/BodyworkTypeGroup[1]/BodyworkTypeTrailer':
    'DC',
  'TowingBrakedTypeTrailTable/TowingBrakedTypeTrailGroup[1]/BodyworkTypeTable/BodyworkTypeGroup[1]/TechnicallyPermissibleMaximumTowableMass': 2000,
  'TowingBrakedTypeTrailTable/TowingBrakedTypeTrailGroup[2]/BrakedTypeTrail': 'UNB',
  'TowingBrakedTypeTrailTable/TowingBrakedTypeTrailGroup[2]/BodyworkTypeTable/BodyworkTypeGroup[1]/TechnicallyPermissibleMaximumTowableMass': 750,
  'TowingBrakedTypeTrailTable/TowingBrakedTypeTrailGroup[3]/BodyworkTypeTable/BodyworkTypeGroup[1]/TechnicallyPermissibleMaximumCombinationMass': 5300,
}
