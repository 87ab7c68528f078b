import { expect, test } from 'vitest'
import { remember } from '../../shared/remember.ts'

test('a text is asked about once, whatever the answer', () => {
  const asked: string[] = []
  const length = remember((text) => {
    asked.push(text)
    return text === '' ? undefined : text.length
  })
  expect([length('abc'), length(''), length('abc'), length('')]).toEqual([3, undefined, 3, undefined])
  expect(asked).toEqual(['abc', ''])
})

test('after its most texts it begins anew and still answers right', () => {
  const twice = remember((text) => text + text, 3)
  const words = ['a', 'b', 'c', 'd', 'e', 'a']
  expect(words.map(twice)).toEqual(words.map((word) => word + word))
})
