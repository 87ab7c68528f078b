import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { aFleet } from '../pipeline/a-workspace.ts'
import { bodymark } from './run-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'bodymark-variant-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const vin = 'ZZBFC35A0T1000101'
const length = 'CocDataGroup/DimensionGroup/Length'
const keep = (name: string, content: unknown): string => {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}
async function aDesk() {
  const fleet = await aFleet()
  fleet.close()
  return (...args: readonly string[]) => bodymark(['--workspace', fleet.dir, ...args])
}

test('bodies are listed, shown, go out as JSON and workbook and come back', async () => {
  const desk = await aDesk()
  expect(JSON.parse((await desk('--json', 'variant', 'list')).out)).toHaveLength(5)
  expect((await desk('variant', 'show', 'KIPPER', '--version', '1')).out).toContain('Tool box')
  for (const name of ['bodies.xlsx', 'bodies.json']) {
    const file = join(folder, name)
    expect((await desk('variant', 'export', 'KIPPER', 'KOFFER', '-o', file)).status).toBe(0)
    expect(await desk('variant', 'import', file)).toMatchObject({ status: 0, out: 'KIPPER\nKOFFER\n' })
  }
  const template = join(folder, 'template.xlsx')
  const written = await desk('variant', 'template', '-o', template, '--json')
  expect(JSON.parse(written.out)).toEqual({ file: template })
  expect(existsSync(template)).toBe(true)
  const empty = await desk('variant', 'import', template)
  expect(empty).toMatchObject({ status: 2, err: expect.stringContaining('holds no body variant') })
  const made = await desk('variant', 'from-vehicle', '--vin', vin, '--id', 'TIP4')
  expect(made).toMatchObject({ status: 0, out: 'TIP4  version 1\n' })
}, 180_000)

test('a bad body is refused by its place, in plain words, and none of its file is kept', async () => {
  const desk = await aDesk()
  const body = { id: 'A', version: 1, name: 'A', categories: ['N1'], stage: 'V' }
  const mass = { name: 'Box', kg: 100, x: 3, counts: 'standard' }
  const loaded = (changed: object) => ({ ...body, loads: { masses: [{ ...mass, ...changed }] } })
  const cases: readonly (readonly [unknown, string])[] = [
    ['{', 'line 1: bad.json is no JSON'],
    [{ ...body, set: { 'CocDataGroup/Nonsense': '1' } }, 'CocDataGroup/Nonsense'],
    [
      [
        { ...body, inherits: 'B' },
        { ...body, id: 'B', inherits: 'A' },
      ],
      'A → B → A',
    ],
    [loaded({ x: undefined }), 'loads › masses › Box › x is missing'],
    [[{ ...body, id: 'GOOD' }, loaded({ kg: -100 })], 'loads › masses › Box › kg says -100'],
    [loaded({ kg: 1e9 }), 'the limit is 60000'],
  ]
  for (const [content, words] of cases) {
    const ran = await desk('variant', 'import', keep('bad.json', content))
    expect(ran).toMatchObject({ status: 2, err: expect.stringContaining(words) })
    expect(ran.err).not.toMatch(/^\s+at .*:\d+|ZodError|undefined/m)
  }
  expect(JSON.parse((await desk('--json', 'variant', 'list')).out)).toHaveLength(5)
}, 180_000)

test('a body goes on vehicles with its options; what does not fit says why and is left alone', async () => {
  const desk = await aDesk()
  const apply = (...args: readonly string[]) => desk('variant', 'apply', ...args)
  expect((await apply('KIPPER', '--vin', vin, '--vin', vin, '--option', 'TOOLBOX')).out).toBe(
    `${vin}  Draft\n`,
  )
  expect(await apply('KIPPER')).toMatchObject({ status: 2, err: expect.stringContaining('--all') })
  expect((await apply('KIPPER', '--vin', vin, '--option', 'TOOLBOX', '--no-options')).status).toBe(2)
  const box = ['KOFFER', '--vin', 'YYHMK12B5T2000331', '--option', 'LBW', '--option', 'DOORS']
  expect(await apply(...box)).toMatchObject({ status: 1, out: expect.stringContaining('exclude each other') })
}, 180_000)

test('a value that is refused takes the option that was asked for with it', async () => {
  const desk = await aDesk()
  const complete = (...args: readonly string[]) => desk('--json', 'complete', '--vin', vin, ...args)
  const refused = await complete('--option', 'SIDES', '--set', `${length}=5800`)
  expect(refused).toMatchObject({ status: 2, err: expect.stringContaining('needs a reason') })
  const weights = await desk('weights', '--vin', vin)
  expect(weights.out).not.toContain('Raised side walls')
  await complete('--option', 'SIDES', '--set', `${length}=5800`, '--reason', 'measured by hand')
  expect((await desk('weights', '--vin', vin)).out).toContain('Raised side walls')
}, 180_000)

test('a configurator’s order is applied, and what is wrong in it is told with file and vehicle', async () => {
  const desk = await aDesk()
  const shipped = new URL('../../../schemas/mapping-profiles/configurations/', import.meta.url)
  const profile = join(folder, 'configurator-json.json')
  copyFileSync(new URL('configurator-json.json', shipped), profile)
  await desk('profile', 'import', profile)
  const order = (extras: readonly object[]) =>
    keep('order.json', {
      orders: [{ number: 4711, vehicle: { vin }, product: { code: 'TIP-3W', extras } }],
    })
  const apply = (file: string) =>
    desk('variant', 'apply-configuration', file, '--profile', 'configurator-json')
  expect((await apply(order([{ text: 'Ladder', weight: 12, centre: 3.25 }]))).status).toBe(0)
  for (const [extra, words] of [
    [{ text: 'Ladder', weight: 12 }, 'Nothing stands at centre'],
    [{ text: 'Ladder', weight: -12, centre: 1 }, '-12'],
    [{ text: 'Ladder', weight: 99_999_999, centre: 1 }, 'product/extras'],
  ] as const) {
    const ran = await apply(order([extra]))
    expect(ran.status).toBe(2)
    for (const part of ['order.json', vin, words]) expect(ran.err).toContain(part)
  }
  expect((await desk('weights', '--vin', vin)).out).toMatch(/Ladder.* 12 /)
}, 180_000)
