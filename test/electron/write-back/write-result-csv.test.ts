import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ResultRow } from '../../../electron/write-back/result-row.ts'
import { resultCsv, writeResultCsv } from '../../../electron/write-back/write-result-csv.ts'
import { withoutFormula } from '../../../shared/spreadsheet/write-csv.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bodymark-result-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const row: ResultRow = {
  vin: 'ZZZFT35CHTX000101',
  order: '00042',
  status: 'rejected',
  reasons: 'Kühlkoffer; "Masse"\nfehlt',
  reference: '0e5a4c2e-9d0b-4f6c-8a57-0b1f6a3d7c11',
  version: '1',
  receipt: '',
  time: '2026-11-22T09:00:00Z',
}

test('the result file opens in a spreadsheet program: mark, delimiter, quotes, line ends', () => {
  const text = Buffer.from(resultCsv([row], ';')).toString('utf8')
  expect(text).toBe(
    '\uFEFFVIN;Order;Status;Reasons;Reference;Version;Receipt;Time\r\n' +
      'ZZZFT35CHTX000101;00042;rejected;"Kühlkoffer; ""Masse""\nfehlt";0e5a4c2e-9d0b-4f6c-8a57-0b1f6a3d7c11;1;;2026-11-22T09:00:00Z\r\n',
  )
})

test('no text of an authority or a sheet is run as a formula', () => {
  for (const text of ['=HYPERLINK("x")', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1']) {
    expect(withoutFormula(text)).toBe(`'${text}`)
    const [, cells] = parse(Buffer.from(resultCsv([{ ...row, reasons: text }], ';')), {
      bom: true,
      delimiter: ';',
    }) as string[][]
    expect(cells?.[3]).toBe(`'${text}`)
  }
})

test('any words come back cell by cell', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 20 })
  fc.assert(
    fc.property(
      text,
      text,
      text,
      fc.constantFrom(';' as const, ',' as const, '\t' as const),
      (a, b, c, delimiter) => {
        const bytes = resultCsv([{ ...row, order: a, status: b, reasons: c }], delimiter)
        const [, cells] = parse(Buffer.from(bytes), { bom: true, delimiter }) as string[][]
        expect(cells?.slice(1, 4)).toEqual([a, b, c].map(withoutFormula))
      },
    ),
  )
})

test('the file is replaced whole and leaves nothing beside it', async () => {
  const path = join(folder, 'result.csv')
  await writeFile(path, 'old')
  expect(await writeResultCsv(path, [row])).toEqual({ ok: true, value: undefined })
  expect((await readFile(path, 'utf8')).startsWith('\uFEFFVIN;')).toBe(true)
  expect(await readdir(folder)).toEqual(['result.csv'])
})

test('a missing folder is a problem, not a crash', async () => {
  const written = await writeResultCsv(join(folder, 'none', 'result.csv'), [row])
  expect(written.ok === false && written.problem).toMatchObject({
    code: 'write-back-folder-missing',
    args: { file: 'result.csv' },
  })
})
