import { mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { strToU8 } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { spawnNode } from '../../../electron/host/spawn-node.ts'
import { makeWorkbook, workbookOfTexts, workbookParts, zip } from '../../fixtures/make-workbook.ts'
import { bombEntry, rawEntry, rawZip } from '../../fixtures/raw-zip.ts'
import { bytesOf, readAll } from '../../fixtures/read-all.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bodymark-intake-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function codeOf(content: string | Uint8Array, name = 'list.xlsx'): Promise<string | undefined> {
  return (await readAll(bytesOf(name, content))).problem?.code
}

const good = {
  sheets: [{ name: 'A', body: '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>' }],
}
const compound = (stream: string) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(2000),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(600),
  ])

test('a file that is no spreadsheet is called what it is, whatever its name says', async () => {
  const files: readonly (readonly [string | Uint8Array, string])[] = [
    ['%PDF-1.7\n1 0 obj', 'file-is-pdf'],
    ['{\\rtf1\\ansi text}', 'file-is-word'],
    [zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' }), 'file-is-word'],
    [
      zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<o/>' }),
      'file-is-open-document',
    ],
    [zip({ 'notes.txt': 'hello' }), 'file-is-archive'],
    [zip({ '[Content_Types].xml': '<Types/>', 'xl/workbook.bin': 'x' }), 'file-is-xlsb'],
    [compound('Workbook'), 'file-is-old-excel'],
    [compound('EncryptedPackage'), 'xlsx-encrypted'],
    [compound('WordDocument'), 'file-is-word'],
    [compound('Something'), 'file-is-binary'],
    [Buffer.from('0908100000060500', 'hex'), 'file-is-old-excel'],
    ['<html><body><table><tr><td>FIN</td></tr></table></body></html>', 'file-is-html'],
    ['\uFEFF\n<TABLE border=1>', 'file-is-html'],
    ['<?xml version="1.0"?><InitialVehicleInformation/>', 'file-is-xml'],
    [Buffer.from('89504e470d0a1a0a00', 'hex'), 'file-is-picture'],
    [Buffer.from('1f8b0800', 'hex'), 'file-is-archive'],
    [Buffer.from(Array.from({ length: 512 }, (_, at) => at % 7)), 'file-is-binary'],
    [new Uint8Array(0), 'file-empty'],
  ]
  for (const [content, code] of files) expect(await codeOf(content), code).toBe(code)
})

test('a workbook under the name of a text file is read as what it is', async () => {
  const read = await readAll(bytesOf('list.csv', makeWorkbook(good)))
  expect(read.info?.format).toBe('xlsx')
})

test('a missing file, a folder and an empty file have problems of their own', async () => {
  const empty = join(folder, 'empty.xlsx')
  await writeFile(empty, '')
  expect((await readAll({ path: join(folder, 'none.xlsx') })).problem).toMatchObject({
    code: 'file-missing',
    where: { file: 'none.xlsx' },
  })
  expect((await readAll({ path: folder })).problem?.code).toBe('file-is-folder')
  expect((await readAll({ path: empty })).problem?.code).toBe('file-empty')
})

test('a file of 200 MB is refused at once, without being read', async () => {
  const path = join(folder, 'big.xlsx')
  const handle = await open(path, 'w')
  await handle.truncate(200 * 1024 * 1024)
  await handle.close()
  const started = performance.now()
  const read = await readAll({ path }, {}, {}, spawnNode)
  expect(read.problem).toMatchObject({ code: 'file-too-big', args: { size: '200 MB', limit: '100 MB' } })
  expect(performance.now() - started).toBeLessThan(5000)
})

const sheetXml = {
  head: '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>',
  tail: '</sheetData></worksheet>',
}

function withSheet(bomb: ReturnType<typeof bombEntry>): Uint8Array {
  const parts = workbookParts(good)
  const others = Object.entries(parts).filter(([name]) => name !== bomb.name)
  return rawZip([...others.map(([name, content]) => rawEntry(name, content)), bomb])
}

test('a workbook that declares to unpack to 600 MB is refused before anything is unpacked', async () => {
  const bomb = withSheet(bombEntry('xl/worksheets/sheet1.xml', sheetXml, 600))
  expect(bomb.byteLength).toBeLessThan(2 * 1024 * 1024)
  const started = performance.now()
  expect((await readAll(bytesOf('bomb.xlsx', bomb), {}, {}, spawnNode)).problem).toMatchObject({
    code: 'xlsx-inflates-too-much',
  })
  expect(performance.now() - started).toBeLessThan(5000)
})

test('a workbook that hides its true size is stopped where the declared size ends', async () => {
  const bomb = { ...bombEntry('xl/worksheets/sheet1.xml', sheetXml, 600), size: 5000 }
  const started = performance.now()
  const read = await readAll(bytesOf('bomb.xlsx', withSheet(bomb)), {}, {}, spawnNode)
  expect(read.problem).toMatchObject({ code: 'xlsx-damaged', args: { part: 'xl/worksheets/sheet1.xml' } })
  expect(performance.now() - started).toBeLessThan(5000)
})

test('a bomb within the limits is read without much memory, and blanks between cells are no cells', async () => {
  const xml = { head: `${sheetXml.head}<row r="1"><c r="A1"><v>1</v></c>`, tail: `</row>${sheetXml.tail}` }
  const read = await readAll(
    bytesOf('blanks.xlsx', withSheet(bombEntry('xl/worksheets/sheet1.xml', xml, 60))),
  )
  // 60 MB without any markup is no sheet that a program wrote.
  expect(read.problem?.code).toBe('xlsx-damaged')
})

test('a damaged, cut off or changed workbook is said to be damaged', async () => {
  const bytes = makeWorkbook(good)
  expect(await codeOf(bytes.subarray(0, bytes.length - 30))).toBe('xlsx-damaged')
  expect(await codeOf(bytes.subarray(0, 200))).toBe('xlsx-damaged')
  const wrong = rawZip(
    Object.entries(workbookParts(good)).map(([name, content]) => {
      const entry = rawEntry(name, content)
      return name.includes('sheet1') ? { ...entry, crc: 1 } : entry
    }),
  )
  expect(await codeOf(wrong)).toBe('xlsx-damaged')
  const unclosed = { sheets: [{ name: 'A', body: '<sheetData><row r="1"><c r="A1"><v>1</row></sheetData>' }] }
  expect(await codeOf(makeWorkbook(unclosed))).toBe('xlsx-damaged')
  const backwards = {
    sheets: [
      {
        name: 'A',
        body: '<sheetData><row r="5"><c r="A5"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row></sheetData>',
      },
    ],
  }
  expect(await codeOf(makeWorkbook(backwards))).toBe('xlsx-damaged')
  const beyond = {
    sheets: [{ name: 'A', body: '<sheetData><row r="1"><c r="ABCD1"><v>1</v></c></row></sheetData>' }],
  }
  expect(await codeOf(makeWorkbook(beyond))).toBe('xlsx-damaged')
})

test('a workbook whose part breaks off between two elements is damaged and gives no rows', async () => {
  const parts = workbookParts({
    sheets: [{ name: 'A', body: '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>' }],
    strings: ['<t>FIN</t>'],
  })
  for (const [part, at] of [
    ['xl/worksheets/sheet1.xml', '</row>'],
    ['xl/worksheets/sheet1.xml', '</sheetData>'],
    ['xl/worksheets/sheet1.xml', '</worksheet>'],
    ['xl/sharedStrings.xml', '<si>'],
    ['xl/sharedStrings.xml', '</sst>'],
    ['xl/styles.xml', '</styleSheet>'],
  ] as const) {
    const [whole = ''] = String(parts[part]).split(at)
    const read = await readAll(bytesOf('list.xlsx', zip({ ...parts, [part]: whole })))
    expect(read.problem, `${part} up to ${at}`).toMatchObject({ code: 'xlsx-damaged', args: { part } })
    expect(read.rows).toEqual([])
  }
  const trailing = {
    ...parts,
    'xl/sharedStrings.xml': `${parts['xl/sharedStrings.xml']}\n<!-- made by x -->\n`,
  }
  expect(await codeOf(zip(trailing))).toBeUndefined()
  const none = { ...parts, 'xl/sharedStrings.xml': '<?xml version="1.0"?><sst count="0"/>' }
  expect(await codeOf(zip(none))).toBeUndefined()
})

test('entities and document types are not resolved', async () => {
  const parts = workbookParts(good)
  const doctype = '<!DOCTYPE x [<!ENTITY a "b">]>'
  const sheet = `${doctype}<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>&a;</v></c></row></sheetData></worksheet>`
  expect(await codeOf(zip({ ...parts, 'xl/worksheets/sheet1.xml': sheet }))).toBe('xlsx-damaged')
  expect(await codeOf(zip({ ...parts, 'xl/workbook.xml': `${doctype}<workbook/>` }))).toBe('xlsx-damaged')
})

test('a ZIP password and a workbook without sheets have problems of their own', async () => {
  const entries = Object.entries(workbookParts(good)).map(([name, content]) => rawEntry(name, content))
  expect(await codeOf(rawZip(entries.map((entry) => ({ ...entry, flags: 1 }))))).toBe('zip-encrypted')
  expect(await codeOf(makeWorkbook({ sheets: [] }))).toBe('xlsx-without-sheets')
  const named = await readAll(bytesOf('a.xlsx', makeWorkbook(good)), { sheet: 'B' })
  expect(named.problem).toMatchObject({ code: 'sheet-unknown', args: { sheet: 'B', sheets: 'A' } })
})

test('too many rows, columns and characters are told apart, and the rows before stay good', async () => {
  const rows = Array.from({ length: 700 }, (_, at) => `<row r="${at + 1}"><c><v>${at}</v></c></row>`).join('')
  const many = makeWorkbook({ sheets: [{ name: 'A', body: `<sheetData>${rows}</sheetData>` }] })
  const long = await readAll(bytesOf('a.xlsx', many), {}, { maxRows: 500 })
  expect(long.problem?.code).toBe('sheet-too-long')
  expect(long.rows.length).toBeGreaterThan(0)
  const far = {
    sheets: [{ name: 'A', body: '<sheetData><row r="7"><c r="XFA7"><v>1</v></c></row></sheetData>' }],
  }
  expect((await readAll(bytesOf('a.xlsx', makeWorkbook(far)))).problem).toMatchObject({
    code: 'sheet-too-wide',
    where: { sheet: 'A', row: 7, column: 'XFA' },
  })
  expect(await codeOf(workbookOfTexts([['x'.repeat(40_000)]]))).toBe('cell-too-long')
  const csv = await readAll(bytesOf('a.csv', `a;b\n${'x'.repeat(40_000)};1\n`))
  expect(csv.problem).toMatchObject({ code: 'cell-too-long', where: { row: 2 } })
})

test('a reading process that says nothing is ended', async () => {
  const rows = Array.from({ length: 60_000 }, (_, at) => `<row r="${at + 1}"><c><v>${at}</v></c></row>`).join(
    '',
  )
  const slow = makeWorkbook({ sheets: [{ name: 'A', body: `<sheetData>${rows}</sheetData>` }] })
  const read = await readAll(bytesOf('slow.xlsx', slow), {}, { idleMilliseconds: 20 }, spawnNode)
  expect(read.problem?.code).toBe('sheet-reader-slow')
})

test('whatever is changed in a workbook, reading it ends with rows or with a problem', async () => {
  const bytes = workbookOfTexts([
    ['FIN', 'Masse'],
    ['ZZZFT35CHTX000101', '2345'],
  ])
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 }),
      async (changes) => {
        const changed = Uint8Array.from(bytes)
        for (const [at, value] of changes) changed[at] = value
        const read = await readAll(bytesOf('a.xlsx', changed))
        expect(read.problem?.code ?? 'rows').not.toMatch(/stopped|failed|slow/)
      },
    ),
    { numRuns: 60 },
  )
})

test('a reading process that dies is told, not waited for', async () => {
  const rows = Array.from(
    { length: 100_000 },
    (_, at) => `<row r="${at + 1}"><c><v>${at}</v></c></row>`,
  ).join('')
  const bytes = makeWorkbook({ sheets: [{ name: 'A', body: `<sheetData>${rows}</sheetData>` }] })
  const read = await readAll(bytesOf('a.xlsx', bytes), {}, {}, (name) => {
    const worker = spawnNode(name)
    worker.onMessage((message) => {
      if ((message as { kind: string }).kind === 'rows') worker.kill()
    })
    return worker
  })
  expect(read.problem?.code).toBe('sheet-reader-stopped')
  expect(read.rows.length).toBeGreaterThan(0)
})

test('text that only begins like a workbook is no workbook', async () => {
  expect(await codeOf(strToU8('PK\x03\x04;not;a;zip'))).toBe('xlsx-damaged')
})
