import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadCatalogue } from '../../../electron/ivi-xml/load-catalogue.ts'
import { applyProfile } from '../../../electron/mapping/apply-profile.ts'
import { matchColumns } from '../../../electron/mapping/match-columns.ts'
import { parseProfile } from '../../../electron/mapping/profiles.ts'

const catalogue = loadCatalogue()
const vin = 'ZZZFT35CHTX000101'
const tables = { body: { Ladebordwand: 'LBW', Werkzeugkasten: 'TOOLBOX' } }
const table = { as: 'code', table: 'body' }
const vinColumn = { headers: ['FIN'], to: 'vin', convert: { as: 'vin' } }

/** What a row with this cell says of its options; the last column has the header “Optionen”. */
function read(cell: string, column: object = { to: 'options' }) {
  const columns = [vinColumn, { headers: ['Optionen'], ...column }]
  const parsed = parseProfile(
    { id: 'list', version: 1, name: 'List', codeTables: tables, columns },
    catalogue,
  )
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem))
  const row = (number: number, texts: readonly string[]) => ({ row: number, texts, kinds: 'tt' })
  const matched = matchColumns(parsed.value, row(1, ['FIN', 'Optionen']))
  return applyProfile(parsed.value, catalogue, matched, row(2, [vin, cell]), { file: 'a.xlsx', sheet: 'A' })
}

test.each([
  ['LBW', ['LBW']],
  ['LBW; TOOLBOX', ['LBW', 'TOOLBOX']],
  ['LBW,TOOLBOX|FRIDGE', ['LBW', 'TOOLBOX', 'FRIDGE']],
  ['LBW\nTOOLBOX', ['LBW', 'TOOLBOX']],
  [' ; LBW ;; ', ['LBW']],
  [';', []],
])('a cell with “%s” is a list of options', (cell, options) => {
  expect(read(cell)).toMatchObject({ options, problems: [] })
})

test('an empty cell takes the options away; a sheet without the column says nothing of them', () => {
  expect(read('').options).toEqual([])
  expect(read('LBW', { to: 'ignore' }).options).toBeUndefined()
})

test('the office’s own words become ids by a table, each by itself', () => {
  const column = { to: 'options', convert: table }
  expect(read('Werkzeugkasten; Ladebordwand', column).options).toEqual(['TOOLBOX', 'LBW'])
})

test('one word that the table does not have leaves the vehicle’s options alone and is told with its cell', () => {
  const record = read('Ladebordwand; Kran', { to: 'options', convert: table })
  expect(record.options).toBeUndefined()
  expect(record.problems).toMatchObject([
    { args: { value: 'Kran', header: 'Optionen' }, where: { file: 'a.xlsx', row: 2, column: 'B', vin } },
  ])
})

test('options may be a part of a cell', () => {
  const split = { by: '/', into: [{ to: 'variant' }, { to: 'options', convert: table }] }
  expect(read('KIPPER/Werkzeugkasten', { to: 'split', split })).toMatchObject({
    variantId: 'KIPPER',
    options: ['TOOLBOX'],
  })
  expect(read('KIPPER', { to: 'split', split }).options).toBeUndefined()
})

test('any ids come back as they were written, in their order', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[A-Z0-9-]{1,8}$/), { minLength: 1 }), (ids) => {
      expect(read(ids.join('; ')).options).toEqual(ids)
    }),
  )
})
