import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readNumber, showNumber } from '../../../renderer/language/number-text.ts'

describe('numbers in the language of the screen', () => {
  it.each([
    ['26000', 'en', '26,000'],
    ['26000', 'de', '26.000'],
    ['2645', 'en', '2645'],
    ['2645.50', 'de', '2645,50'],
    ['-120.5', 'de', '-120,5'],
    ['1234567.125', 'en', '1,234,567.125'],
  ] as const)('%s is shown in %s as %s, digit for digit', (lexical, language, shown) => {
    expect(showNumber(lexical, language)).toBe(shown)
  })

  it('what is no number is shown as it was typed', () => {
    expect(showNumber('12x', 'en')).toBe('12x')
  })

  it.each([
    ['2.645', 'de', '2645'],
    ['2.645', 'en', '2.645'],
    ['2,645', 'en', '2645'],
    ['2,645', 'de', '2.645'],
    ['26.000,50', 'de', '26000.50'],
    ['12,5', 'en', '12.5'],
    ['12.5', 'de', '12.5'],
    [' 13 810 ', 'en', '13810'],
    ['+7', 'en', '7'],
    ['007', 'de', '7'],
    ['.5', 'en', '0.5'],
    ['12,', 'de', '12'],
    ['−3', 'en', '-3'],
  ] as const)('%s typed in %s means %s', (typed, language, lexical) => {
    expect(readNumber(typed, language)).toBe(lexical)
  })

  it.each(['', 'abc', '1.2.3', '1,2,3', '12 kg', '1e5'])('%s is no number', (typed) => {
    expect(readNumber(typed, 'en')).toBeUndefined()
  })

  it('whatever is shown reads back as the same number, in both languages', () => {
    const number = fc
      .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.stringMatching(/^\d{0,6}$/))
      .map(([negative, whole, fraction]) => `${negative ? '-' : ''}${whole}${fraction ? `.${fraction}` : ''}`)
    fc.assert(
      fc.property(number, fc.constantFrom('en' as const, 'de' as const), (lexical, language) => {
        // 2.645 typed in German is 2645; a decimal with exactly three digits is shown with a comma there.
        expect(readNumber(showNumber(lexical, language), language)).toBe(lexical)
        expect(readNumber(showNumber(lexical, language, false), language)).toBe(lexical)
      }),
    )
  })
})
