import { expect, test } from 'vitest'
import { valueAt } from '../../../shared/ivi/message.ts'
import { aFleet, aKey, idOf, keyPassword } from './a-workspace.ts'

const tipper = 'ZZBFC35A0T1000101'
const heavier = 'ZZBFC35A0T1000102'
const running = 'CocDataGroup/MassGroup/MassInRunningOrder'

test('a sign-off holds as long as its value, and only for a person with the right to it', async () => {
  const fleet = await aFleet()
  const id = await idOf(fleet, heavier)
  expect((await fleet.ask('vehicle/check', { ids: [id] }))[0]).toMatchObject({
    ok: false,
    problem: { code: 'drift-open' },
  })
  fleet.workspace.setActor({ name: 'Clerk', roles: ['office'] })
  expect(await fleet.call('vehicle/sign-off', { id, path: running, reason: 'because' })).toMatchObject({
    ok: false,
    problem: { code: 'role-missing' },
  })
  fleet.workspace.setActor({ name: 'Lead', roles: ['homologation'] })
  await fleet.ask('vehicle/sign-off', { id, path: running, reason: 'weighed twice' })
  expect((await fleet.ask('vehicle/get', { id })).row.openDrift).toBe(0)
  await fleet.ask('vehicle/set-values', { id, values: [{ path: running, value: '2690' }] })
  expect((await fleet.ask('vehicle/get', { id })).row.openDrift).toBe(1)
})

test('a change after the check falls back to draft; a signed certificate is frozen', async () => {
  const fleet = await aFleet()
  const id = await idOf(fleet, tipper)
  await fleet.ask('vehicle/check', { ids: [id] })
  expect((await fleet.ask('vehicle/get', { id })).row.status).toBe('checked')
  const path = 'CocDataGroup/DescriptionCompletedAltered'
  await fleet.ask('vehicle/set-values', { id, values: [{ path, value: 'TIPPER' }], reason: 'shorter' })
  expect((await fleet.ask('vehicle/get', { id })).row.status).toBe('draft')
  await fleet.ask('vehicle/check', { ids: [id] })
  const [signed] = await fleet.ask('sign/run', { ids: [id], key: await aKey(fleet.dir), pin: keyPassword })
  expect(signed).toMatchObject({ ok: true, status: 'signed' })
  expect(await fleet.call('vehicle/set-values', { id, values: [{ path, value: 'CRANE' }] })).toMatchObject({
    ok: false,
    problem: { code: 'certificate-frozen' },
  })
  const detail = await fleet.ask('vehicle/get', { id })
  expect(valueAt(detail.tree, path)).toBe('TIPPER')
  expect(detail.sources[path]?.kind).toBe('typed')
})

test('withdrawing keeps the bytes and opens a draft under a new reference with the same version', async () => {
  const fleet = await aFleet()
  const id = await idOf(fleet, tipper)
  await fleet.ask('vehicle/check', { ids: [id] })
  await fleet.ask('sign/run', { ids: [id], key: await aKey(fleet.dir), pin: keyPassword })
  const before = await fleet.ask('vehicle/get', { id })
  const after = await fleet.ask('vehicle/withdraw', { id, reason: 'wrong remark' })
  expect(after.row).toMatchObject({ status: 'draft', version: 1 })
  expect(after.reference).not.toBe(before.reference)
  expect(await fleet.call('vehicle/correct', { id, reason: 'not yet answered' })).toMatchObject({
    ok: false,
    problem: { code: 'correct-refused', args: { status: 'draft' } },
  })
  expect((await fleet.ask('audit/verify', {})).problems).toEqual([])
})

test('a row taken away is gone and its successors move up; typing goes to the row that is seen', async () => {
  const fleet = await aFleet()
  const id = await idOf(fleet, tipper)
  const before = (await fleet.ask('vehicle/get', { id })).tree
  const axle = 'CocDataGroup/AxleTable/AxleGroup[1]'
  expect(valueAt(before, `${axle}/AxleNumber`)).toBe('1')
  const gone = await fleet.ask('vehicle/set-values', { id, values: [{ path: axle, value: null }] })
  expect(valueAt(gone.tree, `${axle}/AxleNumber`)).toBe('2')
  // The second axle stands in the first row now, and what is typed there is the second axle's.
  const typed = await fleet.ask('vehicle/set-values', {
    id,
    values: [{ path: `${axle}/AxleTrack`, value: '1777' }],
  })
  expect(valueAt(typed.tree, `${axle}/AxleTrack`)).toBe('1777')
  await fleet.ask('vehicle/forget-typed', { id, paths: [`${axle}/AxleTrack`] })
  expect((await fleet.ask('vehicle/get', { id })).tree.CocDataGroup).toEqual(gone.tree.CocDataGroup)
})

test('a path that the message does not have is refused by name', async () => {
  const fleet = await aFleet()
  const id = await idOf(fleet, tipper)
  for (const path of ['CocDataGroup/Nonsense', 'CocDataGroup/Type[2]', 'CocDataGroup/Type/More', '../etc'])
    expect((await fleet.call('vehicle/set-values', { id, values: [{ path, value: '1' }] })).ok).toBe(false)
})

test('what was typed against the limits is kept and shown as an error', async () => {
  const fleet = await aFleet()
  const id = await idOf(fleet, tipper)
  const detail = await fleet.ask('vehicle/set-values', { id, values: [{ path: running, value: '25o0' }] })
  expect(valueAt(detail.tree, running)).toBe('25o0')
  expect(detail.findings).toContainEqual(expect.objectContaining({ severity: 'error', path: running }))
  expect((await fleet.ask('vehicle/check', { ids: [id] }))[0]?.ok).toBe(false)
})

test('what no XML can carry, and a value where none can stand, is refused and the vehicle stays readable', async () => {
  const fleet = await aFleet()
  const id = await idOf(fleet, tipper)
  const set = (path: string, value: string) =>
    fleet.call('vehicle/set-values', { id, values: [{ path, value }] })
  expect(await set('CocDataGroup/DescriptionCompletedAltered', 'a\u000bb')).toMatchObject({
    ok: false,
    problem: { code: 'value-forbidden-character' },
  })
  expect(await set('CocDataGroup/AxleTable/AxleGroup[1]', '1')).toMatchObject({
    ok: false,
    problem: { code: 'path-no-field' },
  })
  expect((await fleet.call('vehicle/get', { id })).ok).toBe(true)
})

test('a value over the body’s asks for a reason, once for its place; the body’s own value goes back to the body', async () => {
  const fleet = await aFleet()
  const id = await idOf(fleet, tipper)
  const path = 'CocDataGroup/DescriptionCompletedAltered'
  const before = await fleet.ask('vehicle/get', { id })
  const given = valueAt(before.tree, path) ?? ''
  const set = (value: string | null, reason?: string) =>
    fleet.call('vehicle/set-values', { id, values: [{ path, value }], ...(reason ? { reason } : {}) })
  expect(await set('TIPPER')).toMatchObject({
    ok: false,
    problem: { code: 'reason-needed', where: { path } },
  })
  expect(await set(null)).toMatchObject({ ok: false, problem: { code: 'reason-needed' } })
  expect((await fleet.ask('vehicle/get', { id })).sources[path]).toEqual(before.sources[path])
  expect(await set('TIPPER', 'shorter in the plate')).toMatchObject({ ok: true })
  expect(await set('TIPPER BODY')).toMatchObject({ ok: true })
  const typed = await fleet.ask('vehicle/get', { id })
  expect(typed.sources[path]).toMatchObject({ kind: 'typed', reason: 'shorter in the plate' })
  expect(typed.history[0]).toMatchObject({ action: 'value-typed', args: { reason: 'shorter in the plate' } })
  expect(await set(given)).toMatchObject({ ok: true })
  expect((await fleet.ask('vehicle/get', { id })).sources[path]).toEqual(before.sources[path])
})
