import { afterEach, expect, test } from 'vitest'
import { readLanguage } from '../../shared/language/language-file.ts'
import { speakToo } from '../../shared/language/languages.ts'
import { text } from '../../shared/messages.ts'

afterEach(() => speakToo([]))

test('one is not many, in each language', () => {
  expect(text('en', 'cli.errors', { count: 1 })).toBe('1 error')
  expect(text('en', 'cli.errors', { count: 0 })).toBe('0 errors')
  expect(text('de', 'cli.findings', { count: 1 })).toBe('1 Befund')
  expect(text('de', 'cli.findings', { count: 2 })).toBe('2 Befunde')
})

test('an added language counts in its own forms, and in those of its base where it is silent', () => {
  const texts = {
    cli: {
      cli: { errors_one: '{{count}} błąd', errors_few: '{{count}} błędy', errors_other: '{{count}} błędów' },
    },
  }
  const read = readLanguage({ language: 'pl', name: 'Polski', texts })
  if (!read.ok) throw new Error(read.problem.code)
  speakToo([read.value.pack])
  const { language } = read.value.pack
  expect([1, 3, 5].map((count) => text(language, 'cli.errors', { count }))).toEqual([
    '1 błąd',
    '3 błędy',
    '5 błędów',
  ])
  expect(text(language, 'cli.findings', { count: 3 })).toBe('3 findings')
})

test('what is not there is undefined, counted or not', () => {
  expect(text('en', 'cli.nothing-of-the-kind')).toBeUndefined()
  expect(text('en', 'cli.nothing-of-the-kind', { count: 1 })).toBeUndefined()
})
