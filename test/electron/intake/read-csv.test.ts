import fc from 'fast-check'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { bytesOf, readAll } from '../../fixtures/read-all.ts'

function texts(read: Awaited<ReturnType<typeof readAll>>): readonly (readonly string[])[] {
  return read.rows.map((row) => row.texts)
}

const german = 'FIN;Aufbau;Masse [kg]\r\n00042;Kühlkoffer;2.345,5\r\n'

test('UTF-8 is recognised with and without its mark, UTF-16 by its mark', async () => {
  for (const bytes of [
    iconv.encode(german, 'utf-8'),
    iconv.encode(german, 'utf-8', { addBOM: true }),
    iconv.encode(german, 'utf-16le', { addBOM: true }),
    iconv.encode(german, 'utf-16be', { addBOM: true }),
  ]) {
    const read = await readAll(bytesOf('a.csv', bytes))
    expect(texts(read)).toEqual([
      ['FIN', 'Aufbau', 'Masse [kg]'],
      ['00042', 'Kühlkoffer', '2.345,5'],
    ])
    expect(read.info?.delimiter).toBe(';')
  }
})

test('another encoding is read as the profile declares it, never guessed', async () => {
  const bytes = iconv.encode(german, 'cp1252')
  const asked = await readAll(bytesOf('a.csv', bytes))
  expect(asked.problem).toMatchObject({
    code: 'csv-encoding-unknown',
    args: { line: 2, cp1252: '00042;Kühlkoffer;2.345,5\r', cp1250: '00042;Kühlkoffer;2.345,5\r' },
  })
  const declared = await readAll(bytesOf('a.csv', bytes), { csv: { encoding: 'cp1252' } })
  expect(texts(declared)[1]).toEqual(['00042', 'Kühlkoffer', '2.345,5'])
  const polish = await readAll(
    bytesOf('a.csv', iconv.encode('VIN;Nadwozie\nA;skrzynia chłodnicza\n', 'cp1250')),
  )
  expect(polish.problem?.args).toMatchObject({
    cp1252: 'A;skrzynia ch³odnicza',
    cp1250: 'A;skrzynia chłodnicza',
  })
})

test('the line that is shown is one whose words differ between the encodings', async () => {
  const list = 'Auslieferungen · Oktober;\nFIN;Stirnfläche [m²]\nA;3,95\n'
  const asked = await readAll(bytesOf('a.csv', iconv.encode(list, 'cp1252')))
  expect(asked.problem).toMatchObject({
    code: 'csv-encoding-unknown',
    args: { line: 2, cp1252: 'FIN;Stirnfläche [m²]', cp1250: 'FIN;Stirnfläche [m˛]' },
  })
})

test('a declared encoding that does not fit is a problem, not a wrong letter', async () => {
  const bytes = Buffer.concat([Buffer.from('VIN;X\nA;'), Buffer.from([0x81, 0x8d, 0xff]), Buffer.from('\n')])
  const read = await readAll(bytesOf('a.csv', bytes), { csv: { encoding: 'cp1252' } })
  expect(read.problem).toMatchObject({ code: 'csv-encoding-wrong', args: { encoding: 'cp1252', line: 2 } })
})

test('delimiters are tried, stated in the file, or given by the profile', async () => {
  const cases: readonly (readonly [string, string])[] = [
    ['a;b;c\n1,5;2,5;3,5\n', ';'],
    ['a,b,c\n1.5,2.5,3.5\n', ','],
    ['a\tb\tc\n1,5\t2\t3\n', '\t'],
    ['a|b\n1|2\n', '|'],
    ['"a;x",b\n"1;2",3\n', ','],
    ['alone\n1\n', ';'],
  ]
  for (const [text, delimiter] of cases) {
    expect((await readAll(bytesOf('a.csv', text))).info?.delimiter, text).toBe(delimiter)
  }
  const stated = await readAll(bytesOf('a.csv', 'sep=|\r\na|b;c\r\n'))
  expect(stated.rows).toEqual([{ row: 2, texts: ['a', 'b;c'], kinds: 'tt' }])
  const given = await readAll(bytesOf('a.csv', 'a;b,c\n'), { csv: { delimiter: ',' } })
  expect(texts(given)).toEqual([['a;b', 'c']])
})

test('quotes, line breaks in cells, blank lines, mixed line ends and ragged rows are read', async () => {
  const read = await readAll(bytesOf('a.csv', 'FIN;"a ""b"" c";x\r\n"1\n2";19" Rad;\n\n3\r4;5;6;7\n'))
  expect(read.rows.map(({ row, texts: cells }) => [row, ...cells])).toEqual([
    [1, 'FIN', 'a "b" c', 'x'],
    [2, '1\n2', '19" Rad'],
    [4, '3'],
    [5, '4', '5', '6', '7'],
  ])
})

test('an open quotation mark and a NUL name their line', async () => {
  const quote = await readAll(bytesOf('a.csv', 'a;b\n1;2\n"3;4\n5;6\n'))
  expect(quote.problem).toMatchObject({ code: 'csv-quote-open', args: { line: 3 } })
  expect(texts(quote)).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ])
  const nul = await readAll(bytesOf('a.csv', `a;b\n1;2\n3;\0\n${'x;y\n'.repeat(50)}`))
  expect(nul.problem).toMatchObject({ code: 'csv-nul', where: { line: 3 } })
})

test('any table written by the rules of CSV comes back cell by cell', async () => {
  const cell = fc
    .string({ unit: 'grapheme', maxLength: 12 })
    .filter((text) => !/[\0\uFEFF]|\p{Cs}/u.test(text))
  const table = fc
    .integer({ min: 2, max: 5 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 40, maxLength: 60 }),
    )
  await fc.assert(
    fc.asyncProperty(table, fc.constantFrom(';', ',', '\t', '|'), async (rows, delimiter) => {
      const quoted = rows.map((cells) =>
        cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(delimiter),
      )
      const read = await readAll(bytesOf('a.csv', `x${delimiter}y\n${quoted.join('\n')}\n`), {
        csv: { delimiter },
      })
      const expected = rows
        .map((cells, at) => ({
          row: at + 2,
          texts: cells.slice(0, cells.findLastIndex((text) => text !== '') + 1),
        }))
        .filter((row) => row.texts.length > 0)
      expect(read.rows.slice(1).map(({ row, texts: cells }) => ({ row, texts: cells }))).toEqual(expected)
    }),
    { numRuns: 40 },
  )
})
