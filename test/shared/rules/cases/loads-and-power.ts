import { aBus, aLorry, alone, aVan } from '../a-message.ts'
import { towing } from '../towing-parts.ts'
import type { Case } from './case.ts'

const first = 'AxleTable/AxleGroup[1]'
const second = 'AxleTable/AxleGroup[2]'
const power =
  'EnergyConvertorTable/EnergyConvertorGroup[1]/EnergySourceTable/EnergySourceGroup[1]/PowerGroup/MaximumNetPowerCombustion'
const brake = 'TrailerBrakeTable/TrailerBrakeGroup[1]'
const inService = 'InServiceMaximumMassTable/InServiceMaximumMassGroup[1]'

/** Three axles, the second driven. */
function threeAxles(air: string) {
  return {
    category: 'N3',
    axleCount: 3,
    wheelCount: 8,
    ladenMass: 27000,
    [`${first}/TechnicallyPermissibleMassAxle`]: 8000,
    [`${second}/TechnicallyPermissibleMassAxle`]: 11500,
    [`${second}/DriveAxleAirSuspensionOrEquivalentIndicator`]: air,
    'AxleTable/AxleGroup[3]/AxleNumber': 3,
    'AxleTable/AxleGroup[3]/TwinWheelsAxleIndicator': 'N',
    'AxleTable/AxleGroup[3]/SteeredAxleIndicator': 'N',
    'AxleTable/AxleGroup[3]/PoweredAxleIndicator': 'N',
    'AxleTable/AxleGroup[3]/TechnicallyPermissibleMassAxle': 7500,
    [`${inService}/InServiceMaximumPermissibleMassTrafficRegulation`]: '96/53/EC',
    [`${inService}/InServiceMaximumPermissibleLadenMass`]: 26000,
  }
}

export const loadsAndPower: readonly Case[] = [
  {
    rule: '18',
    code: 'front-axle-too-weak',
    severity: 'error',
    when: 'a van whose first axle carries less than a fifth of its laden mass',
    given: alone(
      aVan({
        [`${first}/TechnicallyPermissibleMassAxle`]: 659,
        [`${second}/TechnicallyPermissibleMassAxle`]: 2700,
      }),
    ),
    at: `${first}/TechnicallyPermissibleMassAxle`,
    but: 'just a fifth',
    sound: alone(
      aVan({
        [`${first}/TechnicallyPermissibleMassAxle`]: 660,
        [`${second}/TechnicallyPermissibleMassAxle`]: 2700,
      }),
    ),
  },
  {
    rule: '18',
    code: 'front-share-by-calculation',
    severity: 'warning',
    when: 'a van that can be laden so far back that too little is left in front',
    given: alone(aVan({ [`${second}/TechnicallyPermissibleMassAxle`]: 2641 })),
    but: 'one whose rear axle is at its limit before',
    sound: alone(aVan({ [`${second}/TechnicallyPermissibleMassAxle`]: 2640 })),
  },
  {
    rule: '19',
    code: 'front-axle-too-weak',
    severity: 'error',
    when: 'a lorry whose steered axle carries less than a fifth',
    given: alone(
      aLorry({
        [`${first}/TechnicallyPermissibleMassAxle`]: 1499,
        [`${second}/TechnicallyPermissibleMassAxle`]: 6100,
      }),
    ),
    but: 'just a fifth',
    sound: alone(
      aLorry({
        [`${first}/TechnicallyPermissibleMassAxle`]: 1500,
        [`${second}/TechnicallyPermissibleMassAxle`]: 6100,
      }),
    ),
  },
  {
    rule: '19',
    code: 'front-share-by-calculation',
    severity: 'warning',
    when: 'a coach that can be laden too far back',
    given: alone(aBus({ [`${second}/TechnicallyPermissibleMassAxle`]: 6001 })),
    but: 'one that cannot',
    sound: alone(aBus({ [`${second}/TechnicallyPermissibleMassAxle`]: 6000 })),
  },
  {
    rule: '20',
    code: 'powered-axles-too-weak',
    severity: 'info',
    when: 'a driven axle that carries less than a quarter of the laden mass',
    given: alone(
      aLorry({
        [`${first}/TechnicallyPermissibleMassAxle`]: 5700,
        [`${second}/TechnicallyPermissibleMassAxle`]: 1874,
      }),
    ),
    but: 'just a quarter',
    sound: alone(
      aLorry({
        [`${first}/TechnicallyPermissibleMassAxle`]: 5700,
        [`${second}/TechnicallyPermissibleMassAxle`]: 1875,
      }),
    ),
  },
  {
    rule: '34',
    code: 'feed-line-pressure',
    severity: 'info',
    when: 'a pneumatic feed line of 8.5, which was meant in bar',
    given: alone(
      aLorry({
        [`${brake}/TrailerBrakeControlSystemTechnology`]: 'PNEU',
        [`${brake}/TrailerBrakePressFeedLineBraking`]: '8.5',
      }),
    ),
    but: 'of 850 kPa',
    sound: alone(
      aLorry({
        [`${brake}/TrailerBrakeControlSystemTechnology`]: 'PNEU',
        [`${brake}/TrailerBrakePressFeedLineBraking`]: '850',
      }),
    ),
  },
  {
    rule: '35',
    code: 'power-too-low',
    severity: 'warning',
    when: 'a lorry of 37.4 kW for 7.5 t',
    given: alone(aLorry({ [power]: '37.4' })),
    but: 'of 37.5 kW',
    sound: alone(aLorry({ [power]: '37.5' })),
  },
  {
    rule: '35',
    code: 'power-too-low',
    severity: 'warning',
    when: 'a lorry whose power is enough for itself but not for its trailer',
    given: alone(
      aLorry({
        ...towing,
        'TowingBrakedTypeTrailTable/TowingBrakedTypeTrailGroup[3]/BodyworkTypeTable/BodyworkTypeGroup[1]/TechnicallyPermissibleMaximumCombinationMass': 9500,
        [power]: '47',
      }),
    ),
    but: 'for both',
    sound: alone(
      aLorry({
        ...towing,
        'TowingBrakedTypeTrailTable/TowingBrakedTypeTrailGroup[3]/BodyworkTypeTable/BodyworkTypeGroup[1]/TechnicallyPermissibleMaximumCombinationMass': 9500,
        [power]: '47.5',
      }),
    ),
  },
  {
    rule: '38',
    code: 'in-service-over-international',
    severity: 'info',
    when: 'three axles of 26 t in international traffic without air suspension',
    given: alone(aLorry(threeAxles('N'))),
    but: 'with air suspension and twin wheels on the driven axle',
    sound: alone(aLorry(threeAxles('Y'))),
  },
  {
    rule: '62',
    code: 'test-mass-implausible',
    severity: 'info',
    when: 'a WLTP test mass below the mass in running order with 25 kg',
    given: alone(aVan({ testMass: 2124 })),
    but: 'one that equals it',
    sound: alone(aVan({ testMass: 2125, actualMass: 2125 })),
  },
]
