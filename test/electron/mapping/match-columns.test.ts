import { expect, test } from 'vitest'
import { loadCatalogue } from '../../../electron/ivi-xml/load-catalogue.ts'
import { headerProblems, matchColumns, proposeHeaderRow } from '../../../electron/mapping/match-columns.ts'
import { parseProfile } from '../../../electron/mapping/profiles.ts'
import type { SheetRow } from '../../../shared/spreadsheet/cell.ts'

const catalogue = loadCatalogue()
const axle = (at: number) => `CocDataGroup/AxleTable/AxleGroup[${at}]/DistributionMassRunningOrderAxle`
const parsed = parseProfile(
  {
    id: 'list',
    version: 1,
    name: 'List',
    columns: [
      { headers: ['FIN', 'Fahrgestellnummer'], to: 'vin', convert: { as: 'vin' } },
      { headers: ['Auftrag'], to: 'order', required: true },
      { headers: ['Masse [kg]'], to: 'CocDataGroup/MassGroup/MassInRunningOrder', convert: { as: 'number' } },
      { headers: ['Länge'], to: 'CocDataGroup/DimensionGroup/Length', convert: { as: 'number', unit: 'm' } },
      { headers: ['Achslast (1)'], to: axle(1) },
      { headers: ['Achslast (2)'], to: axle(2) },
    ],
  },
  catalogue,
)
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem))
const profile = parsed.value

function row(number: number, texts: readonly string[]): SheetRow {
  return { row: number, texts, kinds: texts.map((text) => (text === '' ? '-' : 't')).join('') }
}

function targets(headers: readonly string[]): readonly string[] {
  return matchColumns(profile, row(1, headers)).map(({ column }) => column?.to ?? '?')
}

function codes(headers: readonly string[]): readonly string[] {
  return headerProblems(profile, matchColumns(profile, row(1, headers))).map(({ code }) => code)
}

test('headers are known in any case, with line breaks, marks and units', () => {
  expect(targets([' fin ', 'AUFTRAG*:', 'Masse\n(kg)', 'Länge [mm]', 'MASSE', 'Farbe'])).toEqual([
    'vin',
    'order',
    'CocDataGroup/MassGroup/MassInRunningOrder',
    'CocDataGroup/DimensionGroup/Length',
    'CocDataGroup/MassGroup/MassInRunningOrder',
    '?',
  ])
})

test('what stands in brackets and is no unit tells columns apart', () => {
  expect(targets(['Achslast (1)', 'Achslast (2)', 'Achslast (3)', 'Achslast', 'Masse (voll)'])).toEqual([
    axle(1),
    axle(2),
    '?',
    '?',
    '?',
  ])
})

test('columns keep their letters, also beyond gaps and Z', () => {
  const headers = [...Array<string>(27).fill(''), 'FIN']
  expect(matchColumns(profile, row(1, headers))).toMatchObject([{ index: 27, letter: 'AB', header: 'FIN' }])
})

test('a missing, doubled or differently measured column stops the file before a row is taken', () => {
  expect(codes(['FIN', 'Auftrag'])).toEqual([])
  expect(codes(['Auftrag'])).toEqual(['header-missing'])
  expect(codes(['FIN'])).toEqual(['header-missing'])
  expect(codes(['FIN', 'Fahrgestellnummer', 'Auftrag'])).toEqual(['header-twice'])
  expect(codes(['FIN', 'Auftrag', 'Masse [t]'])).toEqual(['header-other-unit'])
  expect(codes(['FIN', 'Auftrag', 'Länge [mm]'])).toEqual(['header-other-unit'])
  expect(codes(['FIN', 'Auftrag', 'Länge [m]', 'Masse [KG]'])).toEqual([])
  const [twice] = headerProblems(profile, matchColumns(profile, row(1, ['FIN', 'Auftrag', 'fin'])))
  expect(twice).toMatchObject({ args: { first: 'A', second: 'C' } })
})

test('the header row is found under titles, and never taken from a row without the VIN', () => {
  const rows = [
    row(1, ['Auslieferungen', '', 'Masse']),
    row(2, ['Auftrag', 'Masse [kg]', 'Länge']),
    row(4, ['Pos', 'FIN', 'Auftrag', 'Masse [kg]']),
    row(5, ['1', 'FIN']),
  ]
  expect(proposeHeaderRow(profile, rows)?.row).toBe(4)
  expect(proposeHeaderRow(profile, rows.slice(0, 2))).toBeUndefined()
  const stated = { ...profile, source: { headerRow: 5 } }
  expect(proposeHeaderRow(stated, rows)?.row).toBe(5)
})
