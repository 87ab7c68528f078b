import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { valueAt } from '../../../shared/ivi/message.ts'
import { scannedPdf, textPdf } from '../../fixtures/paper-pdf.ts'
import { aPng } from '../../fixtures/picture.ts'
import { englishCoc } from '../../fixtures/printed-coc.ts'
import { aCompany } from './a-workspace.ts'

const vin = 'ZZBFC12H0T1000701'
const coc = (name: string): string => `CocDataGroup/${name}`
const wheelbase = coc('DimensionGroup/Wheelbase')
const file = (name: string, bytes: Uint8Array) => ({ name, base64: Buffer.from(bytes).toString('base64') })

async function aBase() {
  const company = await aCompany()
  const { row } = await company.ask('vehicle/add', { vin, category: 'N2' })
  const base = await company.ask('paper-base/open', { vehicle: row.id })
  return { ...company, vehicle: row.id, id: base.id }
}

async function withScan() {
  const base = await aBase()
  const bytes = await textPdf(englishCoc)
  const { scans } = await base.ask('paper-base/attach', { id: base.id, file: file('coc.pdf', bytes) })
  const [scan] = scans
  if (!scan) throw new Error('no scan')
  return { ...base, bytes, scan }
}

test('a scan is kept by its hash, byte for byte, and told in the history', async () => {
  const { ask, call, id, bytes, scan, vehicle } = await withScan()
  expect(scan).toMatchObject({ name: 'coc.pdf', kind: 'PDF', pages: 2, hasText: true, replaced: false })
  const kept = await ask('paper-base/scan', { scan: scan.id })
  expect(new Uint8Array(Buffer.from(kept.base64, 'base64'))).toEqual(bytes)
  expect(await call('paper-base/attach', { id, file: file('copy.pdf', bytes) })).toMatchObject({
    ok: false,
    problem: { code: 'paper-scan-known', args: { file: 'copy.pdf', name: 'coc.pdf', scan: scan.id } },
  })
  expect((await ask('paper-base/get', { id })).scans).toHaveLength(1)
  const { history } = await ask('vehicle/get', { id: vehicle })
  expect(history.find(({ action }) => action === 'paper-scan-added')?.args).toMatchObject({
    file: 'coc.pdf',
    pages: 2,
    sha256: scan.sha256,
  })
})

test('front and back stand in the order of the paper; a replaced scan stays as evidence in its place', async () => {
  const { ask, id, scan } = await withScan()
  await ask('paper-base/attach', { id, file: file('back.png', aPng(40, 60)) })
  const better = await textPdf([...englishCoc, []])
  const { scans } = await ask('paper-base/attach', {
    id,
    file: file('better.pdf', better),
    instead: scan.id,
  })
  expect(scans.map(({ name, replaced, hasText }) => [name, replaced, hasText])).toEqual([
    ['coc.pdf', true, true],
    ['better.pdf', false, true],
    ['back.png', false, false],
  ])
})

test('a scan that was set aside stays as evidence, offers no page of its own and may be attached again', async () => {
  const { ask, call, id, bytes, scan, vehicle } = await withScan()
  const place = { sha256: scan.sha256, page: 2 }
  await ask('paper-base/set-values', { id, values: [{ path: wheelbase, value: '4200', place }] })
  const { scans, sources } = await ask('paper-base/set-scan-aside', { scan: scan.id })
  expect(scans).toMatchObject([{ name: 'coc.pdf', replaced: true }])
  expect(sources[wheelbase]).toMatchObject({ paper: { page: 2 } })
  expect(await call('paper-base/set-scan-aside', { scan: 99 })).toMatchObject({
    ok: false,
    problem: { code: 'paper-scan-unknown' },
  })
  const again = await ask('paper-base/attach', { id, file: file('coc.pdf', bytes) })
  expect(again.scans.map(({ replaced }) => replaced)).toEqual([true, false])
  const { history } = await ask('vehicle/get', { id: vehicle })
  expect(history.find(({ action }) => action === 'paper-scan-set-aside')?.args).toMatchObject({
    file: 'coc.pdf',
    sha256: scan.sha256,
  })
})

test('a value says the page that was in view, up to where the vehicle carries it over', async () => {
  const { ask, id, scan, vehicle } = await withScan()
  const needed = ['TypeApprovalNumber', 'Type', 'Variant', 'Version'].map(coc)
  const name = coc('ManufacturerTable/ManufacturerGroup[1]/ManufacturerName')
  await ask('paper-base/set-values', {
    id,
    values: [...needed, name].map((path) => ({ path, value: 'e3', place: { sha256: scan.sha256, page: 1 } })),
  })
  const { sources } = await ask('paper-base/set-values', {
    id,
    values: [{ path: wheelbase, value: '4200', place: { sha256: scan.sha256, page: 2 } }],
  })
  const paper = { file: 'coc.pdf', sha256: scan.sha256, page: 2 }
  expect(sources[wheelbase]).toMatchObject({ kind: 'typed', person: 'Ada Lindt', paper })
  await ask('paper-base/use', { id })
  const detail = await ask('vehicle/get', { id: vehicle })
  expect(detail.stages[0]).toMatchObject({
    file: 'coc.pdf',
    signature: { paper: { person: 'Ada Lindt', scans: [{ name: 'coc.pdf', sha256: scan.sha256 }] } },
  })
  expect(detail.sources[coc('ManufacturerTable/ManufacturerGroup[2]/PreviousStageType')]).toMatchObject({
    kind: 'base',
    paper: { file: 'coc.pdf', page: 1 },
  })
  const carried = Object.values(detail.sources).filter((one) => one.kind === 'base' && one.paper)
  expect(carried.length).toBeGreaterThan(4)
  expect(detail.history.find(({ action }) => action === 'paper-value-read')?.args).toMatchObject({
    page: 2,
    path: wheelbase,
  })
})

test('a page that no scan of the base has is refused, and nothing of it is kept', async () => {
  const { ask, call, id, scan } = await withScan()
  for (const place of [
    { sha256: scan.sha256, page: 3 },
    { sha256: 'f'.repeat(64), page: 1 },
  ])
    expect(
      await call('paper-base/set-values', { id, values: [{ path: wheelbase, value: '4200', place }] }),
    ).toMatchObject({ ok: false, problem: { code: 'paper-page-unknown' } })
  expect((await ask('paper-base/get', { id })).sources[wheelbase]).toBeUndefined()
})

test('a base begun like another keeps where that one was read', async () => {
  const { ask, id, scan } = await withScan()
  const place = { sha256: scan.sha256, page: 2 }
  await ask('paper-base/set-values', { id, values: [{ path: wheelbase, value: '4200', place }] })
  const { row } = await ask('vehicle/add', { vin: 'ZZBFC12H0T1000702', category: 'N2' })
  const begun = await ask('paper-base/open', { vehicle: row.id, like: id })
  expect(begun.sources[wheelbase]).toMatchObject({ paper: { file: 'coc.pdf', page: 2 } })
  expect(begun.scans).toMatchObject([{ id: scan.id, vin, replaced: true }])
  const say = (value: string, at?: typeof place) =>
    ask('paper-base/set-values', {
      id: begun.id,
      values: [{ path: wheelbase, value, ...(at ? { place: at } : {}) }],
    })
  expect((await say('4300')).sources[wheelbase]).not.toHaveProperty('paper')
  // Taken back to, it was read where it was read.
  expect((await say('4200', place)).sources[wheelbase]).toMatchObject({ paper: { file: 'coc.pdf', page: 2 } })
})

test('of the next vehicle of a version only its own values are left to type', async () => {
  const { ask, id } = await withScan()
  const version = ['TypeApprovalNumber', 'Type', 'Variant', 'Version'].map(coc)
  const maker = coc('ManufacturerTable/ManufacturerGroup[1]/ManufacturerName')
  const [day, mass] = [coc('DateManufactureVehicle'), coc('MassGroup/ActualMass')]
  const say = (paths: readonly string[], value: string) => paths.map((path) => ({ path, value }))
  await ask('paper-base/set-values', {
    id,
    values: [...say([mass], '4210'), ...say([...version, maker], 'e3'), ...say([day], '2026-07-16')],
  })
  expect((await ask('paper-base/use', { id })).own).toEqual([])
  const { row } = await ask('vehicle/add', { vin: 'ZZBFC12H0T1000702', category: 'N2' })
  const begun = await ask('paper-base/open', { vehicle: row.id, like: id })
  expect(begun).toMatchObject({ missing: [], own: [day, mass] })
  const typed = await ask('paper-base/set-values', { id: begun.id, values: say([day], '2026-07-17') })
  expect(typed.own).toEqual([mass])
  const other = await ask('paper-base/set-values', { id: begun.id, values: say([coc('Version')], 'e4') })
  expect(other.own).toEqual([])
})

test('a base that was begun before takes over what nobody typed yet, and nothing else', async () => {
  const { ask, id } = await withScan()
  const [type, variant, version] = ['Type', 'Variant', 'Version'].map(coc)
  if (!type || !variant || !version) throw new Error('three fields')
  const say = (values: Record<string, string | null>) =>
    Object.entries(values).map(([path, value]) => ({ path, value }))
  await ask('paper-base/set-values', {
    id,
    values: say({ [type]: 'HC12', [variant]: 'B42', [version]: '1' }),
  })
  const { row } = await ask('vehicle/add', { vin: 'ZZBFC12H0T1000702', category: 'N2' })
  const begun = await ask('paper-base/open', { vehicle: row.id })
  await ask('paper-base/set-values', { id: begun.id, values: say({ [variant]: 'B43', [version]: null }) })
  const { tree, sources } = await ask('paper-base/open', { vehicle: row.id, like: id })
  expect([type, variant, version].map((path) => valueAt(tree, path))).toEqual(['HC12', 'B43', undefined])
  expect(sources[type]).toMatchObject({ kind: 'typed', person: 'Ada Lindt' })
  const { history } = await ask('vehicle/get', { id: row.id })
  expect(history.find(({ action }) => action === 'paper-base-filled')?.args).toMatchObject({
    like: vin,
    count: 1,
  })
})

test('what cannot be shown is told apart, and what was typed stays', async () => {
  const { ask, call, id, bytes } = await withScan()
  await ask('paper-base/set-values', { id, values: [{ path: wheelbase, value: '4200' }] })
  const bad: readonly (readonly [name: string, bytes: Uint8Array, code: string])[] = [
    ['cut.pdf', bytes.subarray(0, bytes.length / 2), 'paper-scan-damaged'],
    ['noise.pdf', new Uint8Array([...Buffer.from('%PDF-1.7 nothing %%EOF')]), 'paper-scan-damaged'],
    ['locked.pdf', await textPdf(englishCoc, { password: 'geheim' }), 'paper-scan-password'],
    ['letter.pdf', new Uint8Array(Buffer.from('PK a document by another name')), 'paper-scan-kind'],
    ['fax.tif', new Uint8Array(Buffer.from('49492a0008000000', 'hex')), 'paper-scan-not-shown'],
    ['cut.png', aPng(40, 60).subarray(0, 50), 'paper-scan-damaged'],
    ['huge.png', aPng(20_000, 20_000, deflateSync('')), 'paper-scan-too-large'],
    ['book.pdf', await textPdf(Array.from({ length: 61 }, () => [])), 'paper-scan-too-long'],
    ['empty.pdf', new Uint8Array(), 'paper-scan-zero'],
  ]
  for (const [name, content, code] of bad)
    expect(await call('paper-base/attach', { id, file: file(name, content) })).toMatchObject({
      ok: false,
      problem: { code, args: { file: name }, where: { file: name } },
    })
  const { scans, tree } = await ask('paper-base/get', { id })
  expect(scans).toHaveLength(1)
  expect(JSON.stringify(tree)).toContain('"Wheelbase":"4200"')
})

test('a file that is only locked against changes opens without a password', async () => {
  const { ask, id } = await aBase()
  const bytes = await textPdf(englishCoc, { locked: true })
  const { scans } = await ask('paper-base/attach', { id, file: file('locked.pdf', bytes) })
  expect(scans).toMatchObject([{ pages: 2, hasText: true }])
})

test('a PDF of pictures alone is kept, and says that it offers no text', async () => {
  const { ask, id } = await aBase()
  const bytes = await scannedPdf([aPng(40, 60), aPng(60, 40)])
  const { scans } = await ask('paper-base/attach', { id, file: file('scan.pdf', bytes) })
  expect(scans).toMatchObject([{ pages: 2, hasText: false }])
})

test('what only the electronic message has is no error of a paper; typed all the same, it is judged', async () => {
  const { ask, id } = await aBase()
  const findings = (await ask('paper-base/get', { id })).findings
  expect(findings.filter(({ path }) => /SigningAuthority|^Header/.test(path))).toEqual([])
  expect(findings.map(({ path }) => path)).toContain(coc('Type'))
  const kind = coc('TypeApprovalType')
  const typed = await ask('paper-base/set-values', { id, values: [{ path: kind, value: 'XYZ' }] })
  expect(typed.findings.map(({ path }) => path)).toContain(kind)
})

test('a scan that is brought as an eCoC is told where it belongs', async () => {
  const { ask, bytes } = await withScan()
  const [added] = await ask('base/add', { files: [file('coc.pdf', bytes), file('coc.png', aPng(4, 4))] })
  expect(added?.problem).toMatchObject({ code: 'base-is-scan', where: { file: 'coc.pdf' } })
})

test('a base that states the VIN of another vehicle cannot stand behind this one', async () => {
  const { ask, call, id } = await withScan()
  const maker = coc('ManufacturerTable/ManufacturerGroup[1]/ManufacturerName')
  const needed = [...['TypeApprovalNumber', 'Type', 'Variant', 'Version'].map(coc), maker]
  const own = coc('VehicleIdentificationNumber')
  const say = (paths: readonly string[], value: string) => paths.map((path) => ({ path, value }))
  await ask('paper-base/set-values', {
    id,
    values: [...say(needed, 'e3'), ...say([own], 'ZZBFC12H0T1000709')],
  })
  expect(await call('paper-base/use', { id })).toMatchObject({
    ok: false,
    problem: { code: 'paper-base-other-vin', where: { path: own } },
  })
  await ask('paper-base/set-values', { id, values: say([own], vin) })
  expect((await ask('paper-base/use', { id })).used).toBe(true)
})
