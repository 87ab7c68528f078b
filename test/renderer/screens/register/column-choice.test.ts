import { expect, it } from 'vitest'
import {
  columnIds,
  everyColumn,
  fitted,
  moved,
  toggled,
} from '../../../../renderer/screens/register/column-choice.ts'

it('a remembered choice of another version is fitted: unknown columns go, new ones come last', () => {
  const old = {
    order: ['nap', 'gone', 'vin'],
    hidden: ['gone', 'nap', 'vin'],
  } as unknown as typeof everyColumn
  const now = fitted(old)
  expect(now.order.slice(0, 2)).toEqual(['nap', 'vin'])
  expect([...now.order].sort()).toEqual([...columnIds].sort())
  expect(now.hidden).toEqual(['nap'])
})

it('columns move by one and stop at the ends', () => {
  expect(moved(everyColumn, 'order', -1).order.slice(0, 2)).toEqual(['order', 'vin'])
  expect(moved(everyColumn, 'vin', -1)).toEqual(everyColumn)
})

it('the VIN cannot be hidden', () => {
  expect(toggled(everyColumn, 'vin')).toEqual(everyColumn)
  expect(toggled(toggled(everyColumn, 'nap'), 'nap')).toEqual(everyColumn)
})
