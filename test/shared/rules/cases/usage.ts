import { aChassis, aCompletedLorry, aLorry, alone, aSemiTrailer, aVan, over } from '../a-message.ts'
import type { Case } from './case.ts'

const inService = 'InServiceMaximumMassTable/InServiceMaximumMassGroup[1]'
const country = `${inService}/InServiceMaximumPermissibleMassCountry`
const act = `${inService}/InServiceMaximumPermissibleMassTrafficRegulation`
const laden = `${inService}/InServiceMaximumPermissibleLadenMass`
const axleInService =
  'AxleTable/AxleGroup[2]/InServiceMaximumPermissibleLadenMassAxleTable/InServiceMaximumPermissibleLadenMassAxleGroup[1]'
const axle = (number: number): string => `AxleTable/AxleGroup[${number}]`
const threeAxles = {
  category: 'N3',
  ladenMass: 26000,
  axleCount: 3,
  wheelCount: 8,
  wheelbase: 5250,
  length: 8600,
  [`${axle(1)}/TechnicallyPermissibleMassAxle`]: 8000,
  [`${axle(2)}/TechnicallyPermissibleMassAxle`]: 11500,
  [`${axle(2)}/AxleSpacing`]: 1350,
  [`${axle(3)}/AxleNumber`]: 3,
  [`${axle(3)}/TwinWheelsAxleIndicator`]: 'N',
  [`${axle(3)}/SteeredAxleIndicator`]: 'N',
  [`${axle(3)}/PoweredAxleIndicator`]: 'N',
  [`${axle(3)}/TechnicallyPermissibleMassAxle`]: 7500,
}
const air = (value: string) => ({ [`${axle(2)}/DriveAxleAirSuspensionOrEquivalentIndicator`]: value })

/** What the manuals and the acts on traffic say of the message's use. */
export const usage: readonly Case[] = [
  {
    rule: 'in-service-ground',
    code: 'in-service-without-ground',
    severity: 'warning',
    when: 'a mass in service under no act and in no country',
    given: alone(aLorry({ [laden]: 7000 })),
    but: 'one in a country',
    sound: alone(aLorry({ [laden]: 7000, [country]: 'AT' })),
  },
  {
    rule: 'in-service-ground',
    code: 'in-service-two-grounds',
    severity: 'warning',
    when: 'one row for national and international traffic',
    given: alone(aLorry({ [laden]: 7000, [country]: 'AT', [act]: '96/53/EC' })),
    but: 'one for international traffic',
    sound: alone(aLorry({ [laden]: 7000, [act]: '96/53/EC' })),
  },
  {
    rule: 'version',
    code: 'version-not-applicable',
    severity: 'error',
    when: 'a lorry whose version is not applicable',
    given: alone(aLorry({ version: 'N/A' })),
    at: 'Version',
    but: 'one that has a version',
    sound: alone(aLorry({ version: 'NA' })),
  },
  {
    rule: 'whole-tables',
    code: 'table-not-whole',
    severity: 'warning',
    when: 'one axle repeated of two',
    given: over([aChassis()], aCompletedLorry({ [axle(2)]: null })),
    at: 'AxleTable/AxleGroup',
    but: 'no axle repeated, which leaves the table to the chassis',
    sound: over([aChassis()], aCompletedLorry({ AxleTable: null })),
  },
  {
    rule: '37',
    code: 'in-service-on-light',
    severity: 'error',
    when: 'a van with item 17',
    given: alone(aVan({ [laden]: 3000, [act]: '96/53/EC' })),
    but: 'a lorry with it',
    sound: alone(aLorry({ [laden]: 7000, [act]: '96/53/EC' })),
  },
  {
    rule: '38',
    code: 'in-service-part-over-international',
    severity: 'info',
    when: 'a driven axle of 12 t in international traffic',
    given: alone(
      aLorry({
        [`${axleInService}/InServiceMaximumPermissibleLadenMassAxleTrafficRegulation`]: '96/53/EC',
        [`${axleInService}/InServiceMaximumPermissibleLadenMassAxle`]: 12000,
      }),
    ),
    but: 'one of 11.5 t',
    sound: alone(
      aLorry({
        [`${axleInService}/InServiceMaximumPermissibleLadenMassAxleTrafficRegulation`]: '96/53/EC',
        [`${axleInService}/InServiceMaximumPermissibleLadenMassAxle`]: 11500,
      }),
    ),
  },
  {
    rule: '38',
    code: 'in-service-part-over-international',
    severity: 'info',
    when: 'three trailer axles at 1.31 m with 25 t in international traffic',
    given: alone(aSemiTrailer(tandem(25000))),
    but: 'with 24 t',
    sound: alone(aSemiTrailer(tandem(24000))),
  },
  {
    rule: '38',
    code: 'laden-over-international',
    severity: 'info',
    when: '26 t on three axles without air suspension',
    given: alone(aLorry({ ...threeAxles, ...air('N') })),
    at: 'MassGroup/TechnicallyPermissibleMaximumLadenMass',
    but: 'with twin tyres and air suspension',
    sound: alone(aLorry({ ...threeAxles, ...air('Y') })),
  },
]

function tandem(mass: number) {
  const at =
    'AxleGroupTable/AxleGroupGroup[1]/InServiceMaximumPermissibleLadenMassAxleGroupTable/InServiceMaximumPermissibleLadenMassAxleGroupGroup[1]'
  return {
    [`${at}/InServiceMaximumPermissibleLadenMassAxleGroupTrafficRegulation`]: '96/53/EC',
    [`${at}/InServiceMaximumPermissibleAxleGroupLadenMass`]: mass,
  }
}
