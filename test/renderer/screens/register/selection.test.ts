import { describe, expect, it } from 'vitest'
import { gridMove } from '../../../../renderer/screens/register/grid-keys.ts'
import {
  everything,
  isNarrowed,
  sortedBy,
  withStatus,
} from '../../../../renderer/screens/register/register-query.ts'
import { extend, nothingSelected, toggle } from '../../../../renderer/screens/register/selection.ts'

const idAt = (row: number) => (row < 10 ? row + 100 : undefined)

describe('taking vehicles', () => {
  it('a second Space leaves what the first took', () => {
    const once = toggle(nothingSelected, 103, 3)
    expect([...once.ids]).toEqual([103])
    expect([...toggle(once, 103, 3).ids]).toEqual([])
  })

  it('Shift takes everything from the last choice to here, in both directions', () => {
    const from5 = toggle(nothingSelected, 105, 5)
    expect([...extend(from5, 7, idAt).ids].sort()).toEqual([105, 106, 107])
    expect([...extend(from5, 3, idAt).ids].sort()).toEqual([103, 104, 105])
  })

  it('rows that are not loaded yet stay out', () => {
    expect([...extend(toggle(nothingSelected, 109, 9), 12, idAt).ids]).toEqual([109])
  })
})

describe('walking the register by keys', () => {
  it.each([
    ['ArrowDown', 5],
    ['ArrowUp', 3],
    ['PageDown', 9],
    ['PageUp', 0],
    ['Home', 0],
    ['End', 9],
  ])('%s leads from row 4 to row %i', (key, row) => {
    expect(gridMove(key, 4, 10, 8)).toBe(row)
  })

  it('never leaves the list, and other keys do not move', () => {
    expect(gridMove('ArrowDown', 9, 10, 8)).toBe(9)
    expect(gridMove('ArrowDown', 0, 0, 8)).toBeUndefined()
    expect(gridMove('x', 4, 10, 8)).toBeUndefined()
  })
})

describe('filters and order', () => {
  it('a chip adds its state and takes it away again', () => {
    const rejected = withStatus(everything, 'rejected')
    expect(withStatus(rejected, 'draft').statuses).toEqual(['draft', 'rejected'])
    expect(withStatus(rejected, 'rejected')).toEqual(everything)
    expect(isNarrowed(rejected)).toBe(true)
  })

  it('the column that sorts already turns round; times begin with the newest, words with A', () => {
    expect(sortedBy(everything, 'updatedAt').descending).toBe(false)
    expect(sortedBy(everything, 'vin')).toMatchObject({ sort: 'vin', descending: false })
    expect(sortedBy(sortedBy(everything, 'vin'), 'updatedAt').descending).toBe(true)
  })
})
