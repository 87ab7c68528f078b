import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verifyIvi } from '../../../electron/signature/verify-ivi.ts'
import { readControl } from '../../simulator/misbehave.ts'
import { aCompany, aFleet, aKey, keyPassword, openTestWorkspace } from './a-workspace.ts'
import { anAuthority } from './an-authority.ts'

const cli = join(import.meta.dirname, '../../../electron/cli/main.ts')

/** The product as a process of its own, with a secret on its standard input. */
function start(dir: string, args: readonly string[], secret = ''): ChildProcess {
  const child = spawn(process.execPath, [cli, '--workspace', dir, '--pin-stdin', ...args], {
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  child.stdin?.on('error', () => {})
  child.stdin?.end(`${secret}\n`)
  return child
}

/** Kills without warning as soon as the condition holds; answers whether the process was still at work. */
async function killWhen(child: ChildProcess, holds: () => boolean): Promise<boolean> {
  while (child.exitCode === null && !holds()) await new Promise((resolve) => setTimeout(resolve, 2))
  const running = child.exitCode === null
  child.kill('SIGKILL')
  if (running) await new Promise((resolve) => child.once('exit', resolve))
  return running
}

/** Each waits for processes of its own. */
const patience = 120_000

const filesIn = (folder: string): number => (existsSync(folder) ? readdirSync(folder).length : 0)

test(
  'kill -9 during an import loses at most the batch under way, and importing again goes on',
  async () => {
    const works = await aCompany()
    const profile = {
      id: 'list',
      version: 1,
      name: 'List',
      columns: [{ headers: ['VIN'], to: 'vin', convert: { as: 'vin' }, required: true }],
    }
    await works.ask('profile/save', { json: profile })
    works.close()
    const file = join(works.dir, 'list.csv')
    const vins = Array.from({ length: 3000 }, (_, at) => `ZZBFC35A0T1${String(at).padStart(6, '0')}`)
    writeFileSync(file, ['VIN', ...vins].join('\n'))
    const register = join(works.dir, 'register.sqlite-wal')
    const child = start(works.dir, ['import', file, '--profile', 'list'])
    expect(await killWhen(child, () => existsSync(register) && statSync(register).size > 150_000)).toBe(true)

    const after = await openTestWorkspace(works.dir)
    const { total } = await after.ask('register/list', {})
    expect(total).toBeLessThan(vins.length)
    expect((await after.ask('audit/verify', {})).problems).toEqual([])
    after.workspace.setActor({ name: 'Ada', roles: ['office'] })
    const report = await after.ask('intake/import', { file: { path: file }, profile: 'list' })
    expect(report).toMatchObject({ added: vins.length - total, unchanged: total, refused: 0 })
  },
  patience,
)

test(
  'kill -9 during signing leaves every certificate either signed and whole or as it was',
  async () => {
    const fleet = await aFleet()
    const key = await aKey(fleet.dir)
    fleet.close()
    const signed = join(fleet.dir, 'signed')
    const child = start(fleet.dir, ['sign', '--all', '--key', key], keyPassword)
    expect(await killWhen(child, () => filesIn(signed) >= 2)).toBe(true)

    const after = await openTestWorkspace(fleet.dir)
    const { rows } = await after.ask('register/list', {})
    const done = rows.filter(({ status }) => status === 'signed')
    expect(done.length).toBeGreaterThanOrEqual(2)
    expect((await after.ask('audit/verify', {})).problems).toEqual([])
    after.workspace.setActor({ name: 'Ada', roles: ['signer'] })
    const rest = rows.filter(({ status }) => status === 'checked').map(({ id }) => id)
    await after.ask('sign/run', { ids: rest, key, pin: keyPassword })
    for (const name of readdirSync(signed))
      expect(verifyIvi(new Uint8Array(readFileSync(join(signed, name)))).valid).toBe(true)
    expect(await after.ask('audit/verify', {})).toMatchObject({ problems: [], anchors: 1 })
  },
  patience,
)

test(
  'kill -9 during a submission makes no second vehicle at the authority',
  async () => {
    const fleet = await aFleet()
    const key = await aKey(fleet.dir)
    const ids = (await fleet.ask('register/ids', { search: 'ZZBFC35A0T1000101' })).slice()
    await fleet.ask('vehicle/check', { ids })
    await fleet.ask('sign/run', { ids, key, pin: keyPassword })
    const { nap, passphrase, control } = await anAuthority(fleet)
    fleet.close()
    control({ mode: 'slow', delayMs: 60_000, times: 1 })
    const child = start(fleet.dir, ['submit', '--all', '--nap', 'demo'], passphrase)
    // The request is with the authority as soon as it has used up its order to be slow.
    expect(await killWhen(child, () => readControl(nap.dir).times === 0)).toBe(true)
    control({ mode: 'none' })

    const after = await openTestWorkspace(fleet.dir)
    const list = await after.ask('register/list', {})
    expect(list.byStatus).toMatchObject({ unknown: 1, sent: 0 })
    expect(list.rows.find(({ status }) => status === 'unknown')?.why).toMatchObject({
      problem: { code: 'nap-answer-lost-in-crash' },
    })
    await after.ask('outbox/unlock-nap', { nap: 'demo', passphrase })
    expect(await after.ask('outbox/send', { ids })).toMatchObject([{ status: 'accepted' }])
    expect(new Set(nap.entries.map(({ reference }) => reference)).size).toBe(1)
    expect((await after.ask('audit/verify', {})).problems).toEqual([])
  },
  patience,
)
