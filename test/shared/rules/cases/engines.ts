import { aBus, aLorry, alone, aSemiTrailer, aVan } from '../a-message.ts'
import type { Case } from './case.ts'

const convertor = 'EnergyConvertorTable/EnergyConvertorGroup[1]'
const source = `${convertor}/EnergySourceTable/EnergySourceGroup[1]`
const type1 = { [`${source}/TestWltpType1Group/WltpType1Co`]: '176.40' }
const whsc = { [`${source}/TestWhscGroup/WhscCo`]: '100' }
const whtc = { [`${source}/TestWhtcGroup/WhtcCo`]: '120' }
const electric = {
  pureElectric: 'Y',
  fuelType: null,
  [`${convertor}/WorkingPrinciple`]: 'ELECT',
  [`${convertor}/NumberOfCylinders`]: null,
  [`${convertor}/EngineCapacity`]: null,
  [`${source}/EnergySource`]: '95',
}
const box = {
  'BodyworkTable/BodyworkGroup[1]/CodeForBodyworkSupplementTable/CodeForBodyworkSupplementGroup[1]/CodeForBodyworkSupplement':
    '03',
}

/** Engines, machines, their tests, and the results of the trailer tool. */
export const engines: readonly Case[] = [
  {
    rule: '57',
    code: 'electric-power-missing',
    severity: 'error',
    when: 'an electric lorry without the power of its machine',
    given: alone(aLorry(electric)),
    but: 'one that states it',
    sound: alone(aLorry({ ...electric, [`${source}/PowerGroup/MaximumNetPowerElectric`]: 200 })),
  },
  {
    rule: '59',
    code: 'bi-fuel-one-source',
    severity: 'warning',
    when: 'a bi-fuel vehicle with one fuel',
    given: alone(aVan({ fuelType: 'B' })),
    but: 'one with both',
    sound: alone(
      aVan({
        fuelType: 'B',
        [`${convertor}/EnergySourceTable/EnergySourceGroup[2]/EnergySource`]: '30',
      }),
    ),
  },
  {
    rule: '60',
    code: 'engine-without-size',
    severity: 'error',
    when: 'an engine of no capacity',
    given: alone(aLorry({ [`${convertor}/EngineCapacity`]: 0 })),
    at: `${convertor}/EngineCapacity`,
    but: 'one of 2,998 cm³',
    sound: alone(aLorry()),
  },
  {
    rule: '60',
    code: 'lasting-power-over-most',
    severity: 'warning',
    when: 'more power over 30 minutes than at most',
    given: alone(
      aLorry({
        ...electric,
        [`${source}/PowerGroup/MaximumNetPowerElectric`]: 200,
        [`${source}/PowerGroup/Maximum30MinutesPower`]: 201,
      }),
    ),
    but: 'as much',
    sound: alone(
      aLorry({
        ...electric,
        [`${source}/PowerGroup/MaximumNetPowerElectric`]: 200,
        [`${source}/PowerGroup/Maximum30MinutesPower`]: 200,
      }),
    ),
  },
  {
    rule: '61',
    code: 'two-kinds-of-test',
    severity: 'error',
    when: 'one fuel tested on the roller and on the bench',
    given: alone(aLorry({ ...type1, ...whsc })),
    but: 'on the bench alone',
    sound: alone(aLorry({ ...whsc, ...whtc })),
  },
  {
    rule: '61',
    code: 'light-test-on-heavy',
    severity: 'error',
    when: 'a coach tested on the roller',
    given: alone(aBus(type1)),
    but: 'a van',
    sound: alone(aVan(type1)),
  },
  {
    rule: '61',
    code: 'whtc-without-whsc',
    severity: 'error',
    when: 'the transient test alone',
    given: alone(aLorry(whtc)),
    but: 'both tests',
    sound: alone(aLorry({ ...whsc, ...whtc })),
  },
  {
    rule: '64',
    code: 'emission-level-of-other-act',
    severity: 'warning',
    when: 'Euro VI by the act of light vehicles',
    given: alone(aLorry({ exhaustLevel: 'Euro VI E', exhaustRegulation: '715/2007*2023/443EA' })),
    but: 'Euro 6 by it',
    sound: alone(aLorry({ exhaustLevel: 'Euro 6 EA', exhaustRegulation: '715/2007*2023/443EA' })),
  },
  {
    rule: '85',
    code: 'trailer-result-out-of-scope',
    severity: 'warning',
    when: 'a tipping trailer with a cargo volume',
    given: alone(
      aSemiTrailer({
        cargoVolume: 50,
        'BodyworkTable/BodyworkGroup[1]/CodeForBodyworkSupplementTable/CodeForBodyworkSupplementGroup[1]/CodeForBodyworkSupplement':
          '10',
      }),
    ),
    at: 'VectoGroup/CargoVolume',
    but: 'a box trailer with one',
    sound: alone(aSemiTrailer({ ...box, cargoVolume: 90 })),
  },
  {
    rule: 'convertor-code',
    code: 'convertor-code-missing',
    severity: 'warning',
    when: 'an engine without its marked code',
    given: alone(aLorry({ [`${convertor}/EnergyConvertorCodeMarkedOnEnergyConvertor`]: null })),
    but: 'one with it',
    sound: alone(aLorry()),
  },
  {
    rule: 'energy-figures',
    code: 'figure-on-other-source',
    severity: 'warning',
    when: 'the power of an electric machine on diesel',
    given: alone(aLorry({ [`${source}/PowerGroup/MaximumNetPowerElectric`]: 60 })),
    but: 'that of the engine',
    sound: alone(aLorry({ [`${source}/PowerGroup/MaximumNetPowerCombustion`]: 130 })),
  },
]
