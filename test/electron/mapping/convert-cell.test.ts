import fc from 'fast-check'
import { expect, test } from 'vitest'
import { convertCell } from '../../../electron/mapping/convert-cell.ts'
import { lexicalNumber } from '../../../electron/mapping/convert-number.ts'
import {
  type Converter,
  type MappingProfile,
  profileSchema,
} from '../../../electron/mapping/profile-schema.ts'
import { type Unit, unitNamed } from '../../../electron/mapping/units.ts'
import type { ValueType } from '../../../shared/ivi/catalogue.ts'
import type { CellKind } from '../../../shared/spreadsheet/cell.ts'

const profile: MappingProfile = profileSchema.parse({
  id: 'list',
  version: 1,
  name: 'List',
  numbers: { decimal: ',', group: '.' },
  dates: { form: 'dd.mm.yyyy' },
  codeTables: { bodies: { Koffer: 'BA03', 'Kipper  hinten': 'BA10' } },
  columns: [{ headers: ['FIN'], to: 'vin' }],
})
const kilograms: ValueType = { name: 'Integer6', base: 'int', minInclusive: '0', maxInclusive: '999999' }
const factor: ValueType = {
  name: 'Decimal52',
  base: 'decimal',
  totalDigits: 5,
  fractionDigits: 2,
  minInclusive: '0',
  maxInclusive: '999.99',
}

function convert(
  text: string,
  converter: Partial<Converter> & { as: Converter['as'] },
  more: { kind?: CellKind; type?: ValueType; unit?: Unit; profile?: MappingProfile } = {},
): string {
  const result = convertCell(
    { text, kind: more.kind ?? 'text', row: 7, column: 'F' },
    { upperCase: false, ...converter } as Converter,
    more.profile ?? profile,
    { type: more.type, unit: more.unit },
  )
  return result.ok ? result.value : `! ${result.problem.code}`
}

const mass = (text: string, more: { kind?: CellKind; unit?: 'kg' | 't' | 'g'; round?: number } = {}) =>
  convert(
    text,
    {
      as: 'number',
      ...(more.unit ? { unit: more.unit } : {}),
      ...(more.round === undefined ? {} : { round: more.round }),
    },
    { ...(more.kind ? { kind: more.kind } : {}), type: kilograms, unit: 'kg' },
  )

test('numbers follow the writing that the profile states, in text; a number cell needs no telling', () => {
  expect(mass('2.345')).toBe('2345')
  expect(mass('2.345,0')).toBe('2345')
  expect(mass('  +2345 ')).toBe('2345')
  expect(mass('00042')).toBe('42')
  expect(mass('2.345,5')).toBe('! cell-not-whole')
  expect(mass('2345.5', { kind: 'number' })).toBe('! cell-not-whole')
  expect(mass('2345', { kind: 'number' })).toBe('2345')
  for (const text of ['23.45', '2,345.5', '1.2345', '2345,', ',5', '1 000', 'n/a', '2345-', '1,000,0']) {
    expect(mass(text), text).toBe('! cell-no-number')
  }
  expect(mass('-5')).toBe('! value-too-small')
  expect(mass('1.000.000')).toBe('! value-too-big')
  expect(convert('3,956', { as: 'number' }, { type: factor })).toBe('! value-too-many-decimals')
})

test('a column may have a decimal sign of its own', () => {
  expect(convert('1,234.5', { as: 'number', decimal: '.' }, { type: factor })).toBe('! value-too-big')
  expect(convert('12.50', { as: 'number', decimal: '.' }, { type: factor })).toBe('12.5')
})

test('units are converted exactly, and rounded only where the profile says so', () => {
  expect(mass('2,345', { unit: 't' })).toBe('2345')
  expect(mass('2.3456', { unit: 't', kind: 'number' })).toBe('! cell-not-whole')
  expect(mass('2.3456', { unit: 't', kind: 'number', round: 0 })).toBe('2346')
  expect(mass('2.345', { unit: 'g' })).toBe('! cell-not-whole')
  const length = (text: string, unit: Unit) =>
    convert(text, { as: 'number', unit }, { kind: 'number', type: kilograms, unit: 'mm' })
  expect(length('6.2', 'm')).toBe('6200')
  expect(length('345', 'cm')).toBe('3450')
  expect(convert('3,95', { as: 'number', unit: 'm²' }, { type: kilograms, unit: 'cm²' })).toBe('39500')
  expect(convert('39.500', { as: 'number', unit: 'cm²' }, { type: factor, unit: 'm²' })).toBe('3.95')
})

test('a unit behind the number is taken where it is the expected one', () => {
  expect(mass('2.345 kg')).toBe('2345')
  expect(mass('7,5 to.', { unit: 't' })).toBe('7500')
  expect(mass('7,5 t')).toBe('! cell-other-unit')
  expect(mass('2345 lbs')).toBe('! cell-other-unit')
})

test('any number written with groups and decimals is read as the number it was', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
      fc.stringMatching(/^\d{0,6}$/),
      fc.constantFrom<MappingProfile['numbers']>(
        { decimal: ',', group: '.' },
        { decimal: '.', group: ',' },
        { decimal: ',', group: ' ' },
        { decimal: '.', group: "'" },
        { decimal: ',', group: '' },
      ),
      (whole, fraction, signs) => {
        const grouped = signs.group
          ? String(whole).replace(/\B(?=(\d{3})+(?!\d))/g, () => signs.group)
          : String(whole)
        const written = fraction ? `${grouped}${signs.decimal}${fraction}` : grouped
        expect(lexicalNumber(written, signs)).toBe(fraction ? `${whole}.${fraction}` : `${whole}`)
        expect(lexicalNumber(written.replaceAll(' ', '\u00a0'), signs)).toBe(lexicalNumber(written, signs))
      },
    ),
  )
})

test('no text becomes a number that is not written there', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), (text) => {
      const read = lexicalNumber(text, { decimal: ',', group: '.' })
      if (read !== undefined) expect(read).toMatch(/^[+-]?\d+(\.\d+)?$/)
    }),
  )
})

test('days are read in the form of the source alone, and only days of the calendar', () => {
  expect(convert('25.10.2026', { as: 'date' })).toBe('2026-10-25')
  expect(convert('1.2.2026', { as: 'date' })).toBe('2026-02-01')
  expect(convert('25.10.2026 00:00:00', { as: 'date' })).toBe('2026-10-25')
  expect(convert('10/25/2026', { as: 'date', form: 'mm/dd/yyyy' })).toBe('2026-10-25')
  expect(convert('20261025', { as: 'date', form: 'yyyymmdd' }, { kind: 'number' })).toBe('2026-10-25')
  expect(convert('25.10.26', { as: 'date', form: 'dd.mm.yy' })).toBe('2026-10-25')
  expect(convert('2026-10-25T14:30:00', { as: 'date' }, { kind: 'date' })).toBe('2026-10-25')
  for (const text of ['10/25/2026', '2026-10-25', '31.02.2026', '25.10.26', '46320', 'soon']) {
    expect(convert(text, { as: 'date' }), text).toBe('! cell-no-date')
  }
  expect(convert('46320', { as: 'date' }, { kind: 'number' })).toBe('! cell-no-date')
})

test('a VIN is cleaned of blanks and small letters and nothing else', () => {
  expect(convert(' zzzft35cht x000101 ', { as: 'vin' })).toBe('ZZZFT35CHTX000101')
  expect(convert('ZZZFT35CHTX00O101', { as: 'vin' })).toBe('! vin-characters')
  expect(convert('ZZZFT35CHTX00101', { as: 'vin' })).toBe('! vin-length')
})

test('what the spreadsheet made of a text by itself is refused, never repaired', () => {
  for (const as of ['text', 'vin', 'code', 'number'] as const) {
    expect(convert('2.19E+26', { as }, { kind: 'number' }), as).toBe('! cell-exponent')
    expect(convert('2,19E+26', { as }), as).toBe('! cell-exponent')
    expect(convert('2026-03-04', { as }, { kind: 'date' }), as).toBe('! cell-is-date')
    expect(convert('#N/A', { as }, { kind: 'error' }), as).toBe('! cell-error-value')
    expect(convert('', { as }, { kind: 'formula-without-result' }), as).toBe('! cell-formula-without-result')
  }
  expect(convert('219E01', { as: 'text' })).toBe('219E01')
  expect(convert('00042', { as: 'text' })).toBe('00042')
})

test('codes go through their table, whatever the case and the blanks; a code is as good as its word', () => {
  const body = (text: string) => convert(text, { as: 'code', table: 'bodies' })
  expect(body('koffer')).toBe('BA03')
  expect(body('Kipper hinten')).toBe('BA10')
  expect(body('ba10')).toBe('BA10')
  expect(body('Kran')).toBe('! cell-not-in-table')
  expect(convert('Blau', { as: 'code' })).toBe('Blau')
})

test('yes and no are read in the words of many lists', () => {
  const indicator = (text: string, kind: CellKind = 'text') => convert(text, { as: 'indicator' }, { kind })
  expect(['Ja', 'j', 'YES', 'x', 'oui', '1'].map((text) => indicator(text))).toEqual(Array(6).fill('Y'))
  expect(['Nein', 'n', 'No', '-', '0'].map((text) => indicator(text))).toEqual(Array(5).fill('N'))
  expect([indicator('TRUE', 'boolean'), indicator('FALSE', 'boolean'), indicator('1', 'number')]).toEqual([
    'Y',
    'N',
    'Y',
  ])
  expect(indicator('perhaps')).toBe('! cell-no-indicator')
})

test('a problem carries the value as the sheet has it, and a number also as it was read', () => {
  const result = convertCell(
    { text: ' 1.000.000 ', kind: 'text', row: 7, column: 'F' },
    { as: 'number' },
    profile,
    {
      type: kilograms,
      unit: 'kg',
    },
  )
  expect(result.ok === false && result.problem.args).toMatchObject({
    value: '1.000.000 (= 1000000)',
    max: '999999',
  })
})

test('units have many spellings', () => {
  expect(['KG', 'to', 'm2', 'qm', 'ltr.', 'min-1'].map(unitNamed)).toEqual([
    'kg',
    't',
    'm²',
    'm²',
    'l',
    '1/min',
  ])
})

test('a word that is no code is answered with the codes that begin like it', () => {
  const codes = ['C1a', 'C1b', 'L5e-A', 'M1', 'M2', 'N1', 'N2', 'N3', 'O1', 'O2', 'O3', 'O4', 'T1', 'T2']
  const type: ValueType = { name: 'VehicleCategoryCode', base: 'string', codes }
  const read = convertCell(
    { text: 'N9', kind: 'text', row: 7, column: 'F' },
    { as: 'code', words: true } as Converter,
    profile,
    { type, unit: undefined },
  )
  expect(read.ok ? '' : String(read.problem.args?.codes)).toMatch(/^N1, N2, N3, C1a, .*, …$/)
})
