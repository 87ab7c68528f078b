import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { appendAudit } from '../../../electron/audit/append.ts'
import { aFleet, aKey, idOf, keyPassword, type TestWorkspace } from './a-workspace.ts'
import { anAuthority } from './an-authority.ts'

const drifted = 'ZZBFC35A0T1000102'
const unknownExtension = 'YYHMK12B5T2000333'
const approval = 'CocDataGroup/TypeApprovalNumber'

async function sign(fleet: TestWorkspace, id: number): Promise<void> {
  const checked = await fleet.ask('vehicle/check', { ids: [id] })
  expect(checked).toMatchObject([{ ok: true }])
  await fleet.ask('sign/run', { ids: [id], key: await aKey(fleet.dir), pin: keyPassword })
}

async function send(fleet: TestWorkspace, id: number) {
  const [answer] = await fleet.ask('outbox/send', { ids: [id] })
  return answer
}

/** Signed and turned away by the authority, which does not know the extension. */
async function aRejected() {
  const fleet = await aFleet()
  const id = await idOf(fleet, unknownExtension)
  await sign(fleet, id)
  const authority = await anAuthority(fleet)
  await fleet.ask('outbox/queue', { ids: [id], nap: 'demo' })
  expect(await send(fleet, id)).toMatchObject({ status: 'rejected' })
  return { fleet, id, ...authority }
}

test('a correction has a new reference, version and moment, and its chain is told and exported', async () => {
  const { fleet, id } = await aRejected()
  const before = await fleet.ask('vehicle/get', { id })
  await fleet.ask('vehicle/correct', { id, reason: 'right extension' })
  const path = approval
  const { tree } = await fleet.ask('vehicle/set-values', {
    id,
    values: [{ path, value: 'e24*2018/858*00990*04' }],
    reason: 'extension 04',
  })
  expect(tree.Header).toMatchObject({ IviVersionNumber: '2', IviVersionNumberXsd: '2.0' })
  await sign(fleet, id)
  const versions = await fleet.ask('vehicle/versions', { id })
  expect(versions).toMatchObject([
    { version: 1, status: 'rejected', reference: before.reference, attempts: [{ outcome: 'rejected' }] },
    { version: 2, status: 'signed', reason: 'right extension', openedBy: 'Ada Lindt', release: '2.0' },
  ])
  const [first, second] = versions
  expect(second?.reference).not.toBe(first?.reference)
  expect(Date.parse(second?.dateTime ?? '')).toBeGreaterThan(Date.parse(first?.dateTime ?? ''))
  expect(second?.changed).toBeGreaterThan(0)
  expect(second).not.toHaveProperty('problem')

  const run = await fleet.ask('compare/run', {
    left: [{ vehicle: id, certificate: first?.certificate ?? 0 }],
    right: [{ vehicle: id }],
    byVin: false,
  })
  const { vehicle, message } = await fleet.ask('compare/pair', { run: run.id, pair: 0 })
  const differing = vehicle.filter(({ same }) => !same)
  expect(differing).toHaveLength(second?.changed ?? -1)
  expect(differing).toContainEqual(expect.objectContaining({ path, right: 'e24*2018/858*00990*04' }))
  const ofMessage = message.filter(({ same }) => !same).map((one) => one.path)
  expect(ofMessage).toEqual(
    expect.arrayContaining(['Header/IviReferenceId', 'Header/IviVersionNumber', 'Header/IviVersionDateTime']),
  )

  const { file: folder } = await fleet.ask('audit/export', { vin: unknownExtension })
  const names = readdirSync(folder)
  for (const wanted of [
    /^v1-.*[^x]\.xml$/,
    /^v2-.*\.xml$/,
    /answer-1-rejected\.xml$/,
    /^stage-1\.xml$/,
    /^audit\.jsonl$/,
  ])
    expect(
      names.some((name) => wanted.test(name)),
      `${wanted} in ${names}`,
    ).toBe(true)
  const rows = parse(readFileSync(join(folder, 'versions.csv')), { bom: true, delimiter: ';', columns: true })
  expect(rows).toMatchObject([{ Version: '1' }, { Version: '2', Reason: 'right extension', By: 'Ada Lindt' }])
})

test('a drift that was signed off is not asked for again in a correction, unless its value changes', async () => {
  const fleet = await aFleet()
  const id = await idOf(fleet, drifted)
  const open = (await fleet.ask('vehicle/get', { id })).drift.filter(({ exceeded }) => exceeded)
  expect(open.length).toBeGreaterThan(0)
  for (const { path } of open) await fleet.ask('vehicle/sign-off', { id, path, reason: 'weighed twice' })
  await sign(fleet, id)
  const { nap } = await anAuthority(fleet)
  await fleet.ask('outbox/queue', { ids: [id], nap: 'demo' })
  expect(await send(fleet, id)).toMatchObject({ status: 'accepted' })
  expect(nap.entries).toHaveLength(1)
  const corrected = await fleet.ask('vehicle/correct', { id, reason: 'colour was wrong' })
  expect(corrected.row).toMatchObject({ openDrift: 0, version: 2 })
  const again = corrected.drift.filter(({ exceeded }) => exceeded)
  expect(again).toMatchObject(open.map(({ path }) => ({ path, signOff: { reason: 'weighed twice' } })))
  const [{ path = '' } = {}] = open
  const changed = await fleet.ask('vehicle/set-values', {
    id,
    values: [{ path, value: String(Number(again[0]?.actual) + 7) }],
    reason: 'weighed a third time',
  })
  expect(changed.row.openDrift).toBeGreaterThan(0)
})

test('what was rejected for a cause outside of it goes out again as it is', async () => {
  const { fleet, id } = await aRejected()
  const [before] = await fleet.ask('vehicle/versions', { id })
  const queued = await fleet.ask('vehicle/redeliver', { id, reason: 'the approval was missing at the NAP' })
  expect(queued.row).toMatchObject({ status: 'queued', version: 1 })
  expect(await send(fleet, id)).toMatchObject({ status: 'rejected' })
  const [after, ...more] = await fleet.ask('vehicle/versions', { id })
  expect(more).toEqual([])
  const { attempts: _before, ...same } = before ?? { attempts: [] }
  expect(after).toMatchObject({ ...same, attempts: [{ outcome: 'rejected' }, { outcome: 'rejected' }] })
  const { history } = await fleet.ask('vehicle/get', { id })
  expect(history.find(({ action }) => action === 'redelivery')?.args).toMatchObject({
    sha256: before?.sha256,
    reason: 'the approval was missing at the NAP',
  })
  // Both answers stay where people look for them.
  expect(readdirSync(join(fleet.dir, 'receipts')).map((name) => name.slice(-14))).toEqual([
    '1-rejected.xml',
    '2-rejected.xml',
  ])
  const { file: folder } = await fleet.ask('audit/export', { vin: unknownExtension })
  expect(readdirSync(folder).filter((name) => /answer-[12]-rejected\.xml$/.test(name))).toHaveLength(2)
  expect(readFileSync(join(folder, 'versions.csv'), 'utf8')).toContain(after?.attempts[0]?.reasons[0]?.text)
})

test('who opened a version is told however much was written down since', async () => {
  const fleet = await aFleet()
  const id = await idOf(fleet, drifted)
  const { db } = fleet.workspace
  const entry = {
    at: '2031-01-01T00:00:00.000Z',
    person: 'Bo Rask',
    action: 'checked',
    vin: drifted,
    args: {},
  }
  db.transaction(() => {
    for (let count = 0; count < 600; count += 1) appendAudit(db, entry)
  })
  expect(await fleet.ask('vehicle/versions', { id })).toMatchObject([{ openedBy: 'Ada Lindt' }])
})

test('a correction that is open already, and what cannot be withdrawn, are refused in words of their own', async () => {
  const { fleet, id } = await aRejected()
  const reason = 'right extension'
  expect(await fleet.call('vehicle/withdraw', { id, reason })).toMatchObject({
    problem: { code: 'withdraw-refused', args: { status: 'rejected' } },
  })
  await fleet.ask('vehicle/correct', { id, reason })
  expect(await fleet.call('vehicle/correct', { id, reason })).toMatchObject({
    problem: { code: 'correction-open', args: { status: 'draft', version: 2 } },
  })
})

test('only a rejected certificate goes out again', async () => {
  const fleet = await aFleet()
  const id = await idOf(fleet, drifted)
  expect(await fleet.call('vehicle/redeliver', { id, reason: 'please' })).toMatchObject({
    problem: { code: 'redeliver-refused', args: { status: 'draft' } },
  })
})
