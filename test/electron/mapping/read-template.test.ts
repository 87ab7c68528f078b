import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadCatalogue } from '../../../electron/ivi-xml/load-catalogue.ts'
import { applyProfile } from '../../../electron/mapping/apply-profile.ts'
import { headerProblems } from '../../../electron/mapping/match-columns.ts'
import { readTemplate } from '../../../electron/mapping/read-template.ts'
import { makeTemplate } from '../../../electron/pipeline/template.ts'
import { type Language, shippedLanguages } from '../../../shared/language/languages.ts'
import { cellForm, listEntry } from '../../../shared/template/template-cell.ts'
import type { TemplateColumn } from '../../../shared/template/template-columns.ts'
import { templateColumns } from '../../../shared/template/template-columns.ts'
import { templateHeader } from '../../../shared/template/template-header.ts'
import { validValue } from '../../arbitraries/ivi-value.ts'
import { fillRows, type OpenTemplate, openTemplate } from '../../fixtures/fill-template.ts'
import { readAll } from '../../fixtures/read-all.ts'

const catalogue = loadCatalogue()
const [first, second] = ['ZZBFC35A0T1000101', 'ZZBFC35A0T1000102'] as const
const length = 'CocDataGroup/DimensionGroup/Length'
const width = 'CocDataGroup/DimensionGroup/Width'

async function aTemplate(language: Language = 'en', wish = { category: 'N2', stage: 'V', all: false }) {
  const made = await makeTemplate({ ...wish, rows: {} }, language, catalogue)
  if (!made.ok) throw new Error(made.problem.code)
  return openTemplate(made.value.bytes)
}

async function readBack(template: OpenTemplate) {
  const { rows } = await readAll({ name: 'filled.xlsx', bytes: await template.bytes() })
  return readTemplate(rows, catalogue, 'filled.xlsx')
}

/** A valid value and how a person enters it. */
type Entry = readonly [entered: string | number | Date, value: string]

/** A cell holds a number of up to fifteen digits, and text without blanks at its ends. */
function entryOf(column: TemplateColumn, language: Language): fc.Arbitrary<Entry> {
  const { field } = column
  const form = cellForm(column)
  if (!field) return fc.stringMatching(/^[A-Za-z0-9-]{1,12}$/).map((text) => [text, text] as const)
  const { type } = field
  switch (form.kind) {
    case 'code':
    case 'indicator':
      return fc
        .tuple(fc.constantFrom(...(form.type.codes ?? [])), fc.boolean())
        .map(([code, bare]) => [bare ? code : listEntry(form, code, language), code] as const)
    case 'whole':
    case 'decimal':
      return validValue(type).map((text) => {
        const number = Number(text)
        return [number, shortest(text)] as const
      })
    case 'date':
      return validValue(type).map((text) => {
        const day = text.slice(0, 10)
        return [new Date(`${day}T00:00:00Z`), day] as const
      })
    default:
      return validValue(type)
        .map((text) => text.replace(/\s+/gu, ' ').trim())
        .filter(
          (text) => text.length >= (type.minLength ?? 0) && text !== '' && !looksLikeNumberOfASheet(text),
        )
        .map((text) => [text, text] as const)
  }
}

/** `1E+10` in a text cell is what a spreadsheet made of `1E10`: it is refused, so no valid value is like that. */
const looksLikeNumberOfASheet = (text: string): boolean => /^[+-]?\d(?:[.,]\d+)?E[+-]?\d{1,3}$/i.test(text)

const shortest = (text: string): string => {
  const [sign = '', whole = '0', fraction = ''] = /^(-?)0*(\d*)(?:\.(\d*?)0*)?$/.exec(text)?.slice(1) ?? []
  const digits = `${whole || '0'}${fraction ? `.${fraction}` : ''}`
  return digits === '0' ? '0' : sign + digits
}

test.each(shippedLanguages)('any valid values of its columns come back as they are: %s', async (language) => {
  const wish = { category: 'N3', stage: 'V', all: true }
  const columns = templateColumns({ ...wish, rows: {} }, catalogue).filter(({ target }) => target !== 'vin')
  const template = await aTemplate(language, wish)
  const entries = fc.record(
    Object.fromEntries(columns.map((column) => [column.target, entryOf(column, language)])),
    { requiredKeys: [] },
  )
  const vehicles = fc.sample(entries, { numRuns: 25, seed: 20_261_122 })
  const vinOf = (at: number) => `ZZBFC35A0T1${String(at).padStart(6, '0')}`
  fillRows(
    template,
    vehicles.map((vehicle, at) => ({
      vin: vinOf(at),
      ...Object.fromEntries(Object.entries(vehicle).map(([target, entry]) => [target, entry?.[0] ?? null])),
    })),
  )
  const { rows } = await readAll({ name: 'filled.xlsx', bytes: await template.bytes() })
  const read = readTemplate(rows, catalogue, 'filled.xlsx')
  if (!read.ok) throw new Error(read.problem.code)
  const { profile, columns: matched, header } = read.value
  expect(headerProblems(profile, matched)).toEqual([])
  const below = rows.filter(({ row }) => row > header.row)
  expect(below).toHaveLength(vehicles.length)
  const records = { order: 'order', variantId: 'variant' } as const
  for (const [at, row] of below.entries()) {
    const mapped = applyProfile(profile, catalogue, matched, row, { file: 'filled.xlsx', sheet: 'Vehicles' })
    expect(mapped.problems).toEqual([])
    expect(mapped.vin).toBe(vinOf(at))
    const vehicle = vehicles[at] ?? {}
    for (const [ours, target] of Object.entries(records))
      expect(mapped[ours as keyof typeof records]).toBe(vehicle[target]?.[1] ?? '')
    const said = Object.fromEntries(Object.entries(mapped.file).map(([path, { value }]) => [path, value]))
    const wanted = Object.fromEntries(
      Object.entries(vehicle).flatMap(([target, entry]) =>
        entry && target.includes('/') ? [[target, entry[1]] as const] : [],
      ),
    )
    expect(said).toEqual({
      'CocDataGroup/StageOfCompletion': 'V',
      'CocDataGroup/VehicleCategory': 'N3',
      ...wanted,
    })
  }
})

describe('a template that cannot be trusted is refused in words', () => {
  async function refusal(change: (template: OpenTemplate) => void) {
    const template = await aTemplate()
    fillRows(template, [{ vin: first, [length]: 6995 }])
    change(template)
    const read = await readBack(template)
    if (!read.ok) return read.problem
    return headerProblems(read.value.profile, read.value.columns)[0] ?? 'read'
  }
  const key = ({ sheet, column }: OpenTemplate, target: string) => sheet.getCell(1, column(target))

  test('without its hidden row', async () => {
    expect(await refusal(({ sheet }) => sheet.spliceRows(1, 1))).toMatchObject({ code: 'template-damaged' })
  })

  test('with a key that names nothing, unless the header says what it was', async () => {
    const change = (header: boolean) => (template: OpenTemplate) => {
      const { sheet, column, headerRow } = template
      if (header) sheet.getCell(headerRow, column(length)).value = 'Länge'
      key(template, length).value = 'bodymark 2.0 CocDataGroup/Longness'
    }
    expect(await refusal(change(true))).toMatchObject({
      code: 'template-column-damaged',
      args: { header: 'Länge', key: 'CocDataGroup/Longness' },
    })
    expect(await refusal(change(false))).toBe('read')
  })

  test('with a header that is another field’s', async () => {
    const change = ({ sheet, column, headerRow }: OpenTemplate) => {
      sheet.getCell(headerRow, column(length)).value = templateHeader(width, 'en')
    }
    expect(await refusal(change)).toMatchObject({
      code: 'template-column-contradiction',
      args: { header: '6 · Width [mm]', meant: '5 · Length [mm]' },
    })
  })

  test('with two columns for one field', async () => {
    const change = (template: OpenTemplate) => {
      key(template, width).value = key(template, length).value
      const { sheet, column, headerRow } = template
      sheet.getCell(headerRow, column(length) + 1).value = 'Length again'
    }
    expect(await refusal(change)).toMatchObject({ code: 'header-twice' })
  })

  test('of another release', async () => {
    const change = ({ sheet, targets }: OpenTemplate) => {
      for (let at = 1; at <= targets().length; at += 1) {
        const cell = sheet.getCell(1, at)
        cell.value = String(cell.value).replace('bodymark 2.0', 'bodymark 3.1')
      }
    }
    expect(await refusal(change)).toMatchObject({
      code: 'template-other-release',
      args: { release: '3.1', known: '2.0' },
    })
  })

  test('without the column of the VIN', async () => {
    expect(await refusal(({ sheet }) => sheet.spliceColumns(1, 1))).toMatchObject({
      code: 'template-damaged',
    })
  })

  test('without its headers, and sorted together with them', async () => {
    expect(await refusal(({ sheet, headerRow }) => sheet.spliceRows(headerRow, 1))).toMatchObject({
      code: 'template-header-missing',
    })
    const sort = ({ sheet }: OpenTemplate) => {
      sheet.getCell(3, 1).value = second
    }
    expect(await refusal(sort)).toMatchObject({
      code: 'template-sorted',
      args: { vin: second, row: 3, header: 4 },
    })
  })
})
