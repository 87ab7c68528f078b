import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { valueAt } from '../../../shared/ivi/message.ts'
import { aCompany, idOf, type TestWorkspace } from './a-workspace.ts'

const profile = {
  id: 'list',
  version: 1,
  name: 'List',
  source: { delimiter: ';', encoding: 'cp1252' },
  numbers: { decimal: ',', group: '.' },
  columns: [
    { headers: ['FIN'], to: 'vin', convert: { as: 'vin' }, required: true },
    { headers: ['Auftrag'], to: 'order' },
    { headers: ['Masse'], to: 'CocDataGroup/MassGroup/ActualMass', convert: { as: 'number', unit: 'kg' } },
  ],
}
const mass = 'CocDataGroup/MassGroup/ActualMass'
const [first, second] = ['ZZBFC35A0T1000101', 'ZZBFC35A0T1000102'] as const

async function importRows(test: TestWorkspace, rows: readonly string[]) {
  const file = join(test.dir, 'list.csv')
  writeFileSync(file, Buffer.from(['FIN;Auftrag;Masse', ...rows].join('\r\n'), 'latin1'))
  return test.ask('intake/import', { file: { path: file }, profile: 'list' })
}

async function aList() {
  const opened = await aCompany()
  await opened.ask('profile/save', { json: profile })
  return opened
}

const massOf = async (opened: TestWorkspace, vin: string, path = mass) =>
  valueAt((await opened.ask('vehicle/get', { id: await idOf(opened, vin) })).tree, path)

test('the same file twice changes nothing, not even the audit record', async () => {
  const opened = await aList()
  const rows = [`${first};Müller-7;2.645`, `${second};A-8;2.700,0`]
  expect(await importRows(opened, rows)).toMatchObject({
    read: 2,
    added: 2,
    changed: 0,
    unchanged: 0,
    refused: 0,
  })
  const before = await opened.ask('audit/verify', {})
  expect(await importRows(opened, rows)).toMatchObject({ added: 0, changed: 0, unchanged: 2 })
  expect((await opened.ask('audit/verify', {})).entries).toBe(before.entries)
  expect((await opened.ask('register/list', {})).rows.map(({ order }) => order).toSorted()).toEqual([
    'A-8',
    'Müller-7',
  ])
})

test('a preview counts the rows that an import would read: neither title nor header nor blank rows', async () => {
  const opened = await aList()
  const preview = async (rows: readonly string[]) => {
    const file = join(opened.dir, 'preview.csv')
    writeFileSync(file, ['Deliveries;;', 'FIN;Auftrag;Masse', ...rows].join('\r\n'))
    return opened.ask('intake/preview', { file: { path: file }, profile: 'list' })
  }
  const row = `${first};A-7;2645`
  expect((await preview([row, ';;', row, ''])).totalRows).toBe(2)
  expect((await preview(Array.from({ length: 400 }, () => row))).totalRows).toBe(400)
})

test('a sheet whose headers are not known shows itself as it is, so that their row can be chosen', async () => {
  const opened = await aList()
  const file = { path: join(opened.dir, 'strange.csv') }
  writeFileSync(file.path, ['Nummer;Werk', 'A-7;Linz', ''].join('\r\n'))
  const preview = await opened.ask('intake/preview', { file, profile: 'list' })
  expect(preview).toMatchObject({ headerRow: 0, problems: [{ code: 'header-not-found' }] })
  expect(preview.columns.map(({ letter }) => letter)).toEqual(['A', 'B'])
  expect(preview.rows.map(({ cells, problems }) => ({ cells, problems }))).toEqual([
    { cells: ['Nummer', 'Werk'], problems: {} },
    { cells: ['A-7', 'Linz'], problems: {} },
  ])
})

test('a changed row updates its draft and says what changed; what was typed stays', async () => {
  const opened = await aList()
  await importRows(opened, [`${first};A-7;2645`, `${second};A-8;2700`])
  const id = await idOf(opened, second)
  await opened.ask('vehicle/set-values', { id, values: [{ path: mass, value: '2711' }] })
  const report = await importRows(opened, [`${first};A-7;2655`, `${second};A-8;2777`])
  expect(report).toMatchObject({ changed: 2, unchanged: 0 })
  expect(report.changes).toContainEqual({ vin: first, path: mass, before: '2645', after: '2655' })
  expect(await massOf(opened, first)).toBe('2655')
  expect(await massOf(opened, second)).toBe('2711')
  await opened.ask('vehicle/forget-typed', { id, paths: [mass] })
  expect(await massOf(opened, second)).toBe('2777')
})

test('a row that only moved is the same row', async () => {
  const opened = await aList()
  await importRows(opened, [`${first};A-7;2645`, `${second};A-8;2700`])
  expect(await importRows(opened, [`${second};A-8;2700`, `${first};A-7;2645`])).toMatchObject({
    unchanged: 2,
  })
})

test('a bad cell names file, row, column and value, its vehicle cannot be signed, the other rows go on', async () => {
  const opened = await aList()
  const report = await importRows(opened, [`${first};A-7;about 3 t`, `${second};A-8;2700`])
  expect(report).toMatchObject({ added: 2, refused: 0 })
  expect(report.problems).toMatchObject([
    {
      code: 'cell-no-number',
      args: { value: 'about 3 t' },
      where: { file: 'list.csv', row: 2, column: 'C', path: mass },
    },
  ])
  const id = await idOf(opened, first)
  const { findings } = await opened.ask('vehicle/get', { id })
  expect(findings).toContainEqual(expect.objectContaining({ rule: 'intake', severity: 'error', path: mass }))
  await opened.ask('vehicle/set-values', { id, values: [{ path: mass, value: '2650' }] })
  const mended = await opened.ask('vehicle/get', { id })
  expect(mended.findings.some(({ rule }) => rule === 'intake')).toBe(false)
})

test('a VIN too short and a VIN twice refuse their rows alone', async () => {
  const opened = await aList()
  const report = await importRows(opened, [
    'ZZBFC35A0T100010;A-6;1',
    `${first};A-7;2645`,
    `${first};A-9;2646`,
  ])
  expect(report).toMatchObject({ read: 3, added: 1, refused: 2 })
  expect(report.problems.map(({ code, where }) => [code, where?.row])).toEqual([
    ['vin-length', 2],
    ['vin-twice-in-file', 4],
  ])
})

test('a file without the required column, and one that is no spreadsheet, are refused whole', async () => {
  const opened = await aList()
  const file = join(opened.dir, 'letter.csv')
  writeFileSync(file, 'Dear Sir;or Madam\r\n')
  expect(await opened.call('intake/import', { file: { path: file }, profile: 'list' })).toMatchObject({
    ok: false,
    problem: { code: 'header-not-found' },
  })
  writeFileSync(file, '%PDF-1.7 not a sheet')
  expect(await opened.call('intake/import', { file: { path: file }, profile: 'list' })).toMatchObject({
    ok: false,
    problem: { code: 'file-is-pdf' },
  })
  expect(await opened.call('intake/import', { file: { path: file }, profile: 'none' })).toMatchObject({
    ok: false,
    problem: { code: 'profile-unknown' },
  })
})
