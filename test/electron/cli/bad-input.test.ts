import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdtempSync, openSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { bodymarkProcess as bodymark, main, type Ran } from './run-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'bodymark-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** In words, without a trace of the program. */
function expectWords(ran: Ran, status: number): void {
  expect(ran.status).toBe(status)
  expect(ran.err).not.toMatch(/^\s+at .*:\d+/m)
  expect(ran.err).not.toContain('Error:')
}

test('an output that cannot be written is refused in words', async () => {
  const file = join(folder, 'a file')
  writeFileSync(file, 'a letter')
  const tree = join(folder, 'tree.json')
  writeFileSync(tree, '{}')
  for (const args of [
    ['xsd', '-o', file],
    ['xsd', '-o', join(file, 'below')],
    ['write', tree, '-o', join(folder, 'missing', 'out.xml')],
    ['write', tree, '-o', join(file, 'out.xml')],
    ['write', tree, '-o', folder],
  ])
    expectWords(await bodymark(args), 2)
  expect(readdirSync(folder)).not.toContain('a file.part')
}, 60_000)

test('a port or a row that is no number is refused before anything is opened', async () => {
  const at = ['--workspace', join(folder, 'never')]
  for (const args of [
    [...at, 'serve', '--port', 'abc'],
    [...at, 'serve', '--port', '99999'],
    [...at, 'import', 'x.csv', '--profile', 'x', '--header-row', 'three'],
  ]) {
    const ran = await bodymark(args)
    expectWords(ran, 2)
    expect(ran.err).toContain('whole number')
  }
  expect(readdirSync(folder)).not.toContain('never')
}, 60_000)

test('verify tells a file that it cannot read from one whose signature is not valid', async () => {
  const dtd = join(folder, 'dtd.xml')
  writeFileSync(dtd, '<!DOCTYPE x [<!ENTITY e "e">]><x>&e;</x>')
  const unsigned = join(folder, 'unsigned.xml')
  writeFileSync(unsigned, '<x/>')
  expect((await bodymark(['verify', dtd])).status).toBe(2)
  expect((await bodymark(['verify', unsigned])).status).toBe(1)
}, 60_000)

test('a comment inside a value is told with its field, and the value is read whole', async () => {
  const file = join(folder, 'comment.xml')
  const vin = 'ZZBFC35A<!-- -->0T1000101'
  writeFileSync(
    file,
    `<InitialVehicleInformation xmlns="http://eu.ereg.initialvehicleinformation.v2"><Header/><CocDataGroup><VehicleIdentificationNumber>${vin}</VehicleIdentificationNumber></CocDataGroup></InitialVehicleInformation>`,
  )
  const [checked] = JSON.parse((await bodymark(['check', '--json', file])).out)
  expect(checked.findings).toContainEqual(
    expect.objectContaining({ path: 'CocDataGroup/VehicleIdentificationNumber', severity: 'warning' }),
  )
  const read = await bodymark(['read', '--json', file])
  expect(JSON.parse(read.out).CocDataGroup.VehicleIdentificationNumber).toBe('ZZBFC35A0T1000101')
}, 60_000)

test('where the form is wrong, the rules are said to have looked at nothing', async () => {
  const file = join(folder, 'form.xml')
  writeFileSync(
    file,
    '<InitialVehicleInformation xmlns="http://eu.ereg.initialvehicleinformation.v2"><Nonsense/></InitialVehicleInformation>',
  )
  const told = await bodymark(['check', file])
  expect(told.out).toContain('not looked at')
  expect((await bodymark(['--lang', 'de', 'check', file])).out).toContain('nicht angewandt')
}, 60_000)

test('a folder in which a workspace is begun is named', async () => {
  const dir = join(folder, 'new works')
  const first = await bodymark(['--workspace', dir, 'status', '--json'])
  expect(first).toMatchObject({ status: 0, out: '[]\n' })
  expect(first.err).toContain(dir)
  expect((await bodymark(['--workspace', dir, 'status', '--json'])).err).not.toContain(dir)
}, 60_000)

test('a folder is no backup, and an audit record of a vehicle that nobody knows is not written', async () => {
  const at = ['--workspace', join(folder, 'works')]
  const restored = await bodymark([...at, 'restore', folder])
  expectWords(restored, 2)
  expect(restored.err).toContain('This is a folder')
  expectWords(await bodymark([...at, 'restore', 'a'.repeat(300)]), 2)
  const exported = await bodymark([...at, 'audit', 'export', '--vin', 'ZZBFC35A0T1000999'])
  expectWords(exported, 2)
  expect(exported.err).toContain('ZZBFC35A0T1000999')
}, 60_000)

test('a base that does not fit the schema is kept and told as an error', async () => {
  const file = join(folder, 'base.xml')
  writeFileSync(
    file,
    '<InitialVehicleInformation xmlns="http://eu.ereg.initialvehicleinformation.v2"><CocDataGroup><VehicleIdentificationNumber>ZZBFC35A0T1000101</VehicleIdentificationNumber></CocDataGroup></InitialVehicleInformation>',
  )
  const added = await bodymark(['--workspace', join(folder, 'bases'), 'base', 'add', file])
  expectWords(added, 1)
  expect(added.out).toContain('schema NOT VALID')
}, 60_000)

test('what a file of the company leaves out is called missing, and a NAP needs its key file', async () => {
  const at = ['--workspace', join(folder, 'definitions')]
  const empty = join(folder, 'empty.json')
  writeFileSync(empty, '{}')
  for (const args of [
    ['profile', 'import', empty],
    ['company', 'set', empty],
  ]) {
    const ran = await bodymark([...at, ...args])
    expectWords(ran, 2)
    expect(ran.err).toContain('missing')
    expect(ran.err).not.toContain('undefined')
  }
  const nap = await bodymark([
    ...at,
    'nap',
    'set',
    'demo',
    '--url',
    'https://x/y',
    '--client-key',
    'none.p12',
  ])
  expectWords(nap, 2)
  expect(nap.err).toContain('none.p12')
}, 60_000)

test.runIf(process.platform === 'linux')(
  'a device without an end is too big, not read for ever',
  async () => {
    const ran = await bodymark(['verify', '/dev/zero'])
    expectWords(ran, 2)
    expect(ran.err).toContain('too big')
  },
  60_000,
)

test.skipIf(process.platform !== 'linux')(
  'an answer that finds no room is told in words, not as a crash',
  async () => {
    const full = openSync('/dev/full', 'w')
    const child = spawn(process.execPath, [main, 'xsd', '--lang', 'de'], { stdio: ['ignore', full, 'pipe'] })
    let err = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      err += chunk.toString()
    })
    const status = await new Promise((resolve) => child.on('close', resolve))
    closeSync(full)
    expect(status).toBe(2)
    expect(err).toMatch(/^Die Antwort ließ sich nicht ausgeben\n.*ENOSPC/)
  },
)

test('a reader that has seen enough and closes the pipe is no failure', async () => {
  const child = spawn(process.execPath, [main, 'xsd'], { stdio: ['ignore', 'pipe', 'pipe'] })
  let err = ''
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString()
  })
  child.stdout.once('data', () => child.stdout.destroy())
  const [status] = await once(child, 'close')
  expect({ status, err }).toEqual({ status: 0, err: '' })
}, 60_000)
