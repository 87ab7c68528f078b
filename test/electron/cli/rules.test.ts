import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aFleet, aFolder } from '../pipeline/a-workspace.ts'
import { bodymark } from './run-cli.ts'

const tipper = 'ZZBFC35A0T1000101'
const wheels = 'CocDataGroup/GeneralConstructionGroup/NumberOfWheels'

test('every rule is listed with level, source and certainty, without a workspace too', async () => {
  const nowhere = join(aFolder(), 'none')
  const listed = await bodymark(['--workspace', nowhere, '--json', 'rules'])
  expect(listed.status).toBe(0)
  const rules = JSON.parse(listed.out) as readonly { readonly id: string; readonly level: string }[]
  expect(rules.find(({ id }) => id === '1')).toMatchObject({
    level: 'refuse',
    certainty: 'high',
    source: expect.stringContaining('2021/535'),
    categories: expect.arrayContaining(['N1']),
    findings: [{ code: 'actual-mass-over-laden', level: 'refuse', certainty: 'high' }],
  })
  expect(rules.find(({ id }) => id === '33')?.level).toBe('inform')
  const german = await bodymark(['--workspace', nowhere, '--lang', 'de', 'rules'])
  expect(german.out).toMatch(/^Regel +Stufe/)
  expect(german.out).toMatch(/\n1 +Ablehnung +sicher/)
}, 60_000)

test('a policy raises a level and tightens a tolerance; one that lowers is refused', async () => {
  const fleet = await aFleet()
  fleet.close()
  const file = join(fleet.dir, 'policy.json')
  const at = ['--workspace', fleet.dir]
  const keep = (json: unknown) => {
    writeFileSync(file, JSON.stringify(json))
    return bodymark([...at, 'rules', 'policy', file])
  }
  const lowered = await keep({ version: 1, levels: { 1: 'warn' } })
  expect(lowered.status).toBe(2)
  expect(lowered.err).toContain('Rule 1 may not be lowered from refuse to warn')
  expect((await keep({ version: 1, levels: { 99: 'warn' } })).err).toContain(
    'No rule or finding is called 99',
  )
  const mass = 'CocDataGroup/MassGroup/MassInRunningOrder'
  const kept = await keep({ version: 1, levels: { 47: 'warn' }, tolerances: { measured: { [mass]: 0.5 } } })
  expect(kept.status).toBe(0)
  const listed = await bodymark([...at, '--json', 'rules'])
  expect(JSON.parse(listed.out).find(({ id }: { id: string }) => id === '47')).toMatchObject({
    level: 'inform',
    companyLevel: 'warn',
  })
  expect((await keep({ version: 1, levels: { 47: 'refuse' } })).status).toBe(2)
}, 120_000)

test('what has one answer is set by --fix, under its rule as the reason', async () => {
  const fleet = await aFleet()
  fleet.close()
  const at = ['--workspace', fleet.dir]
  const wrong = await bodymark([...at, 'complete', '--vin', tipper, '--set', `${wheels}=9`])
  expect(wrong.status).toBe(1)
  const fixed = await bodymark([...at, 'complete', '--vin', tipper, '--fix'])
  expect(fixed.out).toContain(`${wheels} = 6  (cured as rule 51 says)`)
  expect(fixed.status).toBe(0)
}, 120_000)

test('a result file of another vehicle changes nothing; that of this one is taken', async () => {
  const fleet = await aFleet()
  fleet.close()
  const file = join(fleet.dir, 'result.json')
  const at = ['--workspace', fleet.dir, '--json']
  const add = (vin: string) => {
    writeFileSync(file, JSON.stringify({ VIN: vin, CO2Combined: 262.4 }))
    return bodymark([...at, 'results', 'add', file, '--vin', tipper])
  }
  const other = await add('ZZBFC35A0T1000102')
  expect(other.status).toBe(2)
  expect(other.out + other.err).toContain('result-of-another-vehicle')
  const taken = await add(tipper)
  expect(taken.status).toBe(0)
  expect(JSON.parse(taken.out)).toMatchObject({ tool: 'wltp', values: [{ value: '262.4' }] })
}, 120_000)
