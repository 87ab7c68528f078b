import { expect, it } from 'vitest'
import { newRows, repeatedTable } from '../../../../../renderer/screens/vehicle/form/table-changes.ts'
import { stageValues } from '../../../../../renderer/screens/vehicle/stage-values.ts'
import type { StageView } from '../../../../../shared/record/views.ts'

const axle = 'CocDataGroup/AxleTable/AxleGroup'
const tyre = `${axle}/TyreAxleTable/TyreAxleGroup`

it('a new row of a numbered table carries the next number', () => {
  const leaves = new Map([[`${axle}[1]/AxleNumber`, '1']])
  expect(newRows([axle], leaves)).toEqual([
    { row: `${axle}[2]`, changes: [{ path: `${axle}[2]/AxleNumber`, value: '2' }] },
  ])
})

it('a row within a row can be added to each outer row', () => {
  const leaves = new Map([
    [`${axle}[1]/AxleNumber`, '1'],
    [`${axle}[2]/AxleNumber`, '2'],
    [`${axle}[2]/TyreAxleTable/TyreAxleGroup[1]/TyreSize`, '385/65R22.5'],
  ])
  expect(newRows([axle, tyre], leaves).map(({ row }) => row)).toEqual([
    `${axle}[1]/TyreAxleTable/TyreAxleGroup[1]`,
    `${axle}[2]/TyreAxleTable/TyreAxleGroup[2]`,
  ])
})

it('a row without a number stands empty until something is typed', () => {
  const [row] = newRows(['CocDataGroup/RemarkTable/RemarkGroup'], new Map())
  expect(row).toEqual({ row: 'CocDataGroup/RemarkTable/RemarkGroup[1]', changes: [] })
})

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
