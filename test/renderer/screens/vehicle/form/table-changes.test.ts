import { expect, it } from 'vitest'
import { repeatedTable } from '../../../../../renderer/screens/vehicle/form/table-changes.ts'
import { stageValues } from '../../../../../renderer/screens/vehicle/stage-values.ts'
import type { StageView } from '../../../../../shared/record/views.ts'

const axle = 'CocDataGroup/AxleTable/AxleGroup'

const stage = (stageNumber: number, spacing: string): StageView =>
  ({
    id: stageNumber,
    stageNumber,
    tree: { CocDataGroup: { AxleTable: { AxleGroup: [{ AxleNumber: '1', AxleSpacing: spacing }] } } },
  }) as unknown as StageView

it('a table is repeated whole from the latest stage that has it, unless ours has rows', () => {
  const stages = stageValues([stage(2, '4350'), stage(1, '4000')])
  const repeated = repeatedTable([axle], stages, new Map())
  expect(repeated?.stage).toBe(2)
  expect(repeated?.changes).toContainEqual({ path: `${axle}[1]/AxleSpacing`, value: '4350' })
  expect(repeatedTable([axle], stages, new Map([[`${axle}[1]/AxleNumber`, '1']]))).toBeUndefined()
})
