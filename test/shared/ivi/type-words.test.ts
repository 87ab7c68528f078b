import { expect, test } from 'vitest'
import { valueType } from '../../../shared/ivi/catalogue.ts'
import { categoryNamed } from '../../../shared/ivi/category-named.ts'
import { typeWords } from '../../../shared/ivi/type-words.ts'
import { catalogue } from '../../electron/ivi-xml/messages.ts'

test.each([
  ['Integer5', 'en', 'whole number from 0 to 99999'],
  ['RimOffSet', 'en', 'number from -999.999 to 999.999, at most 3 decimals'],
  ['Text25', 'de', 'Text von höchstens 25 Zeichen'],
  ['VehicleIdentificationNumber', 'de', 'genau 17 Zeichen, [A-Z0-9]+'],
  ['Date', 'en', 'date, YYYY-MM-DD'],
] as const)('values of %s in %s are said to be: %s', (type, language, words) => {
  expect(typeWords(valueType(catalogue, type), language)).toBe(words)
})

test('every type of the release has words', () => {
  for (const type of Object.values(catalogue.types)) expect(typeWords(type, 'de'), type.name).toBeTruthy()
})

test.each([
  ['N2', 'N2'],
  ['n2gs', 'N2GS'],
  [' o4 ', 'O4'],
  ['l5e', 'L5e'],
  ['T4.1', 'T4.1'],
  ['N9', undefined],
  ['N', undefined],
  ['', undefined],
])('the category %j is taken as %s', (typed, category) => {
  expect(categoryNamed(catalogue, typed)).toBe(category)
})
