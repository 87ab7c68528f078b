import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDay, showDay, showMoment } from '../../../renderer/language/date-text.ts'

describe('days in the language of the screen', () => {
  it('shows months as words in English, where 03/04 is read both ways', () => {
    expect(showDay('2026-04-03', 'en')).toBe('03 Apr 2026')
    expect(showDay('2026-04-03', 'de')).toBe('03.04.2026')
  })

  it.each([
    ['2026-07-16', '2026-07-16'],
    ['16.7.2026', '2026-07-16'],
    ['16.07.26', '2026-07-16'],
    ['16/07/2026', '2026-07-16'],
    ['16 Jul 2026', '2026-07-16'],
    ['16. Juli 2026', '2026-07-16'],
    ['3 März 2026', '2026-03-03'],
    ['1 Dez 2026', '2026-12-01'],
  ])('%s is %s', (typed, day) => {
    expect(readDay(typed)).toBe(day)
  })

  it.each(['31.02.2026', '2026-13-01', 'tomorrow', '16.7.', ''])('%s is no day', (typed) => {
    expect(readDay(typed)).toBeUndefined()
  })

  it('a moment is told to the second, by the clock of the place', () => {
    expect(showMoment('2026-04-03T08:05:09.250', 'en')).toBe('03 Apr 2026, 08:05:09')
    expect(showMoment('2026-04-03T08:05:09.250', 'de')).toBe('03.04.2026, 08:05:09')
    expect(showMoment('soon', 'en')).toBe('soon')
  })

  it('what is no day is shown as it was typed', () => {
    expect(showDay('soon', 'de')).toBe('soon')
  })

  it('every day that is shown reads back, in both languages', () => {
    const day = fc
      .date({ min: new Date('1970-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    fc.assert(
      fc.property(day, (lexical) => {
        expect(readDay(showDay(lexical, 'en'))).toBe(lexical)
        expect(readDay(showDay(lexical, 'de'))).toBe(lexical)
      }),
    )
  })
})
