import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { problemLine } from '../../../shared/words.ts'
import { aFleet, aKey, keyPassword, openTestWorkspace, type TestWorkspace } from './a-workspace.ts'

/** From here on the register cannot grow: to SQLite this is a full disk. */
function fill(test: TestWorkspace): void {
  test.workspace.db.allSql('PRAGMA max_page_count = 1')
}

async function aFitFleet() {
  const fleet = await aFleet()
  const key = await aKey(fleet.dir)
  const ids = (await fleet.ask('register/ids', {})).slice()
  const checked = await fleet.ask('vehicle/check', { ids })
  return { fleet, key, fit: ids.filter((_, at) => checked[at]?.ok) }
}

test('a disk that fills up during signing ends the act in words, and what was signed before is told', async () => {
  const { fleet, key, fit } = await aFitFleet()
  const stop = fleet.workspace.onEvent((event) => {
    if (event.kind === 'progress' && event.task === 'sign' && event.done === 2) fill(fleet)
  })
  const items = await fleet.ask('sign/run', { ids: fit, key, pin: keyPassword })
  stop()
  expect(items.filter(({ ok }) => ok)).toHaveLength(2)
  for (const item of items.slice(2, fit.length))
    expect(item).toMatchObject({ ok: false, status: 'checked', problem: { code: 'disk-full' } })
  const dir = fleet.dir
  fleet.close()
  const after = await openTestWorkspace(dir)
  expect((await after.ask('register/list', {})).byStatus).toMatchObject({ signed: 2 })
})

test('an import into a full disk is refused in words and loses nothing that was there', async () => {
  const fleet = await aFleet()
  const { total } = await fleet.ask('register/list', {})
  const list = join(fleet.dir, 'list.csv')
  const vins = Array.from({ length: 2000 }, (_, at) => `ZZBFC35A0T1${String(at).padStart(6, '0')}`)
  writeFileSync(list, ['FIN', ...vins].join('\n'))
  const profile = {
    id: 'list',
    version: 1,
    name: 'List',
    columns: [{ headers: ['FIN'], to: 'vin', convert: { as: 'vin' }, required: true }],
  }
  await fleet.ask('profile/save', { json: profile })
  fill(fleet)
  const refused = await fleet.call('intake/import', { file: { path: list }, profile: 'list' })
  expect(refused).toMatchObject({ ok: false, problem: { code: 'disk-full' } })
  expect((await fleet.ask('audit/verify', {})).problems).toEqual([])
  expect((await fleet.ask('register/list', {})).total).toBeGreaterThanOrEqual(total)
})

test('a copy that cannot be written costs no signature, and the next opening makes it good', async () => {
  const { fleet, key, fit } = await aFitFleet()
  const signed = join(fleet.dir, 'signed')
  writeFileSync(signed, 'in the way')
  const [item] = await fleet.ask('sign/run', { ids: fit.slice(0, 1), key, pin: keyPassword })
  expect(item).toMatchObject({ ok: true, status: 'signed', problem: { code: 'copy-not-written' } })
  expect(item?.problem && problemLine(item.problem, 'en')).toContain('kept in the register')
  rmSync(signed)
  const dir = fleet.dir
  fleet.close()
  await openTestWorkspace(dir)
  expect(readdirSync(signed)).toHaveLength(1)
})
