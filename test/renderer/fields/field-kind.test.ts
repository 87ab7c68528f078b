import { expect, it } from 'vitest'
import { catalogue } from '../../../renderer/fields/field-facts.ts'
import { fieldKind } from '../../../renderer/fields/field-kind.ts'

it('every type of the catalogue has a way to be entered', () => {
  const kinds = Object.values(catalogue.types).map((type) => fieldKind(type))
  expect(new Set(kinds)).toEqual(new Set(['indicator', 'code', 'number', 'date', 'text']))
})

it('a list of Y and N is an indicator, any other list a code', () => {
  expect(fieldKind({ name: 'Indicator', base: 'string', codes: ['Y', 'N'] })).toBe('indicator')
  expect(fieldKind({ name: 'Optional', base: 'string', codes: ['Y', 'N', 'O'] })).toBe('code')
})
