import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearest } from '../../../electron/cli/nearest.ts'

const verbs = ['check', 'catalogue', 'weigh', 'weighing', 'weights', 'sign', 'sign-off', 'status']

test.each([
  ['chekc', 'check'],
  ['catalog', 'catalogue'],
  ['weihing', 'weighing'],
  ['stat', 'status'],
  ['signoff', 'sign-off'],
  ['STATUS', 'status'],
  ['--satus', 'status'],
])('%s means %s', (typed, meant) => {
  expect(nearest(typed, verbs)).toBe(meant)
})

test('what is like no word means none', () => {
  for (const typed of ['', '--', 'frobnicate', 'xy']) expect(nearest(typed, verbs)).toBeUndefined()
})

test('a word means itself, and one with two letters swapped is still known', () => {
  fc.assert(
    fc.property(fc.constantFrom(...verbs), fc.nat(), (verb, seed) => {
      const at = seed % (verb.length - 1)
      const swapped = verb.slice(0, at) + verb[at + 1] + verb[at] + verb.slice(at + 2)
      expect(nearest(verb, verbs)).toBe(verb)
      expect(nearest(swapped, [verb])).toBe(verb)
    }),
  )
})
