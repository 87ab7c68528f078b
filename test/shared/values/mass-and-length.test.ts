import { expect, test } from 'vitest'
import { compare, formatDecimal, subtract } from '../../../shared/values/decimal.ts'
import { parseMillimetres } from '../../../shared/values/length.ts'
import { parseKilograms } from '../../../shared/values/mass.ts'

test('masses and lengths are read in the lexical form of the message alone', () => {
  const mass = parseKilograms('2345')
  expect(mass && formatDecimal(mass)).toBe('2345')
  for (const text of ['-1', '2.345,5', '2345 kg', '', undefined]) {
    expect(parseKilograms(text), text).toBeUndefined()
    expect(parseMillimetres(text), text).toBeUndefined()
  }
})

test('a difference of masses is a mass', () => {
  const [laden, running] = [parseKilograms('3500'), parseKilograms('2645.5')]
  if (!laden || !running) throw new Error('both are masses')
  expect(formatDecimal(subtract(laden, running))).toBe('854.5')
  expect(compare(laden, running)).toBe(1)
})
