import { expect, it } from 'vitest'
import { fieldLabel, fieldName, groups } from '../../../renderer/fields/field-facts.ts'

it('what holds a table is called like its table, never by the element of the schema', () => {
  expect(fieldLabel('CocDataGroup/ManufacturerTable', 'en')).toBe(
    fieldLabel('CocDataGroup/ManufacturerTable/ManufacturerGroup[1]', 'en'),
  )
  for (const group of groups.keys()) {
    const holder = group.slice(0, group.lastIndexOf('/'))
    for (const language of ['en', 'de'] as const)
      expect(fieldLabel(holder, language), holder).not.toMatch(/(Table|Group)$/)
  }
})

it('a field is named by its item and its label', () => {
  expect(fieldName('CocDataGroup/MassGroup/ActualMass', 'en')).toBe('13.2 Actual mass of this vehicle')
})
