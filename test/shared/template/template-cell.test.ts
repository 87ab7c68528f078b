import { expect, test } from 'vitest'
import { shippedReleases } from '../../../electron/ivi-xml/load-catalogue.ts'
import { cellForm, exampleText } from '../../../shared/template/template-cell.ts'
import { templateColumns } from '../../../shared/template/template-columns.ts'

const exampleOf = (category: string, target: string, language: 'en' | 'de'): string => {
  const columns = templateColumns({ category, stage: 'C', all: false, rows: {} }, shippedReleases.inUse)
  const column = columns.find((each) => each.target === target)
  if (!column) throw new Error(`no column for ${target}`)
  return exampleText(column, cellForm(column), { category, language })
}

test('the example of the vehicle category is one that the template is for', () => {
  const category = 'CocDataGroup/VehicleCategory'
  expect(exampleOf('M1', category, 'en')).toMatch(/^M1 – /)
  expect(exampleOf('O4', category, 'de')).toMatch(/^O4 – /)
  expect(exampleOf('L5e', category, 'en')).toMatch(/^L5e-A/)
})

test('an example stands as it is written into the cell', () => {
  expect(exampleOf('N2', 'CocDataGroup/DateManufactureVehicle', 'de')).toMatch(/^\d\d\.\d\d\.\d{4}$/)
  expect(exampleOf('N2', 'CocDataGroup/ProvisionalTypeApprovalIndicator', 'de')).toBe('Nein')
})
