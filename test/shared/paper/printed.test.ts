import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import catalogueJson from '../../../schemas/ivi/2.0/catalogue.json' with { type: 'json' }
import { type Catalogue, fieldIndex } from '../../../shared/ivi/catalogue.ts'
import { checkValue } from '../../../shared/ivi/check-value.ts'
import { unitOf } from '../../../shared/ivi/facts.ts'
import { readableScan } from '../../../shared/paper/item-text.ts'
import { printedDays } from '../../../shared/paper/printed-day.ts'
import { printedField } from '../../../shared/paper/printed-field.ts'
import { numbersByRow, printedNumbers } from '../../../shared/paper/printed-number.ts'
import { readText } from '../../../shared/paper/read-printed.ts'
import type { TextPiece } from '../../../shared/paper/scan.ts'
import { suggestionsFor } from '../../../shared/paper/suggest.ts'

const catalogue = catalogueJson as unknown as Catalogue
const groups = [' ', '\u00a0', '\u202f', '.', ',', "'", '’'] as const

function grouped(whole: string, mark: string): string {
  return whole.replace(/\B(?=(\d{3})+$)/g, mark)
}

describe('a number as it is printed', () => {
  test('is read in every usual form, whatever groups its digits', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99_999_999 }),
        fc.option(fc.stringMatching(/^\d{1,2}$/)),
        fc.constantFrom(...groups),
        (whole, fraction, mark) => {
          const point = mark === ',' ? '.' : mark === '.' ? ',' : fc.sample(fc.constantFrom('.', ','), 1)[0]
          const printed = grouped(String(whole), mark) + (fraction === null ? '' : point + fraction)
          const lexical = fraction === null ? String(whole) : `${whole}.${fraction}`
          const [number, another] = printedNumbers(`Mass: ${printed} kg`)
          expect(another).toBeUndefined()
          expect(number).toMatchObject({ text: printed, unit: 'kg' })
          expect(number?.lexical).toContain(lexical)
        },
      ),
    )
  })

  test('has two readings where a mark may group or divide, and one where it cannot', () => {
    const readings = (text: string) => printedNumbers(text).map(({ lexical }) => lexical)
    expect(readings('2.540')).toEqual([['2540', '2.540']])
    expect(readings('2,540')).toEqual([['2540', '2.540']])
    expect(readings('0,540')).toEqual([['0.540']])
    expect(readings('12,5')).toEqual([['12.5']])
    expect(readings('1.234,5')).toEqual([['1234.5']])
    expect(readings('1,234.5')).toEqual([['1234.5']])
    expect(readings('1.234.567')).toEqual([['1234567']])
  })

  test('footnotes, running numbers, parts of words and approvals are none', () => {
    expect(printedNumbers('see note (4)')).toEqual([])
    expect(printedNumbers('NO2 and R155')).toEqual([])
    expect(printedNumbers('1. 4 480 kg').map(({ text }) => text)).toEqual(['4 480'])
  })

  test('rows are told apart by their running numbers', () => {
    const rows = numbersByRow('1. 4 480 kg  2. 8 200 kg')
    expect([...rows].map(([row, numbers]) => [row, numbers.map(({ text }) => text)])).toEqual([
      [1, ['4 480']],
      [2, ['8 200']],
    ])
    expect(numbersByRow('4 480 kg').size).toBe(0)
  })
})

describe('a day as it is printed', () => {
  test.each(['en-GB', 'de-DE', 'fr-FR', 'nl-NL', 'es-ES', 'it-IT', 'pl-PL', 'cs-CZ'])(
    'is read in words of %s',
    (language) => {
      const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
      for (let month = 0; month < 12; month += 1) {
        const printed = format.format(Date.UTC(2026, month, 16))
        const day = `2026-${String(month + 1).padStart(2, '0')}-16`
        expect([printed, printedDays(printed)[0]?.day]).toEqual([printed, day])
      }
    },
  )

  test('comes day first, and none that the calendar lacks', () => {
    expect(printedDays('03.04.2026, 31/12/2025 and 2026-02-28').map(({ day }) => day)).toEqual([
      '2026-04-03',
      '2025-12-31',
      '2026-02-28',
    ])
    expect(printedDays('31.02.2026')).toEqual([])
  })
})

test('whatever stands on a page, what can be taken is valid and what cannot says why', () => {
  const paths = [...fieldIndex(catalogue).keys()]
  const scrap = fc.oneof(
    fc.constantFrom(
      '0.2.',
      '13.',
      '16.1.',
      '4.',
      'Type:',
      'Mass in running order:',
      'kg',
      'mm',
      '2.540',
      ':',
      '1.',
    ),
    fc.string({ maxLength: 20 }),
    fc.integer({ min: -10, max: 100_000 }).map(String),
  )
  const fraction = fc.double({ min: 0, max: 1, noNaN: true })
  const piece: fc.Arbitrary<TextPiece> = fc.record({
    text: fc.array(scrap, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(' ')),
    x: fraction,
    y: fraction,
    width: fraction,
    height: fc.double({ min: 0.001, max: 0.05, noNaN: true }),
  })
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), fc.constantFrom(...paths), (pieces, path) => {
      const scan = readableScan({ name: 'a', sha256: 'a' }, [{ width: 595, height: 842, pieces }])
      for (const { value, problem, printed, page } of suggestionsFor(path, [scan], catalogue)) {
        const type = fieldIndex(catalogue).get(path)?.type
        expect(printed).not.toBe('')
        expect(page).toBe(1)
        if (value === undefined) expect(problem).toBeDefined()
        else if (type) expect(checkValue(type, value)).toBeUndefined()
      }
    }),
    { numRuns: 300 },
  )
})

test('every numeric field reads its own printed form back, in its own unit', () => {
  for (const { path, type } of fieldIndex(catalogue).values()) {
    if (type.codes || type.base === 'string' || type.base === 'date' || type.base === 'dateTime') continue
    const unit = unitOf(path)
    const [number] = printedNumbers(`: 12 ${unit}`)
    expect([path, number?.text, number?.unit]).toEqual([path, '12', unit === '' ? undefined : unit])
  }
})

test('codes are read by letters and words, yes and no in many languages', () => {
  const read = (path: string, text: string) => {
    const field = printedField(`CocDataGroup/${path}`, catalogue)
    const reading = field && readText(field, text)
    return reading?.kind === 'value' ? reading.value : reading?.problem.code
  }
  expect(read('VehicleCategory', 'N2')).toBe('N2')
  expect(read('VehicleCategory', 'lorry')).toBe('value-not-a-code')
  for (const yes of ['yes', 'Ja', 'oui', 'tak', 'JA / nein'])
    expect(read('PureElectricVehicleIndicator', yes)).toBe('Y')
  expect(read('PureElectricVehicleIndicator', 'nein')).toBe('N')
  expect(read('PureElectricVehicleIndicator', 'perhaps')).toBe('value-not-a-code')
})
