import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildIviXml } from '../../../electron/ivi-xml/build-ivi-xml.ts'
import { labelOf } from '../../../shared/ivi/facts.ts'
import { leavesOf, valueAt } from '../../../shared/ivi/message.ts'
import { buildTree } from '../../../shared/ivi/set-value.ts'
import { catalogue } from '../ivi-xml/messages.ts'
import { aFleet, idOf, type TestWorkspace } from './a-workspace.ts'

const tipper = 'ZZBFC35A0T1000101'
const mass = 'CocDataGroup/MassGroup/ActualMass'

/** What another process would have written for a vehicle: ours with these values. */
async function theirs(
  fleet: TestWorkspace,
  id: number,
  values: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { tree, row } = await fleet.ask('vehicle/get', { id })
  const built = buildTree([...leavesOf(tree), ...Object.entries(values)], catalogue)
  if (!built.ok) throw new Error(built.problem.code)
  const file = join(fleet.dir, `theirs-${row.vin}-${Object.values(values).join('')}.xml`)
  writeFileSync(file, buildIviXml(built.value, catalogue))
  return file
}

test('a parallel run: ours against their files, paired by VIN, the odd ones named on either side', async () => {
  const fleet = await aFleet()
  const ids = await fleet.ask('register/ids', {})
  const [first = 0, second = 0, third = 0, ...others] = ids
  const reference = { 'Header/IviReferenceId': '99999999-7b1d-4e3a-9c6f-2d8b4a1e7c90' }
  const files = [
    await theirs(fleet, first, { [mass]: '2601', ...reference }),
    await theirs(fleet, second, { [mass]: '2601.0', ...reference }),
    await theirs(fleet, third, reference),
    await theirs(fleet, third, { 'Header/IviVersionNumber': '2' }),
    await theirs(fleet, third, { 'CocDataGroup/VehicleIdentificationNumber': 'ZZZ00000000000001' }),
  ]
  const broken = join(fleet.dir, 'broken.xml')
  writeFileSync(broken, '<a>')
  const run = await fleet.ask('compare/run', {
    left: ids.map((vehicle) => ({ vehicle })),
    right: [...files, broken].map((path) => ({ file: { path } })),
    byVin: true,
  })
  expect(run.pairs).toHaveLength(3)
  expect(run.pairs.map(({ differing }) => differing)).toEqual([1, 1, 0])
  expect(run.pairs[2]?.right.version).toBe('2')
  expect(run.fields).toEqual([{ path: mass, pairs: [0, 1] }])
  expect(run.unpaired.filter(({ side }) => side === 'left')).toHaveLength(others.length)
  expect(run.unpaired.filter(({ side }) => side === 'right')).toMatchObject([
    { why: 'alone', view: { vin: 'ZZZ00000000000001' } },
    { why: 'older', view: { version: '1' } },
  ])
  expect(run.problems).toMatchObject([{ side: 'right', problem: { where: { file: 'broken.xml' } } }])

  const detail = await fleet.ask('compare/pair', { run: run.id, pair: 0 })
  const ours = valueAt((await fleet.ask('vehicle/get', { id: first })).tree, mass)
  expect(detail.vehicle.filter(({ same }) => !same)).toMatchObject([
    { path: mass, left: ours, right: '2601' },
  ])
  expect(detail.message.filter(({ same }) => !same).map(({ path }) => path)).toEqual([
    'Header/IviReferenceId',
  ])
  expect(detail.equal).toBe(detail.vehicle.length - 1)

  // What the comparison read is kept: the files may go.
  writeFileSync(files[0] ?? '', '')
  expect((await fleet.ask('compare/pair', { run: run.id, pair: 0 })).differing).toBe(1)

  const register = await fleet.ask('compare/run', {
    left: [{ register: true }],
    right: files.slice(1).map((path) => ({ file: { path } })),
    byVin: true,
  })
  expect(register.pairs).toHaveLength(2)
  expect(register.unpaired.map(({ side }) => side)).toEqual(['right', 'right'])

  const csv = await fleet.ask('compare/export', { run: run.id, form: 'csv', language: 'de' })
  const text = Buffer.from(csv.base64, 'base64').toString('utf8')
  expect(text).toContain(labelOf(mass, 'de'))
  const rows = text.split('\r\n').filter((line) => line.includes(mass))
  expect(rows.map((row) => row.split(';').slice(-3))).toEqual([
    ['2601', 'kg', mass],
    ['2601.0', 'kg', mass],
  ])
  const json = await fleet.ask('compare/export', { run: run.id, pair: 0, form: 'json', language: 'en' })
  expect(JSON.parse(Buffer.from(json.base64, 'base64').toString('utf8'))).toMatchObject({
    pairs: [{ differing: 1, differences: [{ item: '13.2', right: '2601' }] }],
    fields: [{ path: mass, differs: 1, of: 1 }],
    unpaired: [],
    problems: [],
  })
  const all = await fleet.ask('compare/export', { run: run.id, form: 'json', language: 'de' })
  expect(JSON.parse(Buffer.from(all.base64, 'base64').toString('utf8'))).toMatchObject({
    fields: [{ path: mass, differs: 2, of: 3 }],
    problems: [{ side: 'right', problem: { text: expect.stringContaining('kein wohlgeformtes XML') } }],
  })
})

test('an earlier stage and ours, two vehicles, and a vehicle that has no earlier stage', async () => {
  const fleet = await aFleet()
  const id = await idOf(fleet, tipper)
  const [other = 0] = (await fleet.ask('register/ids', {})).filter((one) => one !== id)
  const stage = await fleet.ask('compare/run', {
    left: [{ vehicle: id, stage: 'latest' }],
    right: [{ vehicle: id }],
    byVin: false,
  })
  expect(stage.pairs).toMatchObject([{ left: { kind: 'stage', stageNumber: 1 }, right: { status: 'draft' } }])
  expect(stage.pairs[0]?.left.signature).toMatchObject({ present: true, valid: true })
  const two = await fleet.ask('compare/run', {
    left: [{ vehicle: id }],
    right: [{ vehicle: other }],
    byVin: false,
  })
  const detail = await fleet.ask('compare/pair', { run: two.id, pair: 0 })
  expect(detail.vehicle.find(({ path }) => path.endsWith('VehicleIdentificationNumber'))?.same).toBe(false)
  const { row } = await fleet.ask('vehicle/add', { vin: 'ZZZ00000000000009' })
  const none = await fleet.call('compare/run', {
    left: [{ vehicle: row.id, stage: 'latest' }],
    right: [{ vehicle: id }],
    byVin: false,
  })
  expect(none).toMatchObject({ ok: false, problem: { code: 'compare-no-stage' } })
  expect(await fleet.call('compare/get', { run: 4711 })).toMatchObject({ problem: { code: 'compare-gone' } })
})

test('a file of another release is named as such', async () => {
  const fleet = await aFleet()
  const id = await idOf(fleet, tipper)
  const file = await theirs(fleet, id)
  const later = readFileSync(file, 'utf8').replace('<IviVersionNumberXsd>2.0<', '<IviVersionNumberXsd>2.7<')
  writeFileSync(file, later)
  const answer = await fleet.call('compare/run', {
    left: [{ vehicle: id }],
    right: [{ file: { path: file } }],
    byVin: false,
  })
  expect(answer).toMatchObject({
    ok: false,
    problem: { code: 'ivi-other-release', args: { release: '2.7' } },
  })
})
