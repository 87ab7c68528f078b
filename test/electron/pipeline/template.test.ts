import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import exceljs from 'exceljs'
import { describe, expect, test } from 'vitest'
import { valueAt } from '../../../shared/ivi/message.ts'
import { templateHeader } from '../../../shared/template/template-header.ts'
import { fillRows, type OpenTemplate, openTemplate } from '../../fixtures/fill-template.ts'
import { aCompany, idOf, type TestWorkspace } from './a-workspace.ts'

const [first, second] = ['ZZBFC35A0T1000101', 'ZZBFC35A0T1000102'] as const
const length = 'CocDataGroup/DimensionGroup/Length'
const width = 'CocDataGroup/DimensionGroup/Width'
const mass = 'CocDataGroup/MassGroup/MassInRunningOrder'
const made = 'CocDataGroup/DateManufactureVehicle'
const version = 'CocDataGroup/Version'
const provisional = 'CocDataGroup/ProvisionalTypeApprovalIndicator'
const body = 'CocDataGroup/BodyworkTable/BodyworkGroup[1]/CodeForBodywork'
const share = (axle: number) => `CocDataGroup/AxleTable/AxleGroup[${axle}]/DistributionMassRunningOrderAxle`

async function aTemplate(
  opened: TestWorkspace,
  wish: { category?: string; stage?: string; all?: boolean; rows?: Record<string, number> } = {},
): Promise<OpenTemplate> {
  const { base64 } = await opened.ask('template/make', { category: 'N2', stage: 'V', ...wish })
  return openTemplate(Buffer.from(base64, 'base64'))
}

async function keep(opened: TestWorkspace, template: OpenTemplate, name = 'filled.xlsx'): Promise<string> {
  const file = join(opened.dir, name)
  writeFileSync(file, await template.bytes())
  return file
}

async function bring(opened: TestWorkspace, template: OpenTemplate) {
  return opened.ask('intake/import', { file: { path: await keep(opened, template) } })
}

async function treeOf(opened: TestWorkspace, vin: string) {
  return (await opened.ask('vehicle/get', { id: await idOf(opened, vin) })).tree
}

test('what is filled into a template becomes vehicles without any profile', async () => {
  const opened = await aCompany()
  const template = await aTemplate(opened)
  fillRows(template, [
    {
      ...{ vin: first, order: 'A-7', [length]: 6995, [mass]: 4210, [version]: '0042' },
      ...{ [made]: new Date('2026-11-20T00:00:00Z'), [provisional]: 'No', [body]: 'BA – Lorry' },
      ...{ [share(1)]: 1700, [share(2)]: 2510 },
    },
    { vin: second, 'CocDataGroup/VehicleCategory': 'N2G' },
  ])
  const report = await bring(opened, template)
  expect(report).toMatchObject({ read: 2, added: 2, refused: 0, problems: [] })
  expect(report.template).toEqual({ release: '2.0', category: 'N2', stage: 'V', language: 'en' })
  const tree = await treeOf(opened, first)
  const said = (path: string) => valueAt(tree, path)
  expect([length, mass, version, made, provisional, body, share(2)].map(said)).toEqual([
    ...['6995', '4210', '0042', '2026-11-20', 'N', 'BA', '2510'],
  ])
  expect(said('CocDataGroup/AxleTable/AxleGroup[2]/AxleNumber')).toBe('2')
  expect([said('CocDataGroup/VehicleCategory'), said('CocDataGroup/StageOfCompletion')]).toEqual(['N2', 'V'])
  expect(valueAt(await treeOf(opened, second), 'CocDataGroup/VehicleCategory')).toBe('N2G')
  expect(await bring(opened, template)).toMatchObject({ added: 0, changed: 0, unchanged: 2 })
})

test('a preview names the template and where each column goes, and leaves the hidden sheet out', async () => {
  const opened = await aCompany()
  const template = await aTemplate(opened)
  fillRows(template, [{ vin: first, [length]: 6995 }])
  const file = { path: await keep(opened, template) }
  const preview = await opened.ask('intake/preview', { file, fallBack: true })
  expect(preview).toMatchObject({ profile: 'bodymark:template', headerRow: 4, totalRows: 1, problems: [] })
  expect(preview.template?.category).toBe('N2')
  expect(preview.sheets).toEqual(['Vehicles', 'How to fill in'])
  expect(preview.columns.find(({ target }) => target === length)?.header).toBe('5 · Length [mm]')
})

test('a file that is no template asks for a profile; a screen shows it by the first one', async () => {
  const opened = await aCompany()
  const file = { path: join(opened.dir, 'list.csv') }
  writeFileSync(file.path, `FIN;Auftrag\r\n${first};A-7\r\n`)
  expect(await opened.call('intake/import', { file })).toMatchObject({
    ok: false,
    problem: { code: 'import-needs-profile', args: { file: 'list.csv' } },
  })
  expect(await opened.ask('intake/preview', { file, fallBack: true })).not.toHaveProperty('template')
})

describe('a template is understood', () => {
  test('after its columns were moved, deleted and added, and its sheets renamed and reordered', async () => {
    const opened = await aCompany()
    const template = await aTemplate(opened)
    fillRows(template, [{ vin: first, order: 'A-7', [length]: 6995, [width]: 2550 }])
    const { sheet, column } = template
    sheet.spliceColumns(column(mass), 1)
    const moved = sheet.getColumn(column(length)).values.slice(1)
    sheet.spliceColumns(column(length), 1)
    sheet.spliceColumns(2, 0, moved, [null, null, null, 'Note of the office', 'call before delivery'])
    sheet.name = 'KW 48'
    const other = template.workbook.addWorksheet('Totals')
    other.getCell('A1').value = 'nothing of ours'
    Object.assign(other, { orderNo: -1 })
    const report = await bring(opened, template)
    expect(report).toMatchObject({ added: 1, problems: [] })
    const tree = await treeOf(opened, first)
    expect([length, width].map((path) => valueAt(tree, path))).toEqual(['6995', '2550'])
  })

  test('with a copied column whose header counts on: the number in the header is the axle', async () => {
    const opened = await aCompany()
    const template = await aTemplate(opened)
    const { sheet, column, headerRow } = template
    const copied = sheet.getColumn(column(share(2))).values.slice(1)
    copied[headerRow - 1] = String(copied[headerRow - 1]).replace('Axle 2', 'Axle 3')
    sheet.spliceColumns(column(share(2)) + 1, 0, copied)
    fillRows(template, [{ vin: first, [share(1)]: 1700, [share(2)]: 2510 }])
    sheet.getCell(headerRow + 1, column(share(2)) + 1).value = 2600
    expect(await bring(opened, template)).toMatchObject({ added: 1, problems: [] })
    const tree = await treeOf(opened, first)
    expect([1, 2, 3].map((axle) => valueAt(tree, share(axle)))).toEqual(['1700', '2510', '2600'])
    expect(valueAt(tree, 'CocDataGroup/AxleTable/AxleGroup[3]/AxleNumber')).toBe('3')
  })

  test('with headers in the words of the office, and in the other language of the program', async () => {
    const opened = await aCompany()
    const template = await aTemplate(opened)
    const { sheet, column, headerRow } = template
    sheet.getCell(headerRow, column(length)).value = 'L'
    sheet.getCell(headerRow, column(width)).value = templateHeader(width, 'de')
    fillRows(template, [{ vin: first, [length]: 6995, [width]: 2550 }])
    expect(await bring(opened, template)).toMatchObject({ added: 1, problems: [] })
    expect(valueAt(await treeOf(opened, first), width)).toBe('2550')
  })
})

describe('a cell is told with its place and what would fit', () => {
  const cases: readonly [string, exceljs.CellValue, string][] = [
    [length, '6.995', 'cell-no-number'],
    [length, '6,9', 'cell-not-whole'],
    [width, 99_999, 'value-too-big'],
    [length, -1, 'value-too-small'],
    [length, 6995.5, 'cell-not-whole'],
    [length, '6995 cm', 'cell-other-unit'],
    [made, 'bald', 'cell-no-date'],
    [made, '31.02.2026', 'cell-no-date'],
    [provisional, 'vielleicht', 'cell-no-indicator'],
    [body, 'Ufo', 'cell-no-code'],
    [version, 'V'.repeat(200), 'value-too-long'],
  ]
  const good: readonly [string, exceljs.CellValue, string][] = [
    [length, '6995', '6995'],
    [length, '6995 mm', '6995'],
    [length, ' ', ''],
    [made, '20.11.2026', '2026-11-20'],
    [made, '2026-11-20', '2026-11-20'],
    [provisional, 'ja', 'Y'],
    [provisional, 'Nein', 'N'],
    [provisional, true, 'Y'],
    [body, 'ba', 'BA'],
    [body, 'Lorry', 'BA'],
    [body, 'Lastkraftwagen', 'BA'],
    [body, 'BA - Lastkraftwagen', 'BA'],
  ]

  test.each(['en', 'de'] as const)('of a template in %s', async (language) => {
    const opened = await aCompany()
    await opened.ask('workspace/set-language', { language })
    const template = await aTemplate(opened)
    const isGerman = language === 'de'
    for (const [at, [path, value]] of cases.entries()) {
      // Each in a row of its own.
      const vin = `ZZBFC35A0T10002${String(at).padStart(2, '0')}`
      template.sheet.getCell(5 + at, template.column('vin')).value = vin
      template.sheet.getCell(5 + at, template.column(path)).value = value
    }
    const report = await bring(opened, template)
    const letter = (path: string) => template.sheet.getColumn(template.column(path)).letter
    for (const [at, [path, value, code]] of cases.entries()) {
      const found = report.problems.find(({ where }) => where?.row === 5 + at)
      // Whose sign the point is, the language decides; a comma is no point in English.
      const wanted =
        value === '6,9'
          ? isGerman
            ? code
            : 'cell-no-number'
          : value === '6.995'
            ? isGerman
              ? code
              : 'cell-not-whole'
            : code
      expect(found, `${value}`).toMatchObject({
        code: wanted,
        where: { file: 'filled.xlsx', row: 5 + at, column: letter(path), path },
      })
    }
  })

  test('and what people write otherwise is taken', async () => {
    const opened = await aCompany()
    await opened.ask('workspace/set-language', { language: 'de' })
    const template = await aTemplate(opened)
    const vins = good.map((_, at) => `ZZBFC35A0T10003${String(at).padStart(2, '0')}`)
    fillRows(
      template,
      good.map(([path, value], at) => ({ vin: vins[at] ?? '', [path]: value })),
    )
    expect((await bring(opened, template)).problems).toEqual([])
    for (const [at, [path, , value]] of good.entries())
      expect(valueAt(await treeOf(opened, vins[at] ?? ''), path) ?? '', `${path} ${at}`).toBe(value)
  })

  test('a percentage is never taken for its hundredth part', async () => {
    const opened = await aCompany()
    const template = await aTemplate(opened)
    fillRows(template, [{ vin: first, [length]: 0.45 }])
    template.sheet.getCell(5, template.column(length)).numFmt = '0%'
    expect((await bring(opened, template)).problems).toMatchObject([
      { code: 'cell-other-unit', args: { value: '45%', unit: 'mm' } },
    ])
  })
})

test('state and reasons go into a copy of the template under headers in its language', async () => {
  const opened = await aCompany()
  await opened.ask('workspace/set-language', { language: 'de' })
  const template = await aTemplate(opened)
  fillRows(template, [{ vin: first, [length]: 6995 }, { vin: 'ZZBFC35A0T10001' }])
  await bring(opened, template)
  const [written] = await opened.ask('write-back/run', {})
  expect(written?.problem).toBeUndefined()
  expect(existsSync(written?.csv ?? '')).toBe(true)
  const copy = new exceljs.Workbook()
  await copy.xlsx.readFile(written?.sheet ?? '')
  const sheet = copy.getWorksheet('Fahrzeuge')
  const headers = sheet?.getRow(4).values as unknown[]
  const status = headers.indexOf('eCoC-Status')
  expect(sheet?.getCell(5, status).text).not.toBe('')
  expect(sheet?.getCell(6, status).text).not.toBe('')
  expect(headers.indexOf('eCoC-Gründe')).toBe(status + 1)
  // The copy is a template still, its new columns nobody's.
  expect(await opened.ask('intake/import', { file: { path: written?.sheet ?? '' } })).toMatchObject({
    read: 2,
    unchanged: 1,
    refused: 1,
  })
})

test('a vehicle that a list keeps up to date is not made a second time', async () => {
  const opened = await aCompany()
  const list = {
    id: 'list',
    version: 1,
    name: 'List',
    columns: [{ headers: ['FIN'], to: 'vin', convert: { as: 'vin' } }],
  }
  await opened.ask('profile/save', { json: list })
  const file = join(opened.dir, 'list.csv')
  writeFileSync(file, `FIN\r\n${first}\r\n`)
  await opened.ask('intake/import', { file: { path: file }, profile: 'list' })
  const template = await aTemplate(opened)
  fillRows(template, [{ vin: first }, { vin: second }])
  const report = await bring(opened, template)
  expect(report).toMatchObject({ added: 1, refused: 1 })
  expect(report.problems).toMatchObject([
    { code: 'template-vehicle-of-list', args: { profile: 'list' }, where: { row: 5 } },
  ])
})

test('a template of what no release has is refused with what there is', async () => {
  const opened = await aCompany()
  const make = (wish: { category: string; stage: string; rows?: Record<string, number> }) =>
    opened.call('template/make', { all: true, ...wish })
  expect(await make({ category: 'N9', stage: 'V' })).toMatchObject({ problem: { code: 'template-category' } })
  expect(await make({ category: 'N2', stage: 'X' })).toMatchObject({ problem: { code: 'template-stage' } })
  expect(await make({ category: 'N3', stage: 'C', rows: { AxleGroup: 50 } })).toMatchObject({
    problem: { code: 'template-too-wide', args: { limit: 1000 } },
  })
})
