import { groupMembers, groupWithinItsAxles } from './axle-groups.ts'
import {
  axlesAndCouplingCarryLaden,
  axlesAndGroupsCarryLaden,
  axlesCarryLaden,
  axleWithinLaden,
} from './axle-masses.ts'
import { frontAxleOfLightVehicle, frontAxlesOfHeavyVehicle, poweredAxles } from './axle-shares.ts'
import { axlesCounted, liftAxlesPlausible, wheelsCounted } from './axles.ts'
import {
  bodyworkFitsCategory,
  bodyworkOnFinishedVehicle,
  bodyworkSupplements,
  safetySystemsFitCategory,
  specialPurposeSuffix,
} from './body-codes.ts'
import { fitsItsCategory } from './category-bounds.ts'
import { couplingValuesSuffice, towingHasItsCoupling } from './coupling-values.ts'
import { couplingTables, towingComplete } from './couplings.ts'
import { datesInOrder } from './dates.ts'
import { dimensionsWithinLimits, elongatedCab, permissibleDimensionsWithinLimits } from './dimensions.ts'
import {
  incompleteDistributions,
  incompleteMassOrder,
  runningOrderDistribution,
  sharesWithinAxles,
} from './distributions.ts'
import { biFuelHasTwo, dualFuelTypeGiven, hybridHasBoth, pureElectric } from './drive.ts'
import { withinAllowedRanges } from './emission-ranges.ts'
import { enginePlausible, levelFitsItsAct, oneKindOfTest } from './emission-tests.ts'
import type { Found, Rule } from './found.ts'
import {
  approvalCountry,
  approvalKind,
  approvalNumberForm,
  identifierCharacters,
  olderApproval,
  vinWellFormed,
} from './identity.ts'
import { inServiceWithinTechnical } from './in-service.ts'
import { inServiceInternational } from './international.ts'
import {
  actualMassNotBelowRunningOrder,
  actualMassWithinLaden,
  ladenMassCarriesPassengers,
  ladenMassCarriesSeats,
  ladenMassCarriesSeatsAndCoupling,
  motorCaravanPayMass,
} from './masses.ts'
import {
  frontOverhangPlausible,
  lengthOverDevice,
  rearOverhangAsksForProof,
  tracksWithinWidth,
} from './overhangs.ts'
import { alternativeMassFounded, massesPlausible } from './pay-mass.ts'
import { feedLinePressure, powerForTheMass, testMassPlausible } from './power.ts'
import {
  axleMinimaKept,
  categoryKept,
  dimensionsWithinPermitted,
  notLighterThanBefore,
  permissibleMassesKept,
  permissibleTotalsKept,
} from './previous-stage.ts'
import { rangesInOrder } from './ranges.ts'
import type { Reading } from './reading.ts'
import { fieldsFitCategory, fieldsFitStage, fieldsOfOtherActs, noInServiceMasses } from './relevance.ts'
import { remarksDiffer } from './remarks.ts'
import { draftFitsSchema, indicatorsGiven, manufactureDateGiven, requiredGroups } from './required.ts'
import { busPlaces, doorsCounted, loadingAreaWithinLength, wheelbaseFits } from './shape.ts'
import { provisionalTerritory, smallSeriesNumbered } from './small-series.ts'
import {
  completedNamesItsStages,
  completeStandsAlone,
  laterIncompleteNamesItsStages,
  newStageNewIdentity,
  sameVin,
  stageNumbers,
} from './stages.ts'
import {
  brakedTrailer,
  combinationMass,
  combinationNotBelowVehicle,
  couplingCarriesItsShare,
  unbrakedTrailer,
} from './towing.ts'
import { trailerResultsInScope } from './trailer-results.ts'
import { tyresCarryTheirAxle, tyresFastEnough } from './tyres.ts'
import {
  convertorsHaveTheirCode,
  figuresOnTheirSource,
  inServiceHasItsGround,
  tablesRepeatedWhole,
  versionIsStated,
} from './usage.ts'

/** The arithmetic of each rule of `schemas/rules/rules.json`, by its id there. */
export const ruleFunctions: Readonly<Record<string, Rule>> = {
  schema: draftFitsSchema,
  required: requiredGroups,
  relevance: fieldsFitCategory,
  'other-acts': fieldsOfOtherActs,
  indicators: indicatorsGiven,
  couplings: couplingTables,
  towing: towingComplete,
  'convertor-code': convertorsHaveTheirCode,
  'energy-figures': figuresOnTheirSource,
  'in-service-ground': inServiceHasItsGround,
  version: versionIsStated,
  'whole-tables': tablesRepeatedWhole,
  'axle-minima': axleMinimaKept,
  'device-length': lengthOverDevice,
  remarks: remarksDiffer,
  1: actualMassWithinLaden,
  2: actualMassNotBelowRunningOrder,
  3: ladenMassCarriesSeats,
  4: ladenMassCarriesSeatsAndCoupling,
  5: ladenMassCarriesPassengers,
  6: motorCaravanPayMass,
  7: axlesCarryLaden,
  8: axlesAndGroupsCarryLaden,
  9: groupWithinItsAxles,
  10: groupMembers,
  11: axleWithinLaden,
  12: runningOrderDistribution,
  13: incompleteDistributions,
  14: sharesWithinAxles,
  15: incompleteMassOrder,
  16: all(notLighterThanBefore, permissibleMassesKept, permissibleTotalsKept),
  18: frontAxleOfLightVehicle,
  19: frontAxlesOfHeavyVehicle,
  20: poweredAxles,
  21: massesPlausible,
  22: axlesAndCouplingCarryLaden,
  23: fitsItsCategory,
  25: combinationMass,
  26: combinationNotBelowVehicle,
  27: brakedTrailer,
  28: unbrakedTrailer,
  29: couplingCarriesItsShare,
  30: brakedTrailer,
  31: unbrakedTrailer,
  32: towingHasItsCoupling,
  33: couplingValuesSuffice,
  34: feedLinePressure,
  35: powerForTheMass,
  36: inServiceWithinTechnical,
  37: noInServiceMasses,
  38: inServiceInternational,
  39: alternativeMassFounded,
  40: dimensionsWithinLimits,
  41: dimensionsWithinLimits,
  42: dimensionsWithinLimits,
  43: elongatedCab,
  44: onStage({ I: permissibleDimensionsWithinLimits, V: dimensionsWithinPermitted }),
  45: wheelbaseFits,
  46: frontOverhangPlausible,
  47: rearOverhangAsksForProof,
  48: all(loadingAreaWithinLength, rangesInOrder),
  49: tracksWithinWidth,
  50: axlesCounted,
  51: wheelsCounted,
  52: tyresCarryTheirAxle,
  53: tyresFastEnough,
  54: liftAxlesPlausible,
  55: busPlaces,
  56: doorsCounted,
  57: pureElectric,
  58: hybridHasBoth,
  59: all(dualFuelTypeGiven, biFuelHasTwo),
  60: enginePlausible,
  61: oneKindOfTest,
  62: testMassPlausible,
  63: withinAllowedRanges,
  64: levelFitsItsAct,
  65: vinWellFormed,
  66: approvalNumberForm,
  67: approvalKind,
  68: olderApproval,
  69: approvalCountry,
  70: datesInOrder,
  71: identifierCharacters,
  72: completeStandsAlone,
  73: completedNamesItsStages,
  74: laterIncompleteNamesItsStages,
  75: stageNumbers,
  76: sameVin,
  77: newStageNewIdentity,
  78: categoryKept,
  80: smallSeriesNumbered,
  81: provisionalTerritory,
  82: fieldsFitStage,
  83: manufactureDateGiven,
  84: safetySystemsFitCategory,
  85: trailerResultsInScope,
  86: bodyworkFitsCategory,
  87: bodyworkOnFinishedVehicle,
  88: bodyworkSupplements,
  89: specialPurposeSuffix,
}

function all(...rules: readonly Rule[]): Rule {
  return function* (reading: Reading): Iterable<Found> {
    for (const rule of rules) yield* rule(reading)
  }
}

function onStage(byStage: Readonly<Record<string, Rule>>): Rule {
  return (reading) => byStage[reading.stage ?? '']?.(reading) ?? []
}
