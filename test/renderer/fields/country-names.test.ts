import { expect, it } from 'vitest'
import { countryNames } from '../../../renderer/fields/country-names.ts'

it('countries are offered by their names in the language, each once and in its order', () => {
  expect(countryNames('de')).toContain('Österreich')
  expect(countryNames('en')).toContain('Austria')
  const names = countryNames('de')
  expect(new Set(names).size).toBe(names.length)
  expect(names.indexOf('Österreich')).toBeLessThan(names.indexOf('Polen'))
})
