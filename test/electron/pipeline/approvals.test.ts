import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { demoApprovals } from '../../../build/demo/data/definitions.ts'
import { templateWorkbook } from '../../../electron/pipeline/approval-file.ts'
import { addDays, utcDay } from '../../../shared/values/iso-date.ts'
import { aCompany, aFleet, aKey, idOf, keyPassword, type TestWorkspace } from './a-workspace.ts'

const tipper = 'ZZBFC35A0T1000101'
const secondTipper = 'ZZBFC35A0T1000102'
const heavy = 'YYHSK18B7T2000442'
const today = utcDay(new Date())

interface Folder {
  number: string
  extensions: { bases: { approval: string; extensions: string[]; endsOn?: string }[] }[]
}
const folder = (): Folder[] => structuredClone(demoApprovals(today)) as Folder[]
const tippers = (): Folder => folder()[0] as Folder

async function covered(): Promise<Awaited<ReturnType<typeof aFleet>>> {
  const fleet = await aFleet()
  await fleet.ask('approval/import', { file: { path: fleet.data.approvals } })
  await fleet.workspace.idle()
  return fleet
}

const verdictOf = async (of: TestWorkspace, vin: string) =>
  (await of.ask('vehicle/get', { id: await idOf(of, vin) })).mayIssue

test('without a folder vehicles go on as before, and the header says that nobody looked', async () => {
  const fleet = await aFleet()
  const detail = await fleet.ask('vehicle/get', { id: await idOf(fleet, tipper) })
  expect(detail.mayIssue?.state).toBe('no-folder')
  expect(detail.findings.filter(({ rule }) => rule === 'approval')).toEqual([])
  const checked = await fleet.ask('vehicle/check', { ids: [detail.row.id] })
  expect(checked).toMatchObject([{ ok: true }])
}, 60_000)

test('the folder covers the fleet; a base extension that is not listed holds a vehicle up everywhere', async () => {
  const fleet = await covered()
  expect((await verdictOf(fleet, tipper))?.state).toBe('covered')
  const changed = tippers()
  for (const base of changed.extensions.flatMap(({ bases }) => bases)) base.extensions = ['06', '07']
  await fleet.ask('approval/save', { json: changed, before: changed.number })
  await fleet.workspace.idle()
  const id = await idOf(fleet, tipper)
  const { mayIssue, findings, row } = await fleet.ask('vehicle/get', { id })
  expect(mayIssue).toMatchObject({
    state: 'refused',
    reasons: [{ problem: { code: 'may-issue-base-extension-unlisted', args: { extension: '08' } } }],
  })
  expect(findings.some(({ rule, severity }) => rule === 'approval' && severity === 'error')).toBe(true)
  expect(row).toMatchObject({ mayIssue: 'refused' })
  const found = await fleet.ask('register/list', { only: 'may-not-issue' })
  expect(found.rows.map(({ vin }) => vin).toSorted()).toEqual([tipper, secondTipper])
  expect(await fleet.ask('vehicle/check', { ids: [id] })).toMatchObject([
    { ok: false, problem: { code: 'may-issue-base-extension-unlisted' } },
  ])
  const views = await fleet.ask('approval/list', {})
  expect(views.find(({ approval }) => approval.number === changed.number)).toMatchObject({
    open: 2,
    refused: 2,
  })
}, 60_000)

test('what was checked is judged again before it is signed', async () => {
  const fleet = await covered()
  const key = await aKey(fleet.dir)
  const id = await idOf(fleet, tipper)
  expect(await fleet.ask('vehicle/check', { ids: [id] })).toMatchObject([{ ok: true }])
  const lapsed = tippers()
  for (const base of lapsed.extensions.flatMap(({ bases }) => bases)) base.endsOn = addDays(today, -1)
  await fleet.ask('approval/save', { json: lapsed, before: lapsed.number })
  const signed = await fleet.ask('sign/run', { ids: [id], key, pin: keyPassword })
  expect(signed).toMatchObject([{ ok: false, problem: { code: 'may-issue-base-lapsed' } }])
}, 60_000)

test('a small series of one signs one of two vehicles, however quickly they follow one another', async () => {
  const fleet = await covered()
  const key = await aKey(fleet.dir)
  const number = 'e12*NKS18/858*00001'
  const series = { ...tippers(), number, kind: 'NSS', yearlyLimit: 1 }
  await fleet.ask('approval/save', { json: series })
  const ids = [await idOf(fleet, tipper), await idOf(fleet, secondTipper)]
  const year = String(new Date().getUTCFullYear())
  for (const [at, id] of ids.entries()) {
    const values = {
      TypeApprovalNumber: `${number}*01`,
      TypeApprovalType: 'NSS',
      ProductionYearSmallSeries: year,
      ProductionSequentialNumberSmallSeries: String(at + 1),
    }
    await fleet.ask('vehicle/set-values', {
      id,
      values: Object.entries(values).map(([name, value]) => ({ path: `CocDataGroup/${name}`, value })),
      reason: 'small series',
    })
    for (const { path, exceeded } of (await fleet.ask('vehicle/get', { id })).drift)
      if (exceeded) await fleet.ask('vehicle/sign-off', { id, path, reason: 'weighed twice' })
  }
  expect(await fleet.ask('vehicle/check', { ids })).toMatchObject([{ ok: true }, { ok: true }])
  const signed = await fleet.ask('sign/run', { ids, key, pin: keyPassword })
  expect(signed).toMatchObject([{ ok: true }, { ok: false, problem: { code: 'may-issue-series-used-up' } }])
  const views = await fleet.ask('approval/list', {})
  expect(views.find(({ approval }) => approval.number === number)?.series).toMatchObject({
    used: 1,
    limit: 1,
  })
  await fleet.ask('vehicle/withdraw', { id: ids[0] ?? 0, reason: 'sold abroad' })
  expect((await verdictOf(fleet, secondTipper))?.series).toMatchObject({ used: 0 })
}, 60_000)

describe('a vehicle of an individual approval', () => {
  test('has no certificate: neither check nor signature, but its papers', async () => {
    const fleet = await covered()
    await fleet.ask('approval/save', {
      json: { number: 'e12*NIV18/858*00007*AB12C3', kind: 'NIV', vehicles: [tipper] },
    })
    const id = await idOf(fleet, tipper)
    const { mayIssue, next } = await fleet.ask('vehicle/get', { id })
    expect([mayIssue?.state, next]).toEqual(['individual', 'print-papers'])
    expect(await fleet.ask('vehicle/check', { ids: [id] })).toMatchObject([
      { ok: false, problem: { code: 'may-issue-individual' } },
    ])
    const { html, file, name } = await fleet.ask('approval/pack', { id, language: 'en' })
    expect(file.endsWith(name)).toBe(true)
    for (const text of [
      tipper,
      'e12*NIV18/858*00007*AB12C3',
      'STAGE 2',
      'Data sheet',
      'Calculation',
      '3500 kg',
    ])
      expect(html).toContain(text)
    expect(html).not.toMatch(/<script|https?:\/\/|undefined|NaN/)
    const { history } = await fleet.ask('vehicle/get', { id })
    expect(history[0]?.action).toBe('approval-pack')
  }, 60_000)

  test('is known by its number too', async () => {
    const fleet = await aFleet()
    const id = await idOf(fleet, heavy)
    const value = 'e12*IV18/858*00007*AB12C3'
    await fleet.ask('vehicle/set-values', {
      id,
      values: [{ path: 'CocDataGroup/TypeApprovalNumber', value }],
      reason: 'single vehicle',
    })
    expect((await verdictOf(fleet, heavy))?.state).toBe('individual')
  }, 60_000)
})

test('the clock lists open vehicles by the days that are left, and no signed one', async () => {
  const fleet = await covered()
  const clock = await fleet.ask('approval/clock', {})
  expect(clock.slice(0, 3).every(({ lapse }) => lapse.days === 45)).toBe(true)
  expect(clock.map(({ lapse }) => lapse.on)).toEqual(clock.map(({ lapse }) => lapse.on).toSorted())
  const key = await aKey(fleet.dir)
  const id = await idOf(fleet, tipper)
  await fleet.ask('vehicle/check', { ids: [id] })
  await fleet.ask('sign/run', { ids: [id], key, pin: keyPassword })
  expect((await fleet.ask('approval/clock', {})).map(({ vin }) => vin)).not.toContain(tipper)
}, 60_000)

test('a quotation asks without a VIN', async () => {
  const company = await aCompany()
  await company.ask('approval/save', { json: tippers() })
  const quotation = {
    ...{ approval: 'e12*2018/858*00731*01', type: 'QK35', variant: 'KIP3', version: '3450A' },
    base: { approval: 'e3*2018/858*00991*11', type: 'BC35', variant: 'X' },
    figures: { massInRunningOrder: 2800 },
  }
  const verdict = await company.ask('approval/may-issue', quotation)
  expect(verdict.reasons.map(({ problem }) => problem.code)).toEqual([
    'may-issue-above',
    'may-issue-base-extension-unlisted',
  ])
})

test('a quotation on a chassis of the yard is judged with its body, its base and its weights', async () => {
  const fleet = await covered()
  const quotation = { name: 'Offer', chassis: { vin: tipper } }
  expect(await fleet.ask('approval/of-quotation', { json: quotation })).toEqual({})
  const json = { ...quotation, variant: { id: 'KIPPER' } }
  const { verdict } = await fleet.ask('approval/of-quotation', { json })
  expect(verdict).toMatchObject({ lapse: { what: 'base', number: 'e3*2018/858*00991*08' } })
  expect(verdict?.state).toBe('covered')
  const heavyBox = { name: 'Steel', kg: 1200, x: 2000, counts: 'standard' }
  const loaded = { json: { ...json, loads: { masses: [heavyBox], seats: [] } } }
  const tooHeavy = await fleet.ask('approval/of-quotation', loaded)
  expect(tooHeavy.verdict?.reasons.map(({ problem }) => problem.code)).toContain('may-issue-above')
  const changed = tippers()
  for (const base of changed.extensions.flatMap(({ bases }) => bases)) base.extensions = ['07']
  await fleet.ask('approval/save', { json: changed, before: changed.number })
  const after = await fleet.ask('approval/of-quotation', { json })
  expect(after.verdict?.reasons).toMatchObject([{ problem: { code: 'may-issue-base-extension-unlisted' } }])
}, 60_000)

test('a sheet is brought in once; a second time changes nothing and leaves no trace', async () => {
  const company = await aCompany()
  const file = join(company.dir, 'folder.xlsx')
  writeFileSync(file, await templateWorkbook('de'))
  const first = await company.ask('approval/import', { file: { path: file } })
  expect(first).toMatchObject({ added: ['e24*2018/858*00990', 'e24*NKS18/858*00012'], problems: [] })
  const entries = (await company.ask('audit/list', {})).length
  const again = await company.ask('approval/import', { file: { path: file } })
  expect(again).toMatchObject({ added: [], changed: [], unchanged: [...first.added] })
  expect((await company.ask('audit/list', {})).length).toBe(entries)
})

test('a sheet with a bad cell is told by file, sheet, row and column, and nothing of it is kept', async () => {
  const company = await aCompany()
  const csv = 'Approval;Extension;Issued;Type;Variant;Version\n'
  const good = 'e12*2018/858*00001;00;2026-01-02;A;B;C\n'
  const bad = 'e12*2018/858*00002;00;soon;A;B;C\n'
  const file = { name: 'folder.csv', base64: Buffer.from(csv + good + bad).toString('base64') }
  const done = await company.ask('approval/import', { file })
  expect(done.problems).toMatchObject([
    { code: 'approval-cell-no-day', where: { file: 'folder.csv', row: 3, column: 'C' } },
  ])
  expect(await company.ask('approval/list', {})).toEqual([])
})

test('whoever lacks the role changes nothing; reading is everybody’s', async () => {
  const company = await aCompany()
  const office = await company.ask('people/save', { name: 'Otto', roles: ['office'] })
  await company.ask('people/act-as', { id: office.id, pin: '' })
  for (const [channel, input] of [
    ['approval/save', { json: tippers() }],
    ['approval/remove', { number: 'e12*2018/858*00731' }],
    ['approval/import', { file: { name: 'x.json', base64: '' } }],
  ] as const)
    expect(await company.call(channel, input)).toMatchObject({
      ok: false,
      problem: { code: 'role-missing', args: { role: 'homologation' } },
    })
  expect(await company.ask('approval/list', {})).toEqual([])
})

test('an approval is renamed, removed, and never taken for another', async () => {
  const company = await aCompany()
  await company.ask('approval/save', { json: tippers() })
  expect(await company.call('approval/save', { json: tippers() })).toMatchObject({
    problem: { code: 'approval-known' },
  })
  const renamed = { ...tippers(), number: 'e12*2018/858*00799' }
  const views = await company.ask('approval/save', { json: renamed, before: tippers().number })
  expect(views.map(({ approval }) => approval.number)).toEqual(['e12*2018/858*00799'])
  expect(await company.ask('approval/remove', { number: 'e12*2018/858*00799' })).toEqual([])
  expect(await company.call('approval/remove', { number: 'e12*2018/858*00799' })).toMatchObject({
    problem: { code: 'approval-not-found' },
  })
})
