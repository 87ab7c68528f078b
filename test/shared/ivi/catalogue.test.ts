import { expect, test } from 'vitest'
import catalogue from '../../../schemas/ivi/2.0/catalogue.json' with { type: 'json' }
import { type Catalogue, fieldIndex } from '../../../shared/ivi/catalogue.ts'

test('every field of IVI 2.0 is known by its schema path', () => {
  const index = fieldIndex(catalogue as unknown as Catalogue)
  expect(index.get('CocDataGroup/AxleTable/AxleGroup/AxleSpacing')?.type.base).toBe('int')
})
