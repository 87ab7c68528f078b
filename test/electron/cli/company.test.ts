import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { demoCompany } from '../../../build/demo/data/definitions.ts'
import { bodymark } from './run-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'bodymark-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a company is set up from a file, and setting it up again adds nobody twice', async () => {
  const file = join(folder, 'company.json')
  writeFileSync(file, JSON.stringify(demoCompany))
  const at = ['--workspace', join(folder, 'works'), '--json']
  const first = await bodymark([...at, 'company', 'set', file])
  expect(first.status).toBe(0)
  const names = (out: string) => JSON.parse(out).people.map(({ name }: { name: string }) => name)
  expect(names(first.out).toSorted()).toEqual(demoCompany.people.map(({ name }) => name).toSorted())
  expect(names((await bodymark([...at, 'company', 'set', file])).out)).toHaveLength(demoCompany.people.length)
  writeFileSync(file, JSON.stringify({ ...demoCompany, company: { Nonsense: 'X' } }))
  const unknown = await bodymark([...at, 'company', 'set', file])
  expect(unknown).toMatchObject({ status: 2 })
  expect(unknown.err).toContain('Nonsense')
  writeFileSync(file, JSON.stringify({ firm: 'X' }))
  expect((await bodymark([...at, 'company', 'set', file])).err).toContain('--help')
}, 60_000)

test('what was signed by mistake is taken back by a command, with a reason', async () => {
  const at = ['--workspace', join(folder, 'none')]
  const without = await bodymark([...at, 'withdraw', '--vin', 'ZZBFC35A0T1000101', '--reason', 'x'])
  expect(without).toMatchObject({ status: 2 })
  expect(without.err).toContain('3 to 500')
  const unknown = await bodymark([...at, 'withdraw', '--vin', 'ZZBFC35A0T1000101', '--reason', 'wrong body'])
  expect(unknown.err).toContain('ZZBFC35A0T1000101')
}, 60_000)
