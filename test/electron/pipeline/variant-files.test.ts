import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import exceljs from 'exceljs'
import { expect, test } from 'vitest'
import { aFleet, idOf } from './a-workspace.ts'

const tipper = 'ZZBFC35A0T1000101'
const demoTipper = JSON.parse(
  readFileSync(new URL('../../../build/demo/data/variants/tipper.json', import.meta.url), 'utf8'),
)
const mass = { name: 'Crane', kg: 900, x: 700, counts: 'option' }
const crane = {
  ...demoTipper,
  id: 'CRANE',
  version: 1,
  validFrom: '2026-01-01',
  loads: {
    masses: [{ name: 'Platform', kg: 640, x: 2400, counts: 'standard' }],
    seats: [{ count: 2, x: 500 }],
    payload: { from: 650, to: 3950 },
    coupling: { x: 4350 },
  },
  loadsByCategory: {
    N2: { masses: [{ name: 'Platform', kg: 900, x: 3000, counts: 'standard' }], seats: [] },
  },
  options: [
    {
      id: 'CR',
      name: 'Crane',
      masses: [mass],
      set: { 'CocDataGroup/Type': 'X' },
      excludes: [],
      requires: [],
    },
  ],
}
const long = { id: 'CRANE-L', version: 1, name: 'Long crane', inherits: 'CRANE', without: ['CR'] }

test('a workbook that was exported comes back as the same bodies, inheritance and all', async () => {
  const fleet = await aFleet()
  const file = join(fleet.dir, 'bodies.json')
  writeFileSync(file, JSON.stringify({ variants: [long, crane] }))
  const first = await fleet.ask('variant/import', { file: { path: file } })
  expect(first.map(({ id }) => id)).toEqual(['CRANE-L', 'CRANE'])
  const book = await fleet.ask('variant/export', { ids: ['CRANE', 'CRANE-L'], form: 'xlsx' })
  const again = await fleet.ask('variant/import', { file: { name: 'bodies.xlsx', base64: book.base64 } })
  expect(again).toMatchObject([
    { id: 'CRANE', version: 1 },
    { id: 'CRANE-L', inherits: 'CRANE' },
  ])
  const { definition } = await fleet.ask('variant/get', { id: 'CRANE-L' })
  expect(definition.inherits).toEqual({ id: 'CRANE', version: 1 })
})

test('a wrong cell of a workbook is named and nothing of it is kept', async () => {
  const fleet = await aFleet()
  const before = (await fleet.ask('variant/list', {})).variants.length
  const { base64 } = await fleet.ask('variant/export', { ids: [], form: 'xlsx' })
  const attempt = async (change: (book: exceljs.Workbook) => void) => {
    const book = new exceljs.Workbook()
    await book.xlsx.load(Buffer.from(base64, 'base64') as unknown as ArrayBuffer)
    book.getWorksheet('Bodies')?.addRow(['B1', 1, 'Body', '', '', '', '', 'N1', 'V', 'full'])
    change(book)
    const bytes = Buffer.from(await book.xlsx.writeBuffer()).toString('base64')
    const result = await fleet.call('variant/import', { file: { name: 'bodies.xlsx', base64: bytes } })
    return result.ok ? undefined : result.problem
  }
  expect(
    await attempt((book) => book.getWorksheet('Masses')?.addRow(['B1', '', '', 'Box', 'heavy', 2])),
  ).toMatchObject({
    code: 'variant-cell-unreadable',
    args: { value: 'heavy', header: 'kg', sheet: 'Masses', line: 2 },
  })
  expect(
    await attempt((book) => book.getWorksheet('Masses')?.addRow(['B1', '', '', 'Box', 600, '', 'standard'])),
  ).toMatchObject({
    code: 'variant-value-missing',
    args: { where: 'loads › masses › Box › x' },
  })
  expect(
    await attempt((book) =>
      book.getWorksheet('Values')?.addRow(['B9', '', '', 'CocDataGroup/Type', '', 'X']),
    ),
  ).toMatchObject({
    code: 'variant-row-stray',
  })
  expect(await attempt((book) => book.removeWorksheet('Bodies'))).toMatchObject({
    code: 'variant-sheet-missing',
  })
  expect((await fleet.ask('variant/list', {})).variants).toHaveLength(before)
  expect(await attempt(() => undefined)).toBeUndefined()
})

test('a circle across a file is refused with its chain, and none of its bodies is kept', async () => {
  const fleet = await aFleet()
  const file = join(fleet.dir, 'circle.json')
  const of = (id: string, inherits: string) => ({ id, version: 1, name: id, inherits })
  writeFileSync(file, JSON.stringify([of('A', 'B'), of('B', 'C'), of('C', 'A')]))
  expect(await fleet.call('variant/import', { file: { path: file } })).toMatchObject({
    ok: false,
    problem: { code: 'variant-circle', args: { chain: 'A → B → C → A' } },
  })
  expect(await fleet.call('variant/get', { id: 'A' })).toMatchObject({ ok: false })
})

test('the same body again is known, another under its number is not taken, an older number comes too late', async () => {
  const fleet = await aFleet()
  const { options: _options, loads: _loads, ...older } = { ...demoTipper }
  expect((await fleet.call('variant/save', { json: demoTipper })).ok).toBe(true)
  expect(await fleet.call('variant/save', { json: { ...older, name: 'Other' } })).toMatchObject({
    problem: { code: 'variant-version-known' },
  })
  await fleet.ask('variant/save', { json: { ...demoTipper, version: 5 } })
  expect(await fleet.call('variant/save', { json: { ...demoTipper, version: 4 } })).toMatchObject({
    problem: { code: 'variant-version-old' },
  })
})

test('a body made from a vehicle states what was said of its body, and nothing that is the vehicle’s own', async () => {
  const fleet = await aFleet()
  const vehicleId = await idOf(fleet, tipper)
  const made = await fleet.ask('variant/from-vehicle', { vehicleId, id: 'TIP-NEW', name: 'New tipper' })
  expect(made.set['CocDataGroup/BodyworkTable/BodyworkGroup[1]/CodeForBodywork']).toBe('BA')
  expect(
    Object.keys(made.set).filter((path) =>
      /VehicleIdentification|ActualMass$|ColourTable|^Header/.test(path),
    ),
  ).toEqual([])
  expect(await fleet.ask('variant/save', { json: made })).toMatchObject({
    id: 'TIP-NEW',
    version: 1,
    categories: ['N1'],
  })
  expect(
    await fleet.ask('vehicle/apply-variant', { ids: [vehicleId], variantId: 'TIP-NEW', options: [] }),
  ).toMatchObject([{ ok: true }])
})

test('a configurator’s file puts body, options and masses on its vehicle; a stranger’s is told', async () => {
  const fleet = await aFleet()
  await fleet.ask('variant/save', { json: crane })
  const profile = {
    ...JSON.parse(
      readFileSync(
        new URL('../../../schemas/mapping-profiles/configurations/configurator-json.json', import.meta.url),
        'utf8',
      ),
    ),
    tables: { bodies: { C: 'CRANE' }, features: { K: 'CR' } },
  }
  await fleet.ask('profile/save', { json: profile })
  const file = join(fleet.dir, 'order.json')
  const order = (vin: string) => ({
    vehicle: { vin },
    product: {
      code: 'C',
      features: [{ code: 'K', selected: true }],
      extras: [{ text: 'Crane', weight: 910, centre: 0.7 }],
    },
  })
  writeFileSync(file, JSON.stringify({ orders: [order(tipper), order('ZZBFC35A0T1999999')] }))
  const items = await fleet.ask('variant/apply-configuration', { file: { path: file }, profile: profile.id })
  expect(items).toMatchObject([
    { vin: tipper, ok: true },
    { ok: false, problem: { code: 'configuration-of-nobody' } },
  ])
  const { row } = await fleet.ask('vehicle/get', { id: await idOf(fleet, tipper) })
  expect(row).toMatchObject({ variantId: 'CRANE', options: ['CR'] })
  expect(
    await fleet.call('variant/apply-configuration', { file: { path: file }, profile: 'works' }),
  ).toMatchObject({
    ok: false,
  })
})
