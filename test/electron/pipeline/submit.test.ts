import { expect, test } from 'vitest'
import demoNap from '../../../schemas/naps/demo.json' with { type: 'json' }
import { aFleet, aKey, idOf, keyPassword, openTestWorkspace } from './a-workspace.ts'
import { anAuthority } from './an-authority.ts'

const tipper = 'ZZBFC35A0T1000101'
const unknownExtension = 'YYHMK12B5T2000333'

/** A fleet with one signed vehicle and an authority that trusts its key. */
async function aSignedVehicle(vin = tipper, profile?: object) {
  const fleet = await aFleet()
  const id = await idOf(fleet, vin)
  await fleet.ask('vehicle/check', { ids: [id] })
  await fleet.ask('sign/run', { ids: [id], key: await aKey(fleet.dir), pin: keyPassword })
  return { fleet, id, ...(await anAuthority(fleet, profile)) }
}

test('an accepted certificate keeps its receipt; queueing it again is refused', async () => {
  const { fleet, id, nap } = await aSignedVehicle()
  await fleet.ask('outbox/queue', { ids: [id], nap: 'demo' })
  expect(await fleet.ask('outbox/send', { ids: [id] })).toMatchObject([{ ok: true, status: 'accepted' }])
  const { attempts } = await fleet.ask('vehicle/get', { id })
  expect(attempts).toMatchObject([{ outcome: 'accepted', receipt: expect.stringMatching(/.+/) }])
  expect(nap.entries).toHaveLength(1)
  expect(await fleet.ask('outbox/queue', { ids: [id], nap: 'demo' })).toMatchObject([{ ok: false }])
})

test('a rejection names its field, and its correction has a new reference and the next version', async () => {
  const { fleet, id } = await aSignedVehicle(unknownExtension)
  await fleet.ask('outbox/queue', { ids: [id], nap: 'demo' })
  const [answer] = await fleet.ask('outbox/send', { ids: [id] })
  expect(answer).toMatchObject({ status: 'rejected', reasons: [{ path: 'CocDataGroup/TypeApprovalNumber' }] })
  const rejected = await fleet.ask('vehicle/get', { id })
  expect(rejected.next).toBe('correct')
  const next = await fleet.ask('vehicle/correct', { id, reason: 'right extension' })
  expect(next.row).toMatchObject({ status: 'draft', version: 2 })
  expect(next.reference).not.toBe(rejected.reference)
})

test('an endpoint without its passphrase sends nothing', async () => {
  const { fleet, id, nap } = await aSignedVehicle()
  await fleet.ask('outbox/queue', { ids: [id], nap: 'demo' })
  const dir = fleet.dir
  fleet.close()
  const again = await openTestWorkspace(dir)
  expect(await again.ask('outbox/send', { ids: [id] })).toMatchObject([
    { ok: false, problem: { code: 'nap-locked' } },
  ])
  expect(nap.entries).toHaveLength(0)
})

test('a wrong passphrase is told when it is entered, and the endpoint stays locked', async () => {
  const { fleet, id, passphrase, nap } = await aSignedVehicle()
  const dir = fleet.dir
  fleet.close()
  const again = await openTestWorkspace(dir)
  expect(await again.call('outbox/unlock-nap', { nap: 'demo', passphrase: `${passphrase}x` })).toMatchObject({
    problem: { code: 'nap-client-key-not-opened' },
  })
  const { naps } = await again.ask('workspace/get', {})
  expect(naps).toMatchObject([{ id: 'demo', unlocked: false }])
  expect((await again.ask('outbox/unlock-nap', { nap: 'demo', passphrase })).naps).toMatchObject([
    { unlocked: true },
  ])
  await again.ask('outbox/queue', { ids: [id], nap: 'demo' })
  await again.ask('outbox/send', { ids: [id] })
  expect(nap.entries).toHaveLength(1)
})

test('an answer lost on its way leaves a doubt; the same bytes go out again and make no second vehicle', async () => {
  const { fleet, id, nap, control } = await aSignedVehicle()
  await fleet.ask('outbox/queue', { ids: [id], nap: 'demo' })
  control({ mode: 'drop-after-storing', times: 1 })
  expect(await fleet.ask('outbox/send', { ids: [id] })).toMatchObject([{ ok: false, status: 'unknown' }])
  expect(await fleet.ask('outbox/send', { ids: [id] })).toMatchObject([{ ok: true, status: 'accepted' }])
  expect(new Set(nap.entries.map(({ sha256 }) => sha256)).size).toBe(1)
})

test('where repeating is not known to be safe and nobody can be asked, a person decides', async () => {
  const { status: _status, ...rest } = demoNap as { status?: unknown } & typeof demoNap
  const { fleet, id, control } = await aSignedVehicle(tipper, { ...rest, repeatSafe: false })
  await fleet.ask('outbox/queue', { ids: [id], nap: 'demo' })
  control({ mode: 'drop-after-storing', times: 1 })
  await fleet.ask('outbox/send', { ids: [id] })
  expect(await fleet.ask('outbox/send', { ids: [id] })).toMatchObject([
    { problem: { code: 'submit-decision-needed' } },
  ])
  expect((await fleet.ask('vehicle/get', { id })).next).toBe('decide')
  await fleet.ask('outbox/decide', { id, decision: 'send-again', reason: 'the authority has nothing' })
  expect(await fleet.ask('outbox/send', { ids: [id] })).toMatchObject([{ status: 'accepted' }])
})

test('a crash after the request left counts as a lost answer', async () => {
  const { fleet, id, passphrase, nap } = await aSignedVehicle()
  await fleet.ask('outbox/queue', { ids: [id], nap: 'demo' })
  // What stands in the register when the process dies between request and answer.
  fleet.workspace.db.runSql(
    `INSERT INTO attempt (submission_id, number, started_at, outcome) SELECT id, 1, created_at, 'pending' FROM submission`,
  )
  fleet.workspace.db.runSql(`UPDATE certificate SET status = 'sent' WHERE status = 'queued'`)
  fleet.workspace.db.runSql(`UPDATE vehicle SET status = 'sent' WHERE status = 'queued'`)
  const dir = fleet.dir
  fleet.close()
  const again = await openTestWorkspace(dir)
  expect((await again.ask('vehicle/get', { id })).row.status).toBe('unknown')
  await again.ask('outbox/unlock-nap', { nap: 'demo', passphrase })
  expect(await again.ask('outbox/send', {})).toMatchObject([])
  expect(await again.ask('outbox/send', { ids: [id] })).toMatchObject([{ status: 'accepted' }])
  expect(nap.entries).toHaveLength(1)
})

test('asked twice at once, the second call says that it is under way and sends nothing', async () => {
  const { fleet, id, nap } = await aSignedVehicle()
  await fleet.ask('outbox/queue', { ids: [id], nap: 'demo' })
  const [first, second] = await Promise.all([
    fleet.ask('outbox/send', { ids: [id] }),
    fleet.ask('outbox/send', { ids: [id] }),
  ])
  const codes = [...first, ...second].map(({ problem }) => problem?.code)
  expect(codes.toSorted()).toEqual(['submit-under-way', undefined])
  expect(nap.entries).toHaveLength(1)
})

test('while a person sends, the outbox leaves the way, so that the answers come to whoever asked', async () => {
  const { fleet, id, nap } = await aSignedVehicle()
  await fleet.ask('outbox/queue', { ids: [id], nap: 'demo' })
  const [asked, byItself] = await Promise.all([
    fleet.ask('outbox/send', { ids: [id] }),
    fleet.ask('outbox/send', {}),
  ])
  expect(asked).toMatchObject([{ ok: true, status: 'accepted' }])
  expect(byItself).toEqual([])
  expect(nap.entries).toHaveLength(1)
})
