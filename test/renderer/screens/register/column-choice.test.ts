import { expect, it } from 'vitest'
import {
  columnIds,
  fitted,
  moved,
  toggled,
  usualColumns,
} from '../../../../renderer/screens/register/column-choice.ts'

it('a remembered choice of another version is fitted: unknown columns go, new ones come last', () => {
  const old = {
    order: ['nap', 'gone', 'vin'],
    hidden: ['gone', 'nap', 'vin'],
  } as unknown as typeof usualColumns
  const now = fitted(old)
  expect(now.order.slice(0, 2)).toEqual(['nap', 'vin'])
  expect([...now.order].sort()).toEqual([...columnIds].sort())
  expect(now.hidden).toEqual(['nap'])
})

it('columns move by one and stop at the ends', () => {
  expect(moved(usualColumns, 'order', -1).order.slice(0, 2)).toEqual(['order', 'vin'])
  expect(moved(usualColumns, 'vin', -1)).toEqual(usualColumns)
})

it('the VIN cannot be hidden', () => {
  expect(toggled(usualColumns, 'vin')).toEqual(usualColumns)
  expect(toggled(toggled(usualColumns, 'nap'), 'nap')).toEqual(usualColumns)
})
