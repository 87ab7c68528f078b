import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { aFleet } from '../pipeline/a-workspace.ts'
import { bodymark } from './run-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'bodymark-approval-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the folder is filled, listed, shown and asked by commands', async () => {
  const fleet = await aFleet()
  fleet.close()
  const at = ['--workspace', fleet.dir]
  const lead = [...at, '--as', 'Ada Lindt']
  const imported = await bodymark([...lead, 'approval', 'import', fleet.data.approvals])
  expect(imported).toMatchObject({ status: 0, out: '6 added, 0 changed, 0 as before\n' })

  const list = await bodymark([...at, 'approval', 'list'])
  expect(list.out).toContain('e12*2018/858*00733*02')
  const shown = await bodymark([...at, 'approval', 'show', 'e12*2018/858*00731*01'])
  expect(JSON.parse(shown.out)).toMatchObject({ number: 'e12*2018/858*00731' })
  expect((await bodymark([...at, 'approval', 'show', 'e12*2018/858*99999'])).status).toBe(2)

  const clock = JSON.parse((await bodymark([...at, 'approval', 'clock', '--json'])).out) as {
    readonly lapse: { readonly days: number }
  }[]
  expect(clock[0]?.lapse.days).toBe(45)
  const status = JSON.parse((await bodymark([...at, 'status', '--json'])).out) as { mayIssue?: string }[]
  expect(status.every(({ mayIssue }) => mayIssue === 'covered' || mayIssue === 'lapses-soon')).toBe(true)

  const papers = join(folder, 'papers')
  const vin = 'ZZBFC35A0T1000101'
  const pack = await bodymark([...at, '--lang', 'de', 'approval', 'pack', '--vin', vin, '-o', papers])
  expect(pack.status).toBe(0)
  const [page = ''] = readdirSync(papers)
  expect(readFileSync(join(papers, page), 'utf8')).toContain('Gesetzlich vorgeschriebenes Fabrikschild')
}, 180_000)

test('bad input ends in words, names its place and keeps nothing', async () => {
  const fleet = await aFleet()
  fleet.close()
  const lead = ['--workspace', fleet.dir, '--as', 'Ada Lindt']
  const sheet = join(folder, 'bad.csv')
  writeFileSync(sheet, 'Approval;Extension;Issued;Item 13 from\ne12*2018/858*00001;0x;never;-4\n')
  const refused = await bodymark([...lead, 'approval', 'import', sheet])
  expect(refused.status).toBe(1)
  for (const place of ['B2', 'C2', 'D2']) expect(refused.out).toContain(place)
  expect(refused.out).toContain('Nothing was kept.')
  const json = join(folder, 'bad.json')
  for (const [text, word] of [
    ['{', 'no JSON'],
    ['{"number":"x","kind":"EU","extensions":[]}', 'no approval number'],
    ['{"number":"e12*2018/858*00001","kind":"EU","colour":"red"}', 'colour'],
  ] as const) {
    writeFileSync(json, text)
    const ran = await bodymark([...lead, 'approval', 'import', json])
    expect(ran.status).toBe(2)
    expect(ran.err).toContain(word)
    expect(ran.err).not.toMatch(/^\s+at .*:\d+/m)
  }
  const script = await bodymark(['--workspace', fleet.dir, 'approval', 'import', sheet])
  expect(script.err).toContain('may not do this')
  const none = await bodymark(['--workspace', fleet.dir, 'approval', 'list', '--json'])
  expect(JSON.parse(none.out)).toEqual([])
}, 180_000)

test('the template is a workbook that can be written where a file may be, and nowhere else', async () => {
  const file = join(folder, 'template.xlsx')
  expect((await bodymark(['approval', 'template', '-o', file])).status).toBe(0)
  expect(existsSync(file)).toBe(true)
  expect((await bodymark(['approval', 'template', '-o', join(folder, 'missing', 'x.xlsx')])).status).toBe(2)
  expect((await bodymark(['approval', 'template', '-o', folder])).status).toBe(2)
}, 60_000)
