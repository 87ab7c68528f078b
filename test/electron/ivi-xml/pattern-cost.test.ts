import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { patternCost } from '../../../electron/ivi-xml/pattern-cost.ts'

describe('what holding a value against a pattern may cost', () => {
  it('is little for the forms that codes and numbers have', () => {
    expect(patternCost('[A-Z0-9]+', 17)).toBe(17)
    expect(patternCost('[A-HJ-NPR-Z0-9]{17}', 17)).toBe(1)
    expect(patternCost('[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}', 36)).toBe(1)
    expect(patternCost('e\\d{1,2}\\*\\d{4}/\\d{1,4}', 50)).toBe(8)
    expect(patternCost('AB|CD|E?', 10)).toBe(4)
    expect(patternCost('', 10)).toBe(1)
  })

  it('is beyond every bound where what is repeated can itself be divided', () => {
    for (const pattern of ['(a+)+b', '(a|aa)+b', '(a*)*', '(a|a)*b', '((a{1,9})*)*', '([a-z]+,?)+'])
      expect(patternCost(pattern, 50)).toBeGreaterThan(1e9)
    expect(patternCost('a*a*a*a*a*b', 100)).toBeGreaterThan(1e9)
  })

  it('is unknown for what is no pattern, and for what JavaScript would understand otherwise', () => {
    for (const pattern of [
      '(a',
      'a)',
      '[a',
      'a**',
      'a+?',
      '(?:a)',
      '(?=a)',
      '^a$',
      'a{2',
      '[a-z-[aeiou]]',
      '*a',
      '\\',
    ])
      expect(patternCost(pattern, 50)).toBeUndefined()
  })

  it('is unknown for a pattern so long that reading it would be the trouble', () => {
    expect(patternCost('('.repeat(100_000), 50)).toBeUndefined()
    expect(patternCost('[0-9a-f]{8}'.repeat(50), 400)).toBe(1)
  })

  it('is never below the ways in which a matcher can go', () => {
    const piece = fc.tuple(
      fc.constantFrom('a', 'b', '[ab]', '(a|b)', '(ab)'),
      fc.constantFrom('', '*', '+', '?', '{2}', '{1,3}'),
    )
    const pattern = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.flat().join(''))
    fc.assert(
      fc.property(pattern, fc.constantFrom('', 'a', 'abab', 'aaaaaa'), (made, text) => {
        const cost = patternCost(made, text.length)
        return cost !== undefined && cost >= (new RegExp(`^(?:${made})$`, 'u').test(text) ? 1 : 0)
      }),
    )
  })
})
