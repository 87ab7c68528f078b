import { expect, test } from 'vitest'
import { weighablePlaces } from '../../../../renderer/screens/vehicle/weighable.ts'

const masses = 'CocDataGroup/MassGroup'
const share = 'DistributionMassRunningOrderAxle'
const message = (stage: string, axles: number) => ({
  CocDataGroup: {
    VehicleCategory: 'N1',
    StageOfCompletion: stage,
    AxleTable: { AxleGroup: Array.from({ length: axles }, (_, at) => ({ AxleNumber: `${at + 1}` })) },
  },
})

test('a slip speaks for the masses, each axle that is there, and the outer dimensions', () => {
  expect(weighablePlaces(message('V', 2))).toEqual([
    `${masses}/MassInRunningOrder`,
    `${masses}/ActualMass`,
    `CocDataGroup/AxleTable/AxleGroup[1]/${share}`,
    `CocDataGroup/AxleTable/AxleGroup[2]/${share}`,
    'CocDataGroup/DimensionGroup/Length',
    'CocDataGroup/DimensionGroup/Width',
    'CocDataGroup/DimensionGroup/Height',
  ])
})

test('the mass of an incomplete vehicle is weighed where our stage stays incomplete', () => {
  const incomplete = `${masses}/MassInRunningOrderIncomplete`
  expect(weighablePlaces(message('I', 0))).toContain(incomplete)
  expect(weighablePlaces(message('V', 0))).not.toContain(incomplete)
})
