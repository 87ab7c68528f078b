import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseVin } from '../../../shared/values/vin.ts'

test('a VIN has 17 characters of ISO 3779', () => {
  expect(parseVin('ZZZFT35CHTX000101')).toEqual({ ok: true, value: 'ZZZFT35CHTX000101' })
})

test('a VIN of another length says how long it is', () => {
  const short = parseVin('ZZZFT35CHTX00010')
  expect(short.ok === false && short.problem).toMatchObject({ code: 'vin-length', args: { length: 16 } })
})

test('the letters I, O and Q, small letters and blanks are named', () => {
  const wrong = parseVin('ZZZFT35CHTX0OO1I1')
  expect(wrong.ok === false && wrong.problem).toMatchObject({
    code: 'vin-characters',
    args: { characters: 'O I' },
  })
  expect(parseVin('zzzFT35CHTX000101').ok).toBe(false)
  expect(parseVin('ZZZFT35CHTX0001 1').ok).toBe(false)
})

test('no text makes the parser throw or pass something that is no VIN', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
      const parsed = parseVin(text)
      expect(parsed.ok).toBe(/^[A-HJ-NPR-Z0-9]{17}$/.test(text))
    }),
  )
})
