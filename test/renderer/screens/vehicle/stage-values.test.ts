import { expect, it } from 'vitest'
import { isChanged, latestValue, stageValues } from '../../../../renderer/screens/vehicle/stage-values.ts'
import type { StageView } from '../../../../shared/record/views.ts'

const incomplete = 'CocDataGroup/MassGroup/MassInRunningOrderIncomplete'
const wheelbase = 'CocDataGroup/DimensionGroup/Wheelbase'
const stage = (stageNumber: number, mass: string, base?: string): StageView =>
  ({
    id: stageNumber,
    stageNumber,
    tree: {
      CocDataGroup: {
        MassGroup: { MassInRunningOrderIncomplete: mass },
        ...(base ? { DimensionGroup: { Wheelbase: base } } : {}),
      },
    },
  }) as unknown as StageView

const stages = stageValues([stage(2, '12330'), stage(1, '9300', '5700')])

it('masses are compared with the latest stage, not the first', () => {
  expect(latestValue(stages, incomplete)).toBe('12330')
  expect(isChanged(stages, incomplete, '12330')).toBe(false)
  expect(isChanged(stages, incomplete, '9300')).toBe(true)
})

it('where the latest stage is silent, the one before speaks', () => {
  expect(latestValue(stages, wheelbase)).toBe('5700')
})

it('a value that no stage spoke of is no change, nor is silence', () => {
  expect(isChanged(stages, 'CocDataGroup/MassGroup/ActualMass', '1')).toBe(false)
  expect(isChanged(stages, wheelbase, '')).toBe(false)
})
