import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  cellPosition,
  cellRange,
  columnLetters,
  columnOf,
  columnOfReference,
  contains,
  lastColumn,
} from '../../../shared/spreadsheet/column-letters.ts'

test('letters and columns are each other’s inverse', () => {
  fc.assert(
    fc.property(fc.nat(lastColumn), fc.integer({ min: 1, max: 1_048_576 }), (column, row) => {
      expect(columnOf(columnLetters(column))).toBe(column)
      expect(columnOfReference(`${columnLetters(column)}${row}`)).toBe(column)
      expect(cellPosition(`${columnLetters(column)}${row}`)).toEqual({ column, row })
    }),
  )
  expect([0, 25, 26, 701, 702, lastColumn].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD'])
})

test('what no sheet has is no cell', () => {
  for (const text of ['', 'A', '1', 'A0', 'XFE1', 'AAAA1', 'A1048577', 'Ä1', 'A1B']) {
    expect(cellPosition(text), text).toBeUndefined()
  }
  expect(['XFE1', '1', 'A', ''].map(columnOfReference)).toEqual([undefined, undefined, undefined, undefined])
})

test('a range holds its corners whichever way it is written', () => {
  const range = cellRange('C7:$A$2')
  expect(range).toEqual({ from: { column: 0, row: 2 }, to: { column: 2, row: 7 } })
  expect(range && contains(range, { column: 0, row: 7 })).toBe(true)
  expect(range && contains(range, { column: 3, row: 7 })).toBe(false)
  expect(cellRange('nonsense')).toBeUndefined()
})
