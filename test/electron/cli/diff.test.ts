import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { buildIviXml } from '../../../electron/ivi-xml/build-ivi-xml.ts'
import { leavesOf } from '../../../shared/ivi/message.ts'
import { buildTree } from '../../../shared/ivi/set-value.ts'
import { catalogue, smallMessage } from '../ivi-xml/messages.ts'
import { bodymark } from './run-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'bodymark-diff-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const coc = 'CocDataGroup/'

function write(name: string, values: Readonly<Record<string, string>> = {}): string {
  const built = buildTree([...leavesOf(smallMessage), ...Object.entries(values)], catalogue)
  if (!built.ok) throw new Error(built.problem.code)
  const file = join(folder, name)
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, buildIviXml(built.value, catalogue))
  return file
}

const ours = write('ours.xml', { [`${coc}MassGroup/ActualMass`]: '2540' })

test('equal in meaning ends with 0, whatever reference and moment say', async () => {
  const other = write('other.xml', {
    [`${coc}MassGroup/ActualMass`]: '02540',
    'Header/IviReferenceId': '11111111-7b1d-4e3a-9c6f-2d8b4a1e7c90',
  })
  const ran = await bodymark(['diff', ours, other])
  expect(ran).toMatchObject({ status: 0, err: '' })
  expect(ran.out).toContain('differing: 0')
  expect(ran.out).toContain('of the message: 1')
}, 120_000)

test('what differs is told with item, label, unit and both values, in either language and for machines', async () => {
  const other = write('heavier.xml', { [`${coc}MassGroup/ActualMass`]: '2555' })
  const ran = await bodymark(['diff', ours, other])
  expect(ran.status).toBe(1)
  expect(ran.out).toMatch(/13\.2 Actual mass.*2540 kg → 2555 kg/)
  const german = await bodymark(['--lang', 'de', 'diff', ours, other])
  expect(german.out).toMatch(/13\.2 Tatsächliche Masse.*2540 kg → 2555 kg/)
  const json = JSON.parse((await bodymark(['diff', ours, other, '--json', '--all'])).out)
  expect(json.pairs[0]).toMatchObject({ differing: 1, left: { file: 'ours.xml' } })
  expect(json.pairs[0].differences.filter((line: { same: boolean }) => !line.same)).toMatchObject([
    { path: `${coc}MassGroup/ActualMass`, item: '13.2', left: '2540', right: '2555', unit: 'kg' },
  ])
  expect(json.pairs[0].differences.length).toBeGreaterThan(10)
}, 120_000)

test('folders are paired by VIN; a damaged file is told and holds up no other', async () => {
  const vin = (at: number): string => `W09TR0000RB12345${at}`
  for (const side of ['a', 'b'])
    for (const at of [1, 2, 3])
      if (side === 'a' || at < 3)
        write(`${side}/below/${at}.xml`, {
          [`${coc}VehicleIdentificationNumber`]: vin(at),
          [`${coc}Type`]: side === 'b' && at === 2 ? 'KT25' : 'KT24',
        })
  const [a, b] = [join(folder, 'a'), join(folder, 'b')]
  const ran = await bodymark(['diff', a, b])
  expect(ran.status).toBe(1)
  expect(ran.out).toContain('1 of 2  0.2 Type')
  expect(ran.out).toMatch(new RegExp(`${vin(3)}.*only left`))
  expect(ran.out).toContain('pairs: 2, differing: 1')
  writeFileSync(join(b, 'below', 'damaged.xml'), '<a')
  symlinkSync(join(folder, 'nowhere.xml'), join(b, 'gone.xml'))
  const damaged = await bodymark(['diff', a, b, '--json'])
  expect(damaged.status).toBe(2)
  const told = JSON.parse(damaged.out)
  expect(told).toMatchObject({
    fields: [{ path: `${coc}Type`, item: '0.2', differs: 1, of: 2 }],
    unpaired: [{ side: 'left', why: 'alone', view: { vin: vin(3) } }],
    problems: ['below/damaged.xml', 'gone.xml'].map((file) => ({
      side: 'right',
      problem: { where: { file } },
    })),
  })
  expect(told.pairs).toMatchObject([{ right: { file: 'below/1.xml' } }, {}])
}, 120_000)

test('what cannot be compared is refused in words', async () => {
  const text = join(folder, 'letter.txt')
  writeFileSync(text, 'a letter')
  mkdirSync(join(folder, 'empty'))
  const later = write('later.xml', { 'Header/IviVersionNumberXsd': '2.9' })
  for (const [other, said] of [
    [join(folder, 'missing.xml'), 'missing.xml'],
    ['nonsense', 'nonsense is nothing that can be compared'],
    [join(folder, 'empty'), 'holds no message'],
    [text, 'not well-formed XML'],
    [later, '2.9'],
  ] as const) {
    const ran = await bodymark(['diff', ours, other])
    expect(ran.status, other).toBe(2)
    expect(ran.err, other).toContain(said)
    expect(ran.err).not.toMatch(/^\s+at .*:\d+/m)
  }
  const twice = await bodymark(['--workspace', join(folder, 'ws'), 'diff', 'register', 'register'])
  expect(twice).toMatchObject({ status: 2, out: '' })
  expect(twice.err).toContain('Both sides are the register')
  const unknown = await bodymark(['--workspace', join(folder, 'ws'), 'diff', ours, 'ZZBFC35A0T1000999@2'])
  expect(unknown.status).toBe(2)
  expect(unknown.err).toContain('ZZBFC35A0T1000999')
}, 180_000)
