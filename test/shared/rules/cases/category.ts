import { aBus, aCar, aLorry, alone, aSemiTrailer, aVan } from '../a-message.ts'
import type { Case } from './case.ts'

const strongAxles = {
  'AxleTable/AxleGroup[1]/TechnicallyPermissibleMassAxle': 6000,
  'AxleTable/AxleGroup[2]/TechnicallyPermissibleMassAxle': 9000,
}
const vanAxles = {
  'AxleTable/AxleGroup[1]/TechnicallyPermissibleMassAxle': 2100,
  'AxleTable/AxleGroup[2]/TechnicallyPermissibleMassAxle': 2400,
}

export const category: readonly Case[] = [
  {
    rule: '23',
    code: 'category-seats-most',
    severity: 'error',
    when: 'a passenger car with ten seats',
    given: alone(aCar({ seats: 10 })),
    at: 'GeneralConstructionGroup/NumberOfSeatingPositionsIncludingDriver',
    but: 'one with nine, whatever it weighs',
    sound: alone(aCar({ seats: 9, ladenMass: 5900 })),
  },
  {
    rule: '23',
    code: 'category-seats-over',
    severity: 'error',
    when: 'a coach with nine seats',
    given: alone(aBus({ seats: 9 })),
    but: 'one with ten',
    sound: alone(aBus({ seats: 10 })),
  },
  {
    rule: '23',
    code: 'category-mass-most',
    severity: 'error',
    when: 'an N1 of 3,501 kg',
    given: alone(aVan({ ...vanAxles, ladenMass: 3501 })),
    at: 'MassGroup/TechnicallyPermissibleMaximumLadenMass',
    but: 'one of 3,500 kg off-road, whose suffix does not count',
    sound: alone(aVan({ ...vanAxles, ladenMass: 3500, category: 'N1G' })),
  },
  {
    rule: '23',
    code: 'category-mass-most',
    severity: 'error',
    when: 'an N2 of 12,001 kg',
    given: alone(aLorry({ ...strongAxles, ladenMass: 12001 })),
    but: 'an N3 of the same mass',
    sound: alone(aLorry({ ...strongAxles, ladenMass: 12001, category: 'N3' })),
  },
  {
    rule: '23',
    code: 'category-mass-over',
    severity: 'error',
    when: 'an N2 of 3,500 kg',
    given: alone(aLorry({ ladenMass: 3500, massInRunningOrder: 2000, actualMass: 2000 })),
    but: 'one of 3,501 kg',
    sound: alone(aLorry({ ladenMass: 3501, massInRunningOrder: 2000, actualMass: 2000 })),
  },
  {
    rule: '23',
    code: 'category-mass-battery',
    severity: 'warning',
    when: 'an electric N1 of 4,250 kg that states the mass of its batteries',
    given: alone(aVan({ ...vanAxles, ladenMass: 4250, batteryMass: 600 })),
    but: 'one of 3,500 kg',
    sound: alone(aVan({ ...vanAxles, ladenMass: 3500, batteryMass: 600 })),
  },
  {
    rule: '23',
    code: 'category-mass-most',
    severity: 'error',
    when: 'an electric N1 above even 4,250 kg',
    given: alone(aVan({ ...vanAxles, ladenMass: 4251, batteryMass: 600 })),
    but: 'a semi-trailer O4, which is judged by its axles',
    sound: alone(aSemiTrailer()),
  },
  {
    rule: '23',
    code: 'category-axle-load-most',
    severity: 'warning',
    when: 'a semi-trailer O3 with 27 t on its axles',
    given: alone(aSemiTrailer({ category: 'O3' })),
    but: 'an O4',
    sound: alone(aSemiTrailer()),
  },
  {
    rule: '23',
    code: 'category-axle-load-over',
    severity: 'warning',
    when: 'a semi-trailer O4 of 14 t with 10 t on its axles',
    given: alone(
      aSemiTrailer({
        ladenMass: 14000,
        'AxleGroupTable/AxleGroupGroup[1]/TechnicallyPermissibleMassAxleGroup': 10000,
      }),
    ),
    but: 'the same as O3',
    sound: alone(
      aSemiTrailer({
        category: 'O3',
        ladenMass: 14000,
        'AxleGroupTable/AxleGroupGroup[1]/TechnicallyPermissibleMassAxleGroup': 10000,
      }),
    ),
  },
]
