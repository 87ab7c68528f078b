import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ResultRow } from '../../../electron/write-back/result-row.ts'
import { writeXlsxColumn, type XlsxOrder } from '../../../electron/write-back/write-xlsx-column.ts'
import {
  makeWorkbook,
  type WorkbookParts,
  workbookOfTexts,
  workbookParts,
  zip,
} from '../../fixtures/make-workbook.ts'
import { readAll } from '../../fixtures/read-all.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bodymark-copy-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const vins = ['ZZZFT35CHTX000101', 'ZZZFT35CHTX000102', 'ZZZFT35CHTX000103']

function result(vin: string, status: string, reasons = '', row?: number): ResultRow {
  const empty = { order: '', reference: '', version: '', receipt: '', time: '' }
  return { vin, status, reasons, ...empty, ...(row === undefined ? {} : { row }) }
}

async function writeBack(
  bytes: Uint8Array,
  results: readonly ResultRow[],
  order: Partial<XlsxOrder> = {},
  name = 'list.xlsx',
) {
  const source = join(folder, name)
  const target = join(folder, `copy-${name}`)
  await rm(target, { force: true })
  await writeFile(source, bytes)
  const written = await writeXlsxColumn(
    {
      source,
      target,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      sheet: 'Orders',
      headerRow: 1,
      vinHeaders: ['FIN', 'VIN'],
      statusHeader: 'eCoC-Status',
      reasonsHeader: 'eCoC-Gründe',
      ...order,
    },
    results,
  )
  return { written, target, source }
}

/** Raw records of a ZIP, headers and all, by name. */
function records(bytes: Buffer): Map<string, string> {
  const found = new Map<string, string>()
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  const directory = bytes.readUInt32LE(end + 16)
  const offsets: { name: string; offset: number }[] = []
  for (let at = directory; at < end; ) {
    const [name, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ]
    offsets.push({
      name: bytes.toString('utf8', at + 46, at + 46 + name),
      offset: bytes.readUInt32LE(at + 42),
    })
    at += 46 + name + extra + comment
  }
  offsets.sort((a, b) => a.offset - b.offset)
  for (const [at, { name, offset }] of offsets.entries()) {
    found.set(name, bytes.subarray(offset, offsets[at + 1]?.offset ?? directory).toString('base64'))
  }
  return found
}

async function othersAreEqual(source: string, target: string, patched: string): Promise<void> {
  const [before, after] = [records(await readFile(source)), records(await readFile(target))]
  expect([...after.keys()].sort()).toEqual([...before.keys()].sort())
  for (const [name, record] of before) if (name !== patched) expect(after.get(name), name).toBe(record)
  expect(after.get(patched)).not.toBe(before.get(patched))
}

const table = (rows: readonly (readonly string[])[]) => workbookOfTexts(rows, 'Orders')

test('status and reasons stand in two new columns beside the rows of their VINs', async () => {
  const bytes = table([
    ['FIN', 'Aufbau'],
    [vins[0] ?? '', 'Koffer'],
    [` ${vins[1]?.toLowerCase()}`, 'Kipper'],
    ['', ''],
    [vins[2] ?? '', 'Kran', ''],
  ])
  const { written, target, source } = await writeBack(bytes, [
    result(vins[1] ?? '', 'abgelehnt', 'Masse > 3500 & "Grund"\nzweite Zeile 🚚 _x0041_'),
    result(vins[0] ?? '', 'angenommen'),
    result('ZZZFT35CHTX000999', 'angenommen'),
  ])
  expect(written).toMatchObject({ ok: true, value: { written: 2, notFound: [{ vin: 'ZZZFT35CHTX000999' }] } })
  const read = await readAll({ path: target })
  expect(read.rows.map(({ texts }) => texts)).toEqual([
    ['FIN', 'Aufbau', 'eCoC-Status', 'eCoC-Gründe'],
    [vins[0], 'Koffer', 'angenommen'],
    [` ${vins[1]?.toLowerCase()}`, 'Kipper', 'abgelehnt', 'Masse > 3500 & "Grund"\nzweite Zeile 🚚 _x0041_'],
    [vins[2], 'Kran'],
  ])
  await othersAreEqual(source, target, 'xl/worksheets/sheet1.xml')
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(target)
  expect(workbook.getWorksheet('Orders')?.getCell('D3').text).toContain('zweite Zeile 🚚')
})

test('columns that were written before are written again, wherever the user moved them', async () => {
  const first = await writeBack(
    table([
      ['eCoC-Gründe', 'FIN', ' ecoc-status '],
      ['old', vins[0] ?? '', 'old'],
      ['old', vins[1] ?? '', 'old'],
    ]),
    [result(vins[0] ?? '', 'angenommen')],
  )
  const read = await readAll({ path: first.target })
  expect(read.rows.map(({ texts }) => texts)).toEqual([
    ['eCoC-Gründe', 'FIN', ' ecoc-status '],
    ['', vins[0], 'angenommen'],
    ['old', vins[1], 'old'],
  ])
})

test('a workbook of a library keeps validations, formats, widths, panes, notes, pictures and links', async () => {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('Orders', { views: [{ state: 'frozen', ySplit: 3 }] })
  sheet.getCell('A1').value = 'List'
  sheet.mergeCells('A1:C1')
  sheet.getRow(3).values = ['Auftrag', 'FIN', 'Datum', 'Formel']
  sheet.getRow(3).font = { bold: true }
  for (const [at, vin] of vins.entries()) {
    sheet.getRow(4 + at).values = [at, vin, new Date('2026-10-25'), { formula: 'A4+1', result: 1 }]
    sheet.getCell(4 + at, 3).numFmt = 'dd.mm.yyyy'
  }
  sheet.getCell('A4').dataValidation = { type: 'list', allowBlank: true, formulae: ['"a,b"'] }
  sheet.getCell('B4').note = 'a note'
  sheet.getCell('A9').value = { text: 'link', hyperlink: 'https://example.invalid/' }
  sheet.addConditionalFormatting({
    ref: 'A4:A9',
    rules: [{ type: 'expression', priority: 1, formulae: ['A4>1'], style: { font: { bold: true } } }],
  })
  sheet.addImage(
    workbook.addImage({
      base64:
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      extension: 'png',
    }),
    'F5:G6',
  )
  workbook.addWorksheet('Other').addTable({
    name: 'Codes',
    ref: 'A1',
    columns: [{ name: 'a' }, { name: 'b' }],
    rows: [[1, 2]],
  })
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer())
  const { written, target, source } = await writeBack(
    bytes,
    vins.map((vin) => result(vin, 'ok', 'because')),
    { headerRow: 3 },
  )
  expect(written).toMatchObject({ ok: true, value: { written: 3, notFound: [] } })
  await othersAreEqual(source, target, 'xl/worksheets/sheet1.xml')
  const copy = new ExcelJS.Workbook()
  await copy.xlsx.readFile(target)
  const read = copy.getWorksheet('Orders')
  expect(read?.getCell('E3').text).toBe('eCoC-Status')
  expect(read?.getCell('E3').font?.bold).toBe(true)
  expect([read?.getCell('E6').text, read?.getCell('F6').text]).toEqual(['ok', 'because'])
  expect(read?.getCell('D5').result).toBe(1)
  const [before, after] = [unzipSync(bytes), unzipSync(new Uint8Array(await readFile(target)))].map((files) =>
    Buffer.from(files['xl/worksheets/sheet1.xml'] ?? []).toString('utf8'),
  )
  const withoutOurs = after
    ?.replace(/<c r="[EF]\d+"[^>]*><is>.*?<\/is><\/c>/gs, '')
    .replace(/(<dimension ref="[A-Z]+\d+:)F/, '$1D')
    .replace(/spans="1:6"/g, 'spans="1:4"')
  expect(withoutOurs).toBe(before)
})

const rows = (cells: string) => `<sheetData><row r="1" spans="1:2">${cells}</row></sheetData>`
const inline = (reference: string, text: string) =>
  `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`

function orders(body: string, more: Partial<WorkbookParts> = {}): WorkbookParts {
  return { sheets: [{ name: 'Orders', body }], ...more }
}

const list = (status = '', rest = '', before = '') =>
  orders(
    `${before}<sheetData><row r="1" spans="1:2">${inline('A1', 'FIN')}${inline('B1', 'eCoC-Status')}${inline('C1', 'eCoC-Gründe')}</row>` +
      `<row r="2">${inline('A2', vins[0] ?? '')}${status}</row></sheetData>${rest}`,
  )

async function codeOf(bytes: Uint8Array, order: Partial<XlsxOrder> = {}): Promise<string | undefined> {
  const { written, target } = await writeBack(bytes, [result(vins[0] ?? '', 'ok')], order)
  if (!written.ok) await expect(readFile(target)).rejects.toThrow()
  return written.ok ? undefined : written.problem.code
}

test('where a copy cannot be patched for sure, none is written and the reason is told', async () => {
  const good = makeWorkbook(list())
  expect(await codeOf(good)).toBeUndefined()
  expect(await codeOf(good, { sha256: '0'.repeat(64) })).toBe('write-back-source-changed')
  expect(await codeOf(good, { source: join(folder, 'none.xlsx') })).toBe('write-back-source-missing')
  expect(await codeOf(good, { sheet: 'None' })).toBe('write-back-no-sheet')
  expect(await codeOf(good, { headerRow: 2 })).toBe('write-back-no-vin-column')
  expect(await codeOf(Buffer.from(`FIN;a\n${vins[0]};b\n`))).toBe('write-back-no-workbook')
  expect(await codeOf(makeWorkbook(list('<c r="B2"><f>A2</f><v>1</v></c>')))).toBe('write-back-formula')
  expect(await codeOf(makeWorkbook(list('', '<mergeCells><mergeCell ref="B2:C2"/></mergeCells>')))).toBe(
    'write-back-merged',
  )
  expect(await codeOf(makeWorkbook(list('', '<sheetProtection sheet="1" objects="1"/>')))).toBe(
    'write-back-protected',
  )
  expect(await codeOf(makeWorkbook(list('', '<sheetProtection objects="1"/>')))).toBeUndefined()
  expect(await codeOf(zip({ ...workbookParts(list()), '_xmlsignatures/sig1.xml': '<Signature/>' }))).toBe(
    'write-back-signed',
  )
  expect(await codeOf(good.subarray(0, good.length - 40))).toBe('write-back-damaged')
  expect(await codeOf(makeWorkbook(orders('<sheetData><row r="1"></sheetData>')))).toBe('write-back-damaged')
  expect(await codeOf(makeWorkbook(orders(rows(`${inline('A1', 'FIN')}${inline('XFD1', 'last')}`))))).toBe(
    'write-back-no-column',
  )
})

test('new columns stand right of tables, merged cells and stray cells', async () => {
  const parts = workbookParts(
    orders(
      `<dimension ref="A1:B2"/><sheetData><row r="1" spans="1:2">${inline('A1', 'FIN')}</row>` +
        `<row r="2">${inline('A2', vins[0] ?? '')}<c r="B2" s="0"/></row><row r="9">${inline('C9', 'stray')}</row></sheetData>` +
        '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>',
    ),
  )
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const bytes = zip({
    ...parts,
    'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="x"><Relationship Id="rId1" Type="${office}/table" Target="../tables/table1.xml"/></Relationships>`,
    'xl/tables/table1.xml': '<table ref="A1:E2" id="1" name="T" displayName="T"/>',
  })
  const { target } = await writeBack(bytes, [result(vins[0] ?? '', 'ok')])
  const sheet = Buffer.from(
    unzipSync(new Uint8Array(await readFile(target)))['xl/worksheets/sheet1.xml'] ?? [],
  ).toString()
  expect(sheet).toContain('<dimension ref="A1:G2"/>')
  expect(sheet).toContain('<row r="1" spans="1:7">')
  expect(sheet).toContain(
    '<c r="F2" t="inlineStr"><is><t xml:space="preserve">ok</t></is></c><c r="G2"/></row>',
  )
})

test('macros, prefixes and cells without references survive', async () => {
  const body =
    `<x:sheetData><x:row><x:c t="str"><x:v>VIN</x:v></x:c></x:row>` +
    `<x:row><x:c t="str"><x:v>${vins[0]}</x:v></x:c></x:row></x:sheetData>`
  const macros = Uint8Array.from({ length: 5000 }, (_, at) => (at * 7919) % 251)
  const bytes = makeWorkbook({ ...orders(body), prefix: 'x', more: { 'xl/vbaProject.bin': macros } })
  const { target, source } = await writeBack(bytes, [result(vins[0] ?? '', 'ok', 'ü')], {}, 'list.xlsm')
  await othersAreEqual(source, target, 'xl/worksheets/sheet1.xml')
  const read = await readAll({ path: target })
  expect(read.rows.map(({ texts }) => texts)).toEqual([
    ['VIN', 'eCoC-Status', 'eCoC-Gründe'],
    [vins[0], 'ok', 'ü'],
  ])
  expect(unzipSync(new Uint8Array(await readFile(target)))['xl/vbaProject.bin']).toEqual(macros)
})

test('of two rows with one VIN the one that was imported gets the answer, and a refused row its reason', async () => {
  const short = 'ZZZFT35CHTX0001'
  const bytes = table([['FIN'], [vins[0] ?? ''], [vins[0] ?? ''], [short]])
  const { target } = await writeBack(bytes, [
    result(vins[0] ?? '', 'ok', '', 2),
    result(vins[0] ?? '', 'refused', 'twice', 3),
    result(short, 'refused', 'too short', 4),
  ])
  expect((await readAll({ path: target })).rows.map(({ texts }) => texts)).toEqual([
    ['FIN', 'eCoC-Status', 'eCoC-Gründe'],
    [vins[0], 'ok'],
    [vins[0], 'refused', 'twice'],
    [short, 'refused', 'too short'],
  ])
})

test('a row without a VIN, or with a number in its place, is known by its number', async () => {
  const row = (number: number, cell: string) => `<row r="${number}">${cell}${inline(`B${number}`, 'x')}</row>`
  const body =
    `<sheetData><row r="1">${inline('A1', 'FIN')}</row>${row(2, '')}${row(3, '<c r="A3"><v>2.19E+26</v></c>')}` +
    `${row(4, inline('A4', vins[0] ?? ''))}${row(5, '')}</sheetData>`
  const { target } = await writeBack(makeWorkbook(orders(body)), [
    result('', 'refused', 'no VIN', 2),
    result('2.19E+26', 'refused', 'no text', 3),
    result(vins[0] ?? '', 'ok', '', 4),
    result(vins[1] ?? '', 'ok', 'elsewhere', 5),
  ])
  const read = await readAll({ path: target })
  expect(read.rows.map(({ texts }) => texts.slice(2))).toEqual([
    ['eCoC-Status', 'eCoC-Gründe'],
    ['refused', 'no VIN'],
    ['refused', 'no text'],
    ['ok'],
    [],
  ])
})

test('any words of an authority stand in the copy as they were said', async () => {
  const words = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
    .filter((text) => !/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u.test(text))
  await fc.assert(
    fc.asyncProperty(words, words, async (status, reasons) => {
      const { target } = await writeBack(makeWorkbook(list()), [result(vins[0] ?? '', status, reasons)])
      const read = await readAll({ path: target })
      expect(read.rows[1]?.texts).toEqual([vins[0], status, reasons])
    }),
    { numRuns: 60 },
  )
})

test('a source is never written to', async () => {
  const bytes = makeWorkbook(list())
  const source = join(folder, 'list.xlsx')
  await expect(writeBack(bytes, [], { target: source })).rejects.toThrow('never written')
  expect(Buffer.compare(await readFile(source), bytes)).toBe(0)
})
