import { hash } from 'node:crypto'
import { expect, test } from 'vitest'
import { documentBytes } from '../../../electron/register/documents.ts'
import { leavesOf, rowsAt, valueAt } from '../../../shared/ivi/message.ts'
import { aSemiTrailer } from '../../shared/rules/a-message.ts'
import { aTipper, base64, co2, coc, vin, wltp } from './a-tipper.ts'
import { aCompany } from './a-workspace.ts'

const add = (name: string, content: string) => ({ file: { name, base64: base64(content) } })

test('(a) without a result the tipper is blocked, and the base’s 231 g/km stand nowhere as ours', async () => {
  const { test, id } = await aTipper()
  const detail = await test.ask('vehicle/get', { id })
  expect(detail.findings.find(({ code }) => code === 'own-result-missing')).toMatchObject({
    severity: 'error',
    args: { value: '231', stage: 1 },
  })
  expect(JSON.stringify(detail.tree)).not.toContain('231')
  expect((await test.ask('vehicle/check', { ids: [id] }))[0]?.ok).toBe(false)
  expect(detail.leftOut).toContainEqual(expect.objectContaining({ path: co2, value: '231' }))
})

test.each(['full', 'delta'])(
  '(b) the result states 47.1 and 49, in the whole table of the energy convertors (%s)',
  async (carry) => {
    const { test, id } = await aTipper(carry)
    const added = await test.ask('vehicle/add-result', { id, ...add('wltp.xml', wltp(vin)) })
    expect(added.tool).toBe('wltp')
    const { tree, sources, findings, history } = await test.ask('vehicle/get', { id })
    expect(valueAt(tree, co2)).toBe('262')
    const group = coc('WltpEmissionTestParametersGroup')
    expect(valueAt(tree, `${group}/WltpEmissionTestMass`)).toBe('2902')
    expect(valueAt(tree, `${group}/WltpFrontalArea`)).toBe('3.95')
    expect(
      ['F0', 'F1', 'F2'].map((name) => valueAt(tree, `${group}/WltpRoadLoadCoefficient${name}`)),
    ).toEqual(['190.5', '1.02', '0.0642'])
    const rows = rowsAt(tree, coc('EnergyConvertorTable/EnergyConvertorGroup'))
    expect(rows.map((row) => row.WorkingPrinciple)).toEqual(['INTCI', 'ELECT'])
    expect(rows[0]?.EngineCapacity).toBe('2998')
    expect(sources[co2]).toEqual({
      kind: 'result',
      tool: 'wltp',
      file: 'wltp.xml',
      sha256: added.sha256,
      cell: 'WltpResult/Vehicle/CO2Combined',
    })
    expect(findings.filter(({ rule, code }) => rule === 'own-results' || code.startsWith('outside'))).toEqual(
      [],
    )
    expect(history[0]).toMatchObject({ action: 'result-added', args: { sha256: added.sha256 } })
    expect(hash('sha256', documentBytes(test.workspace.db, added.sha256))).toBe(added.sha256)
    expect(Buffer.from(documentBytes(test.workspace.db, added.sha256)).toString()).toBe(wltp(vin))
  },
)

test('(c) and (d): item 14 stays on the completed N1, and nothing of it is called drift', async () => {
  const { test, id } = await aTipper()
  await test.ask('vehicle/add-result', { id, ...add('wltp.xml', wltp(vin)) })
  const detail = await test.ask('vehicle/get', { id })
  expect(valueAt(detail.tree, coc('MassGroup/MassInRunningOrderIncomplete'))).toBe('1900')
  expect(detail.drift.filter(({ exceeded }) => exceeded)).toEqual([])
})

test('(e) with its result the tipper is checked', async () => {
  const { test, id } = await aTipper()
  await test.ask('vehicle/add-result', { id, ...add('wltp.xml', wltp(vin)) })
  const { findings } = await test.ask('vehicle/get', { id })
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
  expect((await test.ask('vehicle/check', { ids: [id] }))[0]).toMatchObject({ ok: true, status: 'checked' })
})

test('1b: outside the base’s ranges the three ways out are named', async () => {
  const { test, id } = await aTipper()
  const path = coc('WltpEmissionTestParametersGroup/WltpFrontalArea')
  const { findings } = await test.ask('vehicle/set-values', { id, values: [{ path, value: '5.2' }] })
  expect(findings.find(({ code }) => code === 'outside-allowed-range')).toMatchObject({
    severity: 'error',
    args: { value: '52000 cm²', to: '46000 cm²' },
  })
})

test('a list by semicolons and values typed from a PDF are read; a newer file replaces an older one', async () => {
  const { test, id } = await aTipper()
  const list = `VIN;CO2Combined;TestMass\nZZZFT35CHTX000999;300;3000\n${vin};262,4;2902,4\n`
  await test.ask('vehicle/add-result', { id, ...add('list.csv', list) })
  expect(valueAt((await test.ask('vehicle/get', { id })).tree, co2)).toBe('262.4')
  const typed = JSON.stringify({ vin, 'co2 combined': 263 })
  await test.ask('vehicle/add-result', { id, ...add('typed.json', typed) })
  const { tree } = await test.ask('vehicle/get', { id })
  expect(valueAt(tree, co2)).toBe('263')
  expect(valueAt(tree, coc('WltpEmissionTestParametersGroup/WltpEmissionTestMass'))).toBeUndefined()
})

test('what is no result of this vehicle leaves everything as it was', async () => {
  const { test, id } = await aTipper()
  const before = await test.ask('vehicle/get', { id })
  for (const [content, code] of [
    [wltp('ZZZFT35CHTX000999'), 'result-of-another-vehicle'],
    ['VIN;CO2Combined;TestMass\nZZZFT35CHTX000999;262;2902', 'result-of-another-vehicle'],
    ['{"CO2Combined":262}', 'result-without-vin'],
    [`{"vin":"${vin}","note":"nothing"}`, 'result-without-values'],
    [`{"vin":"${vin}","testMass":2902}`, 'result-without-values'],
    [`{"vin":"${vin}","co2Combined":-262}`, 'result-value'],
    [`{"vin":"${vin}","co2Combined":"262,4"}`, 'result-value'],
    [wltp(vin, '<CO2Combined>263</CO2Combined>'), 'result-value-twice'],
    ['<!DOCTYPE x [<!ENTITY y "z">]><x>&y;</x>', 'configuration-unreadable'],
    ['<WltpResult><VIN>', 'configuration-unreadable'],
    ['', 'result-without-values'],
  ] as const) {
    const answer = await test.call('vehicle/add-result', { id, ...add('file', content) })
    expect(answer.ok ? 'taken' : answer.problem.code, content).toBe(code)
  }
  const after = await test.ask('vehicle/get', { id })
  expect(after.tree).toEqual(before.tree)
})

test('a box-shaped semi-trailer waits for the trailer tool, and has its results afterwards', async () => {
  const test = await aCompany()
  const trailerVin = 'ZZZKARSATTX000002'
  const box = aSemiTrailer({
    'BodyworkTable/BodyworkGroup[1]/CodeForBodyworkSupplementTable/CodeForBodyworkSupplementGroup[1]/CodeForBodyworkSupplement':
      '03',
  })
  const { row } = await test.ask('vehicle/add', { vin: trailerVin, category: 'O4' })
  const values = [...leavesOf(box)]
    .filter(([path]) => !path.startsWith('Header') && !path.includes('SigningAuthority'))
    .map(([path, value]) => ({ path, value }))
  const blocked = await test.ask('vehicle/set-values', { id: row.id, values })
  expect(blocked.findings.map(({ code }) => code)).toContain('trailer-result-missing')
  const result = JSON.stringify({
    VIN: trailerVin,
    MRFHash: 'a'.repeat(43),
    CIFHash: 'b'.repeat(43),
    Volume: 92.4,
    VolumeOrientation: 'Y',
    EfficiencyRatioKm: 0.912,
    EfficiencyRatioTKm: 0.934,
    EfficiencyRatioM3Km: 0.921,
  })
  const added = await test.ask('vehicle/add-result', { id: row.id, ...add('trailer.json', result) })
  expect(added.tool).toBe('trailer')
  const { findings, tree } = await test.ask('vehicle/get', { id: row.id })
  expect(findings.map(({ code }) => code)).not.toContain('trailer-result-missing')
  expect(valueAt(tree, coc('VectoGroup/CargoVolume'))).toBe('92.4')
})
