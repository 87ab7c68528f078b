import { expect, test } from 'vitest'
import { aFleet, aKey, keyPassword } from '../pipeline/a-workspace.ts'
import { bodymark } from './run-cli.ts'

const tipper = 'ZZBFC35A0T1000101'

test('a vehicle is completed, signed and backed up by commands, and the register is what it was after a restore', async () => {
  const fleet = await aFleet()
  const key = await aKey(fleet.dir)
  fleet.close()
  const at = ['--workspace', fleet.dir, '--json']
  const completed = await bodymark([
    ...at,
    'complete',
    '--vin',
    tipper,
    '--set',
    'CocDataGroup/DescriptionCompletedAltered=TIPPER',
    '--reason',
    'shorter on the plate',
  ])
  expect(completed.status).toBe(0)
  expect(JSON.parse(completed.out)).toMatchObject({ row: { status: 'checked' } })

  // Told before anybody is asked for a password.
  const gone = await bodymark([...at, 'sign', '--vin', tipper, '--key', 'p12:gone.p12'])
  expect(JSON.parse(gone.out)).toMatchObject({ problem: { code: 'file-missing' } })
  const wrong = await bodymark([...at, '--pin-stdin', 'sign', '--vin', tipper, '--key', key], 'Xq7-guess\n')
  expect(wrong.status).toBe(2)
  expect(wrong.out + wrong.err).not.toContain('Xq7-guess')
  const signed = await bodymark(
    [...at, '--pin-stdin', 'sign', '--vin', tipper, '--key', key],
    `${keyPassword}\n`,
  )
  expect(JSON.parse(signed.out)).toMatchObject([{ vin: tipper, ok: true, status: 'signed' }])
  const audit = await bodymark([...at, 'audit', 'verify'])
  expect(audit.status).toBe(0)

  const backup = JSON.parse((await bodymark([...at, 'backup'])).out)
  const { status: refused } = await bodymark([
    ...at,
    'complete',
    '--vin',
    tipper,
    '--set',
    'CocDataGroup/Type=X',
  ])
  expect(refused).toBe(2)
  const restored = await bodymark([...at, 'restore', backup.file])
  expect(restored.status).toBe(0)
  const rows = JSON.parse((await bodymark([...at, 'status'])).out)
  expect(rows.find(({ vin }: { vin: string }) => vin === tipper)).toMatchObject({ status: 'signed' })

  const settle = (verb: string) => bodymark([...at, verb, '--vin', tipper, '--reason', 'wrong body'])
  expect((await settle('correct')).status).toBe(2)
  const withdrawn = await settle('withdraw')
  expect(JSON.parse(withdrawn.out)).toMatchObject({ vin: tipper, status: 'draft', version: 1 })
}, 120_000)

test('a workspace in use is refused with the name of the program that holds it', async () => {
  const fleet = await aFleet()
  const second = await bodymark(['--workspace', fleet.dir, 'status'])
  expect(second.status).toBe(2)
  expect(second.err).toContain('test')
}, 60_000)

test('an unknown path, a value without a name and an unknown VIN are refused in words', async () => {
  const fleet = await aFleet()
  fleet.close()
  const complete = (...args: string[]) => bodymark(['--workspace', fleet.dir, 'complete', ...args])
  expect((await complete('--vin', tipper, '--set', 'CocDataGroup/Nonsense=1')).err).toContain('Nonsense')
  expect((await complete('--vin', tipper, '--set', 'nonsense')).status).toBe(2)
  expect((await complete('--vin', 'ZZZ', '--variant', 'KIPPER')).err).toContain('ZZZ')
  expect((await complete('--vin', tipper, '--variant', 'NONE')).err).toContain('NONE')
}, 60_000)
