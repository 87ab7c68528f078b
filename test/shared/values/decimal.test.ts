import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  absolute,
  add,
  compare,
  decimal,
  divide,
  formatDecimal,
  isWhole,
  multiply,
  parseDecimal,
  round,
  subtract,
  sum,
  withoutTrailingZeros,
} from '../../../shared/values/decimal.ts'
import { exceedsPercent, percentDifference } from '../../../shared/values/percent.ts'

const anyDecimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.integer({ min: 0, max: 12 }))
  .map(([digits, scale]) => ({ digits, scale }))

test('a decimal comes back from its text with every digit', () => {
  fc.assert(
    fc.property(anyDecimal, (value) => {
      expect(parseDecimal(formatDecimal(value))).toEqual(value)
    }),
  )
})

test('what is no xs:decimal is none here', () => {
  for (const text of [
    '',
    '.',
    '-',
    '1e3',
    '1,5',
    '1 000',
    ' 1',
    '0x1F',
    'NaN',
    '١',
    '--1',
    '1.2.3',
    '9'.repeat(61),
  ]) {
    expect(parseDecimal(text), text).toBeUndefined()
  }
  expect(formatDecimal(decimal('.5'))).toBe('0.5')
  expect(formatDecimal(decimal('+5.'))).toBe('5')
  expect(formatDecimal(decimal('-0.05'))).toBe('-0.05')
})

test('sums are exact where floating point is not', () => {
  expect(formatDecimal(add(decimal('0.1'), decimal('0.2')))).toBe('0.3')
  expect(formatDecimal(sum(['1.10', '2.205', '-3'].map(decimal), decimal(0)))).toBe('0.305')
})

test('addition undoes subtraction, and order does not matter', () => {
  fc.assert(
    fc.property(anyDecimal, anyDecimal, (a, b) => {
      expect(compare(subtract(add(a, b), b), a)).toBe(0)
      expect(compare(add(a, b), add(b, a))).toBe(0)
    }),
  )
})

test('a product divided by its factor is the value again', () => {
  fc.assert(
    fc.property(anyDecimal, anyDecimal, (a, b) => {
      const back = divide(multiply(a, b), b, a.scale)
      if (b.digits === 0n) expect(back).toBeUndefined()
      else expect(back && compare(back, a)).toBe(0)
    }),
  )
})

test('rounding never moves a value by more than half of the last digit', () => {
  fc.assert(
    fc.property(anyDecimal, fc.integer({ min: 0, max: 6 }), (value, digits) => {
      const moved = absolute(subtract(round(value, digits), value))
      expect(compare(multiply(moved, decimal(2)), { digits: 1n, scale: digits })).toBeLessThanOrEqual(0)
    }),
  )
})

test('a half is rounded away from zero', () => {
  const rounded = (text: string, rounding?: 'up' | 'down') => formatDecimal(round(decimal(text), 0, rounding))
  expect(['2.5', '-2.5', '2.49', '-2.49', '2902.4'].map((text) => rounded(text))).toEqual([
    '3',
    '-3',
    '2',
    '-2',
    '2902',
  ])
  expect([rounded('2.1', 'up'), rounded('-2.1', 'up'), rounded('2.9', 'down')]).toEqual(['3', '-3', '2'])
  expect(formatDecimal(withoutTrailingZeros(decimal('2345.500')))).toBe('2345.5')
  expect([isWhole(decimal('2345.00')), isWhole(decimal('2345.50'))]).toEqual([true, false])
})

test('a difference in percent is that of the weighbridge example', () => {
  const percent = (actual: string, expected: string) => {
    const difference = percentDifference(decimal(actual), decimal(expected))
    return difference && formatDecimal(difference)
  }
  expect(percent('2565', '2540')).toBe('0.98')
  expect(percent('2560', '2645')).toBe('-3.21')
  expect(percent('2645', '2540')).toBe('4.13')
  expect(percent('5', '0')).toBeUndefined()
})

test('the tolerance itself is within the tolerance, a gram more is not', () => {
  const three = decimal('3')
  expect(exceedsPercent(decimal('1030'), decimal('1000'), three)).toBe(false)
  expect(exceedsPercent(decimal('970'), decimal('1000'), three)).toBe(false)
  expect(exceedsPercent(decimal('1030.001'), decimal('1000'), three)).toBe(true)
  expect(exceedsPercent(decimal('1'), decimal('0'), three)).toBe(true)
  expect(exceedsPercent(decimal('0'), decimal('0'), three)).toBe(false)
  expect(exceedsPercent(decimal('1015'), decimal('1000'), decimal('1.5'))).toBe(false)
})
