import fc from 'fast-check'
import { expect, it } from 'vitest'
import { pastedCells } from '../../../../../renderer/screens/vehicle/form/clipboard.ts'
import { readPasted } from '../../../../../renderer/screens/vehicle/form/read-pasted.ts'

it('reads rows and cells as Excel copies them', () => {
  expect(pastedCells('1\t2\r\n3\t4\r\n')).toEqual([
    ['1', '2'],
    ['3', '4'],
  ])
  expect(pastedCells('26000')).toEqual([['26000']])
})

it('a quoted cell may hold line ends, tabs and quotes; a quote within a text is a quote', () => {
  expect(pastedCells('"a\nb"\tc')).toEqual([['a\nb', 'c']])
  expect(pastedCells('"say ""so"""')).toEqual([['say "so"']])
  expect(pastedCells('3/4" pipe\tx')).toEqual([['3/4" pipe', 'x']])
  expect(pastedCells('"open')).toEqual([['"open']])
})

it('whatever a spreadsheet writes reads back cell for cell', () => {
  const cell = fc.string().map((text) => text.replace(/\r/g, ''))
  const write = (text: string) => (/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1 }), { minLength: 1 }), (rows) => {
      const text = rows.map((row) => row.map(write).join('\t')).join('\n')
      expect(pastedCells(`${text}\n`)).toEqual(rows)
    }),
  )
})

it.each([
  ['CocDataGroup/MassGroup/ActualMass', '13.810', 'de', '13810'],
  ['CocDataGroup/MassGroup/ActualMass', 'about 13', 'de', 'about 13'],
  ['CocDataGroup/DateManufactureVehicle', '16.04.2026', 'de', '2026-04-16'],
  ['CocDataGroup/PureElectricVehicleIndicator', 'nein', 'de', 'N'],
  ['CocDataGroup/StageOfCompletion', 'v', 'en', 'V'],
  ['CocDataGroup/Type', ' MB26 ', 'en', 'MB26'],
] as const)('a pasted cell becomes the value of its field: %s %s', (path, text, language, value) => {
  expect(readPasted(path, text, language)).toBe(value)
})
