import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, dayOfXml, daysBetween, isoDate, parseIsoDate } from '../../../shared/values/iso-date.ts'

test('only days of the calendar are dates', () => {
  expect(parseIsoDate('2026-02-28')).toBe('2026-02-28')
  expect(parseIsoDate('2028-02-29')).toBe('2028-02-29')
  for (const text of [
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '26-01-01',
    '2026-01-01T00:00',
    '',
  ]) {
    expect(parseIsoDate(text), text).toBeUndefined()
  }
  expect(isoDate(26, 1, 1)).toBe('0026-01-01')
})

test('the day of a message value is read without its time zone', () => {
  expect(dayOfXml('2026-03-01')).toBe('2026-03-01')
  expect(dayOfXml('2026-03-01+01:00')).toBe('2026-03-01')
  expect(dayOfXml('2026-03-01T08:09:10.123Z')).toBe('2026-03-01')
  expect(dayOfXml('01.03.2026')).toBeUndefined()
})

test('days between two dates are days added to the first', () => {
  const day = fc
    .date({ min: new Date('1980-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((date) => isoDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()))
  fc.assert(
    fc.property(day, fc.integer({ min: -4000, max: 4000 }), (from, days) => {
      if (!from) throw new Error('every day of the generator is one')
      expect(daysBetween(from, addDays(from, days))).toBe(days)
    }),
  )
})
