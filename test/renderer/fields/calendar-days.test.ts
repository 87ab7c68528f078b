import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths, dayByKey, weeksAround } from '../../../renderer/fields/calendar-days.ts'
import { addDays, type IsoDate, parseIsoDate, utcDay } from '../../../shared/values/iso-date.ts'

const day = (text: string): IsoDate => parseIsoDate(text) ?? utcDay(new Date(0))
const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays(day('1990-01-01'), days))

describe('the days of a calendar', () => {
  it('a month stands in six weeks from Monday to Sunday', () => {
    const weeks = weeksAround(day('2026-11-22'))
    expect(weeks[0]).toEqual(
      ['10-26', '10-27', '10-28', '10-29', '10-30', '10-31', '11-01'].map((each) => `2026-${each}`),
    )
    fc.assert(
      fc.property(anyDay, (one) => {
        const all = weeksAround(one).flat()
        expect(all).toHaveLength(42)
        expect(all).toContain(one)
        expect(all).toContain(`${one.slice(0, 8)}01`)
        expect(new Date(`${all[0]}T00:00:00Z`).getUTCDay()).toBe(1)
      }),
    )
  })

  it('a month on is the same day, or the last one of a shorter month', () => {
    expect(addMonths(day('2026-01-31'), 1)).toBe('2026-02-28')
    expect(addMonths(day('2024-01-31'), 1)).toBe('2024-02-29')
    expect(addMonths(day('2026-01-15'), -1)).toBe('2025-12-15')
    expect(addMonths(day('2024-02-29'), 12)).toBe('2025-02-28')
  })

  it.each([
    ['ArrowLeft', false, '2026-11-17'],
    ['ArrowUp', false, '2026-11-11'],
    ['Home', false, '2026-11-16'],
    ['End', false, '2026-11-22'],
    ['PageDown', false, '2026-12-18'],
    ['PageUp', true, '2025-11-18'],
    ['x', false, undefined],
  ])('the key %s (shift: %s) leads from Wednesday the 18th to %s', (key, isShift, to) => {
    expect(dayByKey(day('2026-11-18'), key, isShift)).toBe(to)
  })
})
