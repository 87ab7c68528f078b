import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import exceljs from 'exceljs'
import { expect, onTestFinished, test } from 'vitest'
import { valueAt } from '../../../shared/ivi/message.ts'
import { fillRows, openTemplate } from '../../fixtures/fill-template.ts'
import { lacksLibreOffice, startLibreOffice } from '../../fixtures/libre-office.ts'
import { aCompany, idOf, type TestWorkspace } from './a-workspace.ts'

const first = 'ZZBFC35A0T1000101'
const second = 'ZZBFC35A0T1000102'
const place = (path: string): string => `CocDataGroup/${path}`
const length = place('DimensionGroup/Length')
const coupling = place('MechanicalCouplingTable/MechanicalCouplingGroup[1]/MechanicalCouplingValueD')
const body = place('BodyworkTable/BodyworkGroup[1]/CodeForBodywork')
const made = place('DateManufactureVehicle')
const version = place('Version')
const share = (axle: number): string => place(`AxleTable/AxleGroup[${axle}]/DistributionMassRunningOrderAxle`)
const remark = place('RemarkTable/RemarkGroup[1]/Remark')

async function templateFile(opened: TestWorkspace, language: 'en' | 'de'): Promise<string> {
  await opened.ask('workspace/set-language', { language })
  const { base64 } = await opened.ask('template/make', { category: 'N2', stage: 'V' })
  const file = join(opened.dir, 'template.xlsx')
  writeFileSync(file, Buffer.from(base64, 'base64'))
  return file
}

function office() {
  const started = startLibreOffice()
  onTestFinished(() => started.close())
  return started
}

const filled = {
  ...{ vin: first, order: '0042/7', [length]: 6995, [coupling]: 17.25, [version]: '01E2' },
  ...{
    [made]: new Date('2026-11-20T00:00:00Z'),
    [body]: 'BA – Lastkraftwagen',
    [share(1)]: 1700,
    [share(2)]: 2510,
  },
  [remark]: 'Größe „XL“ <&> ¾',
}
const wanted = {
  ...{ [length]: '6995', [coupling]: '17.25', [version]: '01E2', [made]: '2026-11-20', [body]: 'BA' },
  ...{ [share(1)]: '1700', [share(2)]: '2510', [remark]: 'Größe „XL“ <&> ¾' },
}

async function said(opened: TestWorkspace, vin: string, paths: readonly string[]) {
  const { tree } = await opened.ask('vehicle/get', { id: await idOf(opened, vin) })
  return Object.fromEntries(paths.map((path) => [path, valueAt(tree, path)]))
}

test.skipIf(lacksLibreOffice)(
  'a filled-in template that LibreOffice saved, also by way of ODS, imports clean and equal (skipped where soffice is missing)',
  { timeout: 240_000 },
  async () => {
    const opened = await aCompany()
    const file = await templateFile(opened, 'de')
    const template = await openTemplate(readFileSync(file))
    fillRows(template, [filled])
    writeFileSync(file, await template.bytes())
    const soffice = office()
    const ods = await soffice.convert(file, 'ods', opened.dir)
    const back = await soffice.convert(ods, 'xlsx', join(opened.dir, 'back'))
    expect(await opened.ask('intake/import', { file: { path: back } })).toMatchObject({
      ...{ added: 1, refused: 0, problems: [], template: { category: 'N2', stage: 'V', language: 'de' } },
    })
    expect(await said(opened, first, Object.keys(wanted))).toEqual(wanted)
    // The same file as exceljs left it says the same.
    expect(await opened.ask('intake/import', { file: { path: file } })).toMatchObject({ unchanged: 1 })
    // Lists, checks and notes are still there for whoever goes on with it.
    const kept = new exceljs.Workbook()
    await kept.xlsx.readFile(back)
    const sheet = kept.getWorksheet('Fahrzeuge')
    expect(sheet?.getRow(1).hidden).toBe(true)
    const cell = sheet?.getCell(5, template.column(body))
    expect(cell?.dataValidation).toMatchObject({ type: 'list' })
    expect(sheet?.getCell(5, template.column(coupling)).dataValidation.type).toBe('custom')
    expect(sheet?.getCell(4, template.column(length)).note).toBeTruthy()
    expect(kept.getWorksheet('Bodymark')?.state).not.toBe('visible')
  },
)

test.skipIf(lacksLibreOffice)(
  'a template filled in by LibreOffice itself, sorted and its columns moved, imports clean (skipped where soffice is missing)',
  { timeout: 240_000 },
  async () => {
    const opened = await aCompany()
    const file = await templateFile(opened, 'en')
    const template = await openTemplate(readFileSync(file))
    const at = (target: string): number => template.column(target) - 1
    const type = (target: string, row: number, text: string, isText = false): string =>
      `sheet.getCellByPosition(${at(target)}, ${row - 1}).set${isText ? 'String' : 'Formula'}("${text}")`
    const target = join(opened.dir, 'filled.xlsx')
    await office().edit(
      file,
      [
        'sheet = document.Sheets.getByIndex(0)',
        ...[second, first].flatMap((vin, row) => [
          type('vin', 5 + row, vin),
          type('order', 5 + row, `00${row}`, true),
          type(length, 5 + row, `${7000 + row}`),
          type(coupling, 5 + row, '17.25'),
          type(made, 5 + row, '2026-11-20'),
          type(body, 5 + row, 'BA – Lorry'),
        ]),
        // Sorted by the VIN, as the filter's arrow does it.
        'Dim fields(0) As New com.sun.star.table.TableSortField',
        'fields(0).Field = 0',
        'fields(0).IsAscending = True',
        'Dim sort(1) As New com.sun.star.beans.PropertyValue',
        'sort(0).Name = "SortFields"',
        'sort(0).Value = fields()',
        'sort(1).Name = "ContainsHeader"',
        'sort(1).Value = True',
        `range = sheet.getCellRangeByPosition(0, 3, ${template.targets().length - 1}, 5)`,
        'range.sort(sort())',
        // The column of the length goes in front of all others.
        'sheet.Columns.insertByIndex(0, 1)',
        `column = sheet.getCellRangeByPosition(${at(length) + 1}, 0, ${at(length) + 1}, 20).RangeAddress`,
        'sheet.moveRange(sheet.getCellByPosition(0, 0).CellAddress, column)',
        'sheet.Name = "November"',
      ],
      target,
    )
    const report = await opened.ask('intake/import', { file: { path: target } })
    expect(report).toMatchObject({ added: 2, refused: 0, problems: [] })
    const paths = [length, coupling, made, body]
    expect(await said(opened, first, paths)).toEqual({
      ...{ [length]: '7001', [coupling]: '17.25', [made]: '2026-11-20', [body]: 'BA' },
    })
    const { rows } = await opened.ask('register/list', {})
    expect(rows.map(({ vin, order }) => [vin, order]).toSorted()).toEqual([
      [first, '001'],
      [second, '000'],
    ])
  },
)
