import { expect, test } from 'vitest'
import { loadCatalogue } from '../../../electron/ivi-xml/load-catalogue.ts'
import { applyProfile } from '../../../electron/mapping/apply-profile.ts'
import { matchColumns } from '../../../electron/mapping/match-columns.ts'
import { parseProfile } from '../../../electron/mapping/profiles.ts'
import type { SheetRow } from '../../../shared/spreadsheet/cell.ts'

const catalogue = loadCatalogue()
const mass = 'CocDataGroup/MassGroup/MassInRunningOrder'
const axle = (at: number) => `CocDataGroup/AxleTable/AxleGroup[${at}]/DistributionMassRunningOrderAxle`
const parsed = parseProfile(
  {
    id: 'list',
    version: 1,
    name: 'List',
    numbers: { decimal: ',', group: '.' },
    columns: [
      { headers: ['FIN'], to: 'vin', convert: { as: 'vin' } },
      { headers: ['Auftrag'], to: 'order', required: true },
      { headers: ['Aufbau'], to: 'variant', default: 'STANDARD' },
      { headers: ['Masse'], to: mass, convert: { as: 'number', unit: 'kg' } },
      { headers: ['Gewogen'], to: `measured:${mass}`, convert: { as: 'number', unit: 'kg' } },
      {
        headers: ['Achsen'],
        to: 'split',
        split: {
          by: '/',
          into: [
            { to: axle(1), convert: { as: 'number' } },
            { to: axle(2), convert: { as: 'number' } },
          ],
        },
      },
      { headers: ['Notiz'], to: 'ignore' },
    ],
    constants: { 'CocDataGroup/StageOfCompletion': 'V' },
  },
  catalogue,
)
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem))
const profile = parsed.value
const headers = ['Auftrag', 'FIN', 'Aufbau', 'Masse', 'Gewogen', 'Achsen', 'Notiz']

function row(number: number, texts: readonly string[]): SheetRow {
  return { row: number, texts, kinds: texts.map((text) => (text === '' ? '-' : 't')).join('') }
}

function apply(texts: readonly string[], sheet = 'Liste') {
  const columns = matchColumns(profile, row(3, headers))
  return applyProfile(profile, catalogue, columns, row(7, texts), { file: 'list.xlsx', sheet })
}

const vin = 'ZZZFT35CHTX000101'

test('a row becomes a record, each value with the cell that it came from', () => {
  const record = apply(['0042', vin, 'KIPPER', '2.345', '2.360 kg', '1.250/ 1.095', 'x'])
  const source = (cell: string) => ({ kind: 'file', file: 'list.xlsx', sheet: 'Liste', cell })
  expect(record).toEqual({
    row: 7,
    vin,
    order: '0042',
    variantId: 'KIPPER',
    nap: '',
    file: {
      'CocDataGroup/StageOfCompletion': {
        value: 'V',
        source: { kind: 'file', file: 'list.xlsx', cell: 'list' },
      },
      [mass]: { value: '2345', source: source('D7') },
      [axle(1)]: { value: '1250', source: source('F7') },
      [axle(2)]: { value: '1095', source: source('F7') },
    },
    measured: { [mass]: { value: '2360', source: { kind: 'measured', slip: 'list.xlsx', cell: 'E7' } } },
    problems: [],
  })
})

test('a bad cell names file, sheet, row, column, value and field, and holds up nothing else', () => {
  const record = apply(['0042', vin, '', 'schwer', '', '1250', ''])
  expect(record.variantId).toBe('STANDARD')
  expect(record.vin).toBe(vin)
  expect(record.file[mass]).toBeUndefined()
  expect(record.problems[0]).toEqual({
    code: 'cell-no-number',
    args: { header: 'Masse', value: 'schwer', decimal: ',' },
    where: { file: 'list.xlsx', sheet: 'Liste', row: 7, column: 'D', path: mass, vin },
    batchGoesOn: true,
  })
  expect(record.problems.slice(1).map(({ code, where }) => [code, where?.path])).toEqual([
    ['cell-not-split', axle(1)],
    ['cell-not-split', axle(2)],
  ])
})

test('a row whose VIN cannot be read makes no record', () => {
  for (const [text, code] of [
    ['ZZZFT35CHTX00101', 'vin-length'],
    ['', 'cell-missing'],
  ] as const) {
    const record = apply(['0042', text])
    expect(record.vin).toBe('')
    expect(record.problems).toMatchObject([{ code, where: { row: 7, column: 'B' } }])
  }
})

test('a required cell that is empty is told, and the vehicle is there', () => {
  const record = apply(['', vin])
  expect(record).toMatchObject({
    vin,
    order: '',
    problems: [{ code: 'cell-missing', args: { header: 'Auftrag' } }],
  })
})

test('in a text file a row with too many cells is refused, since its cells have moved', () => {
  const moved = ['0042', vin, 'KIPPER', '2', '345', '2360', '1/2', 'x']
  expect(apply(moved, '')).toMatchObject({
    vin: '',
    problems: [{ code: 'row-longer-than-headers', args: { cells: 8, headers: 7 }, where: { row: 7 } }],
  })
  expect(apply(moved).vin).toBe(vin)
})

test('a value that the field does not take says what the field takes', () => {
  const record = apply(['0042', vin, '', '1.000.000'])
  expect(record.problems).toMatchObject([
    { code: 'value-too-big', args: { header: 'Masse', value: '1.000.000 (= 1000000)', max: '999999' } },
  ])
})
