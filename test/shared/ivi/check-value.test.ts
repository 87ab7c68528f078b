import { describe, expect, test } from 'vitest'
import { valueType } from '../../../shared/ivi/catalogue.ts'
import { checkValue } from '../../../shared/ivi/check-value.ts'
import { text } from '../../../shared/messages.ts'
import { catalogue } from '../../electron/ivi-xml/messages.ts'

function check(typeName: string, value: string) {
  const found = checkValue(valueType(catalogue, typeName), value)
  return found ? { code: found.code, ...found.args } : 'allowed'
}

describe('numbers', () => {
  test.each([
    ['Integer5', '99999', 'allowed'],
    ['Integer5', '007', 'allowed'],
    ['Integer5', ' 7 ', 'allowed'],
    ['Integer5', '100000', { code: 'value-too-big', value: '100000', max: '99999' }],
    ['Integer5', '-1', { code: 'value-too-small', value: '-1', min: '0' }],
    ['Integer5', '12.0', { code: 'value-not-a-whole-number', value: '12.0' }],
    ['Integer5', '12 kg', { code: 'value-not-a-whole-number', value: '12 kg' }],
    ['Integer5', '1 200', { code: 'value-not-a-whole-number', value: '1 200' }],
    ['Integer5', '', { code: 'value-empty' }],
    ['Decimal52', '999.99', 'allowed'],
    ['Decimal52', '1.100', 'allowed'],
    ['Decimal52', '1000', { code: 'value-too-big', value: '1000', max: '999.99' }],
    ['Decimal52', '1.234', { code: 'value-too-many-decimals', value: '1.234', max: 2 }],
    ['Decimal52', '12,5', { code: 'value-decimal-comma', value: '12,5', instead: '12.5' }],
    ['Decimal52', '1e2', { code: 'value-not-a-number', value: '1e2' }],
    ['RimOffSet', '-999.999', 'allowed'],
    ['RimOffSet', '-1000', { code: 'value-too-small', value: '-1000', min: '-999.999' }],
  ])('%s %j', (type, value, expected) => {
    expect(check(type, value)).toEqual(expected)
  })
})

describe('text and codes', () => {
  test.each([
    ['Text15', 'x'.repeat(15), 'allowed'],
    ['Text15', '😀'.repeat(15), 'allowed'],
    ['Text15', 'x'.repeat(16), { code: 'value-too-long', value: 'x'.repeat(16), length: 16, max: 15 }],
    ['Text15', '', { code: 'value-empty' }],
    ['Text15', 'a\u0002', { code: 'value-forbidden-character', character: 'U+0002', position: 2 }],
    ['StageOfCompletionCode', 'V', 'allowed'],
    ['StageOfCompletionCode', 'v', { code: 'value-not-a-code', value: 'v', codes: 'C, I, V' }],
    ['StageOfCompletionCode', ' V', { code: 'value-not-a-code', value: ' V', codes: 'C, I, V' }],
    ['VehicleIdentificationNumber', 'W09TR0000RB123456', 'allowed'],
    [
      'VehicleIdentificationNumber',
      'W09TR0000RB12345',
      { code: 'value-too-short', value: 'W09TR0000RB12345', length: 16, min: 17 },
    ],
    [
      'VehicleIdentificationNumber',
      'W09TR0000RB12345 ',
      { code: 'value-foreign-characters', value: 'W09TR0000RB12345 ', allowed: 'A-Z 0-9' },
    ],
    [
      'VehicleIdentificationNumber',
      'w09tr0000rb123456',
      { code: 'value-foreign-characters', value: 'w09tr0000rb123456', allowed: 'A-Z 0-9' },
    ],
    ['IviReferenceId', '0f5a2c8e-7b1d-4e3a-9c6f-2d8b4a1e7c90', 'allowed'],
  ])('%s %j', (type, value, expected) => {
    expect(check(type, value)).toEqual(expected)
  })

  test('a reference that is no UUID of version 4 is told its form', () => {
    expect(check('IviReferenceId', '0f5a2c8e-7b1d-1e3a-9c6f-2d8b4a1e7c90')).toMatchObject({
      code: 'value-not-in-form',
    })
  })

  test('long lists of codes and long values are cut in the words', () => {
    const told = checkValue(valueType(catalogue, 'BodyworkCode'), 'Z'.repeat(100))?.args
    expect(told?.value).toHaveLength(60)
    expect(told?.codes).toMatch(/, …$/)
  })
})

describe('dates', () => {
  test.each([
    ['Date', '2024-02-29', 'allowed'],
    ['Date', '2024-02-29+01:00', 'allowed'],
    ['Date', '2023-02-29', { code: 'value-no-such-date', value: '2023-02-29' }],
    ['Date', '29.02.2024', { code: 'value-not-a-date', value: '29.02.2024' }],
    ['Date', '2024-2-9', { code: 'value-not-a-date', value: '2024-2-9' }],
    ['Date', '', { code: 'value-empty' }],
    ['DateTime', '2026-02-28T13:35:10.500+01:00', 'allowed'],
    ['DateTime', '2026-02-28T24:00:00Z', 'allowed'],
    ['DateTime', '2026-02-28T25:00:00Z', { code: 'value-no-such-date', value: '2026-02-28T25:00:00Z' }],
    ['DateTime', '2026-02-28 13:35', { code: 'value-not-a-date-time', value: '2026-02-28 13:35' }],
  ])('%s %j', (type, value, expected) => {
    expect(check(type, value)).toEqual(expected)
  })
})

test('the words name the limit', () => {
  const found = checkValue(valueType(catalogue, 'Integer5'), '100000')
  expect(text('en', `${found?.code}.explanation`, found?.args)).toBe('100000 is above 99999.')
  expect(text('de', `${found?.code}.explanation`, found?.args)).toBe('100000 liegt über 99999.')
})
