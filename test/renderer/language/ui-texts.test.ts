import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { shippedLanguages } from '../../../shared/language/languages.ts'
import { textKeys } from '../../../shared/messages.ts'
import { statuses } from '../../../shared/record/status.ts'

const renderer = fileURLToPath(new URL('../../../renderer/', import.meta.url))
const sources = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => readFileSync(join(renderer, path), 'utf8'))

/** Keys that stand whole in the code, also as the two arms of a condition. */
const literal = new Set(
  sources.flatMap((source) =>
    [...source.matchAll(/\bt\(\s*([^`)]*?)[,)]/g)].flatMap((call) =>
      [...(call[1] ?? '').matchAll(/(?<!=== )'([a-z][\w.-]*)'/g)].map((key) => key[1] ?? ''),
    ),
  ),
)

it.each(shippedLanguages)('every word that the screens ask for exists in %s', (language) => {
  const known = new Set(textKeys(language))
  const missing = [...literal].filter((key) => !known.has(key) && !known.has(`${key}_other`))
  expect(literal.size).toBeGreaterThan(200)
  expect(missing).toEqual([])
})

it.each(shippedLanguages)('every state has its word and its line of comfort in %s', (language) => {
  const known = new Set(textKeys(language))
  for (const status of statuses) {
    expect(known).toContain(`status.${status}`)
    expect(known).toContain(`vehicle.fine.${status}`)
  }
})

it('both languages have the same words', () => {
  expect([...textKeys('de')].sort()).toEqual([...textKeys('en')].sort())
})
