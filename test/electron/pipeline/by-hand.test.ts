import { join } from 'node:path'
import { expect, test } from 'vitest'
import { demoProfile, demoProfileId } from '../../../build/demo/data/definitions.ts'
import { writeDemoData } from '../../../build/demo/data/write-demo-data.ts'
import { valueAt } from '../../../shared/ivi/message.ts'
import { aCompany, aFleet, idOf } from './a-workspace.ts'

const tipper = 'ZZBFC35A0T1000101'
const running = 'CocDataGroup/MassGroup/MassInRunningOrder'
const axle = 'CocDataGroup/AxleTable/AxleGroup[1]/DistributionMassRunningOrderAxle'
const category = 'CocDataGroup/VehicleCategory'
/** The demo's profile, cut down to the columns FIN and Auftrag. */
const vinAndOrder = {
  ...(demoProfile as object),
  version: 9,
  columns: (demoProfile as { readonly columns: readonly unknown[] }).columns.slice(0, 2),
}

test('a vehicle entered by hand stands in the register with its category, variant and history', async () => {
  const company = await aCompany()
  const { row, tree, history } = await company.ask('vehicle/add', {
    vin: ' zzb fc35a0t1000101',
    order: ' 4711 ',
    category: 'N1',
    variantId: 'KIPPER',
  })
  expect(row).toMatchObject({
    vin: tipper,
    order: '4711',
    category: 'N1',
    variantId: 'KIPPER',
    status: 'draft',
    base: 'missing',
  })
  expect(valueAt(tree, category)).toBe('N1')
  expect(history.map(({ action }) => action)).toEqual(['vehicle-added'])
  expect((await company.ask('audit/verify', {})).problems).toEqual([])
})

test('a base that came before its vehicle is linked as soon as the vehicle is entered', async () => {
  const company = await aCompany()
  const { bases } = await writeDemoData(join(company.dir, 'sources'))
  await company.ask('base/add', { files: bases.map((path) => ({ path })) })
  const { row, stages } = await company.ask('vehicle/add', { vin: tipper })
  expect(row).toMatchObject({ base: 'linked', category: 'N1' })
  expect(stages).toHaveLength(1)
})

test('what holds a vehicle up is the first error of the form, not that of the message', async () => {
  const company = await aCompany()
  const { row, findings } = await company.ask('vehicle/add', { vin: tipper, category: 'M1', stage: 'C' })
  expect(findings.map(({ path }) => path)).toContain('Header/DesignatedTypeApprovalCountry')
  expect(row.why).toMatchObject({ kind: 'finding', finding: { path: 'CocDataGroup/TypeApprovalType' } })
})

test.each([
  ['too short', { vin: 'ZZBFC35A0T100010' }, 'vin-length'],
  ['with letters that no VIN has', { vin: 'ZZBFC35A0T1000IOQ' }, 'vin-characters'],
  ['of a variant that nobody made', { vin: tipper, variantId: 'CRANE' }, 'variant-unknown'],
  ['of a category that the law does not know', { vin: tipper, category: 'N9' }, 'value-not-a-code'],
])('a vehicle %s is refused and nothing is kept', async (_, input, code) => {
  const company = await aCompany()
  expect(await company.call('vehicle/add', input)).toMatchObject({ ok: false, problem: { code } })
  expect((await company.ask('register/list', {})).total).toBe(0)
})

test('one VIN has one record: entered twice it is refused, and a list that names it takes it over', async () => {
  const company = await aCompany()
  const { workbook } = await writeDemoData(join(company.dir, 'sources'))
  const entered = await company.ask('vehicle/add', { vin: tipper, order: 'BY-HAND' })
  expect(await company.call('vehicle/add', { vin: tipper })).toMatchObject({
    ok: false,
    problem: { code: 'vehicle-known' },
  })
  const report = await company.ask('intake/import', { file: { path: workbook }, profile: demoProfileId })
  expect(report).toMatchObject({ added: 10, changed: 1 })
  const found = await company.ask('register/list', { search: tipper })
  expect(found.rows.map(({ id }) => id)).toEqual([entered.row.id])
  const again = await company.ask('intake/import', { file: { path: workbook }, profile: demoProfileId })
  expect(again).toMatchObject({ added: 0, changed: 0, unchanged: 11 })
})

test('a weighing stands over what was declared, with its slip, and is held against it', async () => {
  const fleet = await aFleet()
  const id = await idOf(fleet, tipper)
  await fleet.ask('vehicle/set-values', { id, values: [{ path: running, value: '2600' }] })
  const weighed = await fleet.ask('vehicle/weigh', {
    id,
    slip: ' W-2207 ',
    day: '2026-11-20',
    values: [
      { path: running, value: '2750' },
      { path: axle, value: '1275' },
    ],
  })
  expect(valueAt(weighed.tree, running)).toBe('2750')
  expect(weighed.sources[running]).toEqual({ kind: 'measured', slip: 'W-2207', day: '2026-11-20' })
  expect(valueAt(weighed.tree, axle)).toBe('1275')
  expect(weighed.drift).toContainEqual(
    expect.objectContaining({
      path: running,
      against: 'measured',
      expected: '2600',
      actual: '2750',
      exceeded: true,
    }),
  )
  expect(weighed.history.filter(({ action }) => action === 'weighed')).toHaveLength(2)
  const back = await fleet.ask('vehicle/weigh', {
    id,
    slip: 'W-2207',
    day: '2026-11-20',
    values: [{ path: running, value: null }],
  })
  expect(valueAt(back.tree, running)).toBe('2600')
})

test('a changed row of the list takes no weighing away', async () => {
  const fleet = await aFleet()
  const id = await idOf(fleet, tipper)
  const slip = { id, slip: 'W-1', day: '2026-11-20' }
  await fleet.ask('vehicle/weigh', { ...slip, values: [{ path: axle, value: '1275' }] })
  const csv = (order: string) => ({
    name: 'list.csv',
    base64: Buffer.from(`FIN;Auftrag\r\n${tipper};${order}\r\n`).toString('base64'),
  })
  await fleet.ask('profile/save', { json: vinAndOrder })
  const report = await fleet.ask('intake/import', { file: csv('NEW-1'), profile: demoProfileId })
  expect(report).toMatchObject({ changed: 1 })
  const { tree, row } = await fleet.ask('vehicle/get', { id })
  expect(row.order).toBe('NEW-1')
  expect(valueAt(tree, axle)).toBe('1275')
})

test('what is no weighing is refused by name', async () => {
  const fleet = await aFleet()
  const id = await idOf(fleet, tipper)
  const slip = { id, slip: 'W-1', day: '2026-11-20' }
  const refused = async (input: object, code: string) =>
    expect(
      await fleet.call('vehicle/weigh', { ...slip, values: [{ path: running, value: '2700' }], ...input }),
    ).toMatchObject({ ok: false, problem: { code } })
  await refused({ day: '2999-01-01' }, 'weighing-day')
  await refused({ values: [{ path: 'CocDataGroup/Type', value: 'X' }] }, 'not-weighable')
  await refused({ values: [{ path: running, value: '0' }] }, 'weighed-nothing')
  await refused({ values: [{ path: running, value: 'heavy' }] }, 'value-not-a-whole-number')
  fleet.workspace.setActor({ name: 'Margit', roles: ['signer'] })
  await refused({}, 'role-missing')
})

test('an import that a person ends keeps what was read and says how far it came', async () => {
  const company = await aCompany()
  const rows = Array.from({ length: 20_000 }, (_, at) => `ZZBFC35A0T1${String(at).padStart(6, '0')};A`)
  const file = {
    name: 'list.csv',
    base64: Buffer.from(['FIN;Auftrag', ...rows, ''].join('\r\n')).toString('base64'),
  }
  await company.ask('profile/save', { json: vinAndOrder })
  const stop = company.workspace.onEvent((event) => {
    if (event.kind === 'progress' && event.done > 0) void company.ask('intake/cancel', { run: 'one' })
  })
  const report = await company.ask('intake/import', { file, profile: demoProfileId, run: 'one' })
  stop()
  expect(report.stopped?.read).toBe(report.read)
  expect(report.added).toBe(report.read)
  expect(report.read).toBeGreaterThan(0)
  expect(report.read).toBeLessThan(20_000)
  expect((await company.ask('register/list', {})).total).toBe(report.read)
  expect(await company.ask('intake/cancel', { run: 'one' })).toEqual({ running: false })
  const rest = await company.ask('intake/import', { file, profile: demoProfileId })
  expect(rest).toMatchObject({ read: 20_000, unchanged: report.read, added: 20_000 - report.read })
})

test('a text file of an unknown encoding is read as a person says', async () => {
  const company = await aCompany()
  await company.ask('profile/save', { json: vinAndOrder })
  const bytes = Buffer.from(`FIN;Auftrag\r\n${tipper};M\xfcller\r\n`, 'latin1')
  const input = { file: { name: 'list.csv', base64: bytes.toString('base64') }, profile: demoProfileId }
  expect(await company.call('intake/preview', input)).toMatchObject({
    ok: false,
    problem: { code: 'csv-encoding-unknown' },
  })
  const read = await company.ask('intake/preview', { ...input, encoding: 'cp1252' })
  expect(read.rows[0]?.cells).toContain('Müller')
  await company.ask('intake/import', { ...input, encoding: 'cp1252' })
  expect((await company.ask('register/list', {})).rows[0]?.order).toBe('Müller')
})
