import { expect, it } from 'vitest'
import { monthText, weekdayNames } from '../../../renderer/language/month-text.ts'

it('months and days of the week are called as the language calls them, Monday first', () => {
  expect(monthText('2026-03-01', 'en')).toBe('March 2026')
  expect(monthText('2026-03-01', 'de')).toBe('März 2026')
  expect(weekdayNames('de').map(({ short }) => short)).toEqual(['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'])
  expect(weekdayNames('en')[0]?.long).toBe('Monday')
})
