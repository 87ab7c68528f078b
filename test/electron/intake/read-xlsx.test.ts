import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spawnNode } from '../../../electron/host/spawn-node.ts'
import { escapeXml, makeWorkbook, workbookOfTexts } from '../../fixtures/make-workbook.ts'
import { bytesOf, readAll } from '../../fixtures/read-all.ts'

function sheet(rows: string, rest = ''): string {
  return `<sheetData>${rows}</sheetData>${rest}`
}

async function cellsOf(body: string, more: Partial<Parameters<typeof makeWorkbook>[0]> = {}) {
  return await readAll(bytesOf('a.xlsx', makeWorkbook({ sheets: [{ name: 'A', body }], ...more })))
}

test('numbers are the decimals that the spreadsheet shows, never a rounded neighbour', async () => {
  const stored = ['2345', '96.299999999999997', '0.1', '1.0000000000000001E-5', '-7.5', '1E-7', '1.5E3']
  const read = await cellsOf(sheet(`<row r="1">${stored.map((v) => `<c><v>${v}</v></c>`).join('')}</row>`))
  expect(read.rows[0]?.texts).toEqual(['2345', '96.3', '0.1', '0.00001', '-7.5', '0.0000001', '1500'])
  expect(read.rows[0]?.kinds).toBe('nnnnnnn')
})

test('a number too long to be exact keeps its exponent, so that nobody takes it for an order number', async () => {
  const read = await cellsOf(
    sheet('<row r="1"><c r="A1"><v>2.19E+26</v></c><c r="B1"><v>123456789012345678</v></c></row>'),
  )
  expect(read.rows[0]?.texts).toEqual(['2.19E+26', '1.2345678901234568E+17'])
})

test('text keeps its leading zeros, its blanks, its umlauts and its line breaks', async () => {
  const texts = ['00042', '  a  ', 'Köffer – 20 m³ 🚚', 'one\ntwo', '219E01BE', '<b>&amp;', '=1+1']
  const read = await readAll(bytesOf('a.xlsx', workbookOfTexts([texts])))
  expect(read.rows[0]?.texts).toEqual(texts)
  expect(read.rows[0]?.kinds).toBe('ttttttt')
})

test('days come from the cell format, in both date systems, whatever the time zone of this machine', async () => {
  const formats = [
    'dd.mm.yyyy',
    'DD/MM/YYYY hh:mm',
    '0\\ "mm"',
    '[$-407]d. mmmm yyyy',
    '#,##0\\m',
    '[h]:mm',
    'mmm yy',
  ]
  const cells = (values: readonly string[]) =>
    sheet(`<row r="1">${values.map((v, at) => `<c s="${at + 1}"><v>${v}</v></c>`).join('')}</row>`)
  const values = ['46320', '46320.75', '3450', '45956', '2345.5', '1.5', '46320']
  const read = await cellsOf(cells(values), { formats })
  expect(read.rows[0]?.texts).toEqual([
    '2026-10-25',
    '2026-10-25T18:00:00',
    '3450',
    '2025-10-26',
    '2345.5',
    '1.5',
    '2026-10-25',
  ])
  expect(read.rows[0]?.kinds).toBe('ddndnnd')
  const mac = await cellsOf(cells(['44858']), { formats: ['dd.mm.yyyy'], date1904: true })
  expect(mac.rows[0]?.texts).toEqual(['2026-10-25'])
})

test('formulas stand for their results; without one they are flagged, and errors are errors', async () => {
  const read = await cellsOf(
    sheet(
      '<row r="1">' +
        '<c r="A1"><f>1+1</f><v>2</v></c>' +
        '<c r="B1" t="str"><f>"a"&amp;"b"</f><v>a &lt; b</v></c>' +
        '<c r="C1"><f>A2</f></c>' +
        '<c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c>' +
        '<c r="E1" t="e"><v>#N/A</v></c>' +
        '<c r="F1" s="1"><f>TODAY()</f><v>46320</v></c>' +
        '<c r="G1"><f t="shared" si="0"/><v>7</v></c>' +
        '<c r="H1" t="b"><v>1</v></c><c r="I1"><f>0</f><v>0</v></c><c r="J1" t="str"><f>""</f><v></v></c></row>',
    ),
    { formats: ['dd.mm.yyyy'] },
  )
  expect(read.rows[0]?.texts.slice(0, 3)).toEqual(['2', 'a < b', ''])
  expect(read.rows[0]?.kinds).toBe('ntfxxdnbn')
  expect(read.cell('F1')?.text).toBe('2026-10-25')
  expect(read.cell('I1')?.text).toBe('0')
  expect(read.cell('H1')?.text).toBe('TRUE')
})

test('rich text is read whole, shared or inline, without phonetic hints', async () => {
  const read = await cellsOf(
    sheet(
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><r><t>Kühl</t></r>' +
        '<r><rPr><b/></rPr><t xml:space="preserve">koffer &amp; </t></r><r><t>Lift</t></r></is></c>' +
        '<c r="C1" t="inlineStr"><is><t>a &amp;lt; b</t></is></c><c r="D1" t="s"><v>1</v></c></row>',
    ),
    {
      strings: [
        '<r><t>Kühl</t></r><r><rPr><b/></rPr><t>koffer</t></r>',
        '<t>base</t><rPh sb="0" eb="1"><t>hint</t></rPh>',
      ],
    },
  )
  expect(read.rows[0]?.texts).toEqual(['Kühlkoffer', 'Kühlkoffer & Lift', 'a &lt; b', 'base'])
})

test('of merged cells only the top left one has the value', async () => {
  const read = await cellsOf(
    sheet(
      '<row r="1"><c r="A1" t="inlineStr"><is><t>all</t></is></c><c r="B1"><v>1</v></c><c r="C1"><v>2</v></c></row>' +
        '<row r="2"><c r="A2"><v>3</v></c><c r="C2"><v>4</v></c></row>',
      '<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>',
    ),
  )
  expect(read.rows.map(({ texts }) => texts)).toEqual([
    ['all', '', '2'],
    ['', '', '4'],
  ])
})

test('hidden rows are read, and a hidden sheet where it is asked for or the only one', async () => {
  const rows = (text: string) =>
    sheet(`<row r="1" hidden="1"><c t="inlineStr"><is><t>${text}</t></is></c></row>`)
  const bytes = makeWorkbook({
    sheets: [
      { name: 'Notes', body: rows('hidden'), state: 'hidden' },
      { name: 'Orders', body: rows('seen') },
    ],
  })
  expect((await readAll(bytesOf('a.xlsx', bytes))).rows[0]?.texts).toEqual(['seen'])
  const asked = await readAll(bytesOf('a.xlsx', bytes), { sheet: 'Notes' })
  expect(asked.rows[0]?.texts).toEqual(['hidden'])
  expect(asked.info?.sheets).toEqual([
    { name: 'Notes', hidden: true },
    { name: 'Orders', hidden: false },
  ])
  const only = makeWorkbook({ sheets: [{ name: 'A', body: rows('alone'), state: 'veryHidden' }] })
  expect((await readAll(bytesOf('a.xlsx', only))).rows[0]?.texts).toEqual(['alone'])
})

test('workbooks of writers with prefixed elements and without cell references are read alike', async () => {
  const body =
    '<x:sheetData><x:row><x:c t="str"><x:v>FIN</x:v></x:c><x:c/><x:c><x:v>5</x:v></x:c></x:row>' +
    '<x:row r="4"><x:c r="B4"><x:v>6</x:v></x:c><x:c><x:v>7</x:v></x:c></x:row></x:sheetData>'
  const read = await cellsOf(body, { prefix: 'x' })
  expect(read.rows).toEqual([
    { row: 1, texts: ['FIN', '', '5'], kinds: 't-n' },
    { row: 4, texts: ['', '6', '7'], kinds: '-nn' },
  ])
})

test('characters on the border of two pieces stay whole', async () => {
  const rows = Array.from({ length: 400 }, (_, at) => [`${'ü€🚚'.repeat(20)}${'x'.repeat(at % 7)}${at}`])
  const read = await readAll(bytesOf('a.xlsx', workbookOfTexts(rows)))
  expect(read.rows.map(({ texts }) => texts)).toEqual(rows)
})

test('characters behind the cells, such as those of a check’s message, may lie on the border too', async () => {
  for (const shift of [0, 1, 2]) {
    const behind = `<headerFooter><oddHeader>${'x'.repeat(shift)}${'€'.repeat(60_000)}</oddHeader></headerFooter>`
    const body = `<sheetData><row r="1"><c r="A1"><v>5</v></c></row></sheetData>${behind}`
    const read = await readAll(bytesOf('a.xlsx', makeWorkbook({ sheets: [{ name: 'List', body }] })))
    expect(read.problem, `${shift}`).toBeUndefined()
    expect(read.rows).toEqual([{ row: 1, texts: ['5'], kinds: 'n' }])
  }
})

test('any texts come back from a workbook as they were put in', async () => {
  const text = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
    .filter((value) => !/[\p{Cc}\p{Cs}]|_x|\uFFFE|\uFFFF/u.test(value))
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(text, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 }),
      async (rows) => {
        const inline = rows.map((cells, at) => {
          const written = cells.map(
            (each) => `<c t="inlineStr"><is><t xml:space="preserve">${escapeXml(each)}</t></is></c>`,
          )
          return `<row r="${at + 1}">${written.join('')}</row>`
        })
        const read = await cellsOf(sheet(inline.join('')))
        expect(read.rows.map(({ texts }) => texts)).toEqual(rows)
        const shared = await readAll(bytesOf('a.xlsx', workbookOfTexts(rows)))
        expect(shared.rows.map(({ texts }) => texts)).toEqual(rows)
      },
    ),
    { numRuns: 40 },
  )
})

test('any number comes back exactly as the decimal that was typed', async () => {
  const typed = fc.array(
    fc
      .tuple(fc.integer({ min: -999_999, max: 999_999 }), fc.integer({ min: 0, max: 999 }))
      .map(([a, b]) => `${a}.${b}`),
    { minLength: 1, maxLength: 60 },
  )
  await fc.assert(
    fc.asyncProperty(typed, async (values) => {
      const workbook = new ExcelJS.Workbook()
      workbook.addWorksheet('A').addRow(values.map(Number))
      const read = await readAll(bytesOf('a.xlsx', new Uint8Array(await workbook.xlsx.writeBuffer())))
      expect(read.rows[0]?.texts).toEqual(values.map((value) => String(Number(value))))
    }),
    { numRuns: 40 },
  )
})

test('the days that a library wrote are read on the day, also where clocks change', async () => {
  const workbook = new ExcelJS.Workbook()
  const days = ['2026-03-29', '2026-10-25', '2027-12-31', '2028-02-29']
  workbook.addWorksheet('A').addRow(days.map((day) => new Date(`${day}T00:00:00Z`)))
  const read = await readAll(bytesOf('a.xlsx', new Uint8Array(await workbook.xlsx.writeBuffer())))
  expect(read.rows[0]?.texts).toEqual(days)
})

test('a sheet of a hundred thousand rows arrives whole, its end too', async () => {
  const rows = Array.from({ length: 100_000 }, (_, at) => `<row r="${at + 1}"><c><v>${at}</v></c></row>`)
  const body = sheet(rows.join(''))
  const bytes = makeWorkbook({ sheets: [{ name: 'A', body }] })
  const read = await readAll(bytesOf('a.xlsx', bytes), {}, {}, spawnNode)
  expect(read.problem).toBeUndefined()
  expect(read.rows.length).toBe(100_000)
  expect(read.rows.at(-1)).toEqual({ row: 100_000, texts: ['99999'], kinds: 'n' })
  expect(read.info?.expectedRows).toBe(100_000)
})
