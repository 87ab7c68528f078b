import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { describe as words } from '../../../shared/rules/explain.ts'
import { aDesk, says, told } from '../../five-vehicles/a-desk.ts'
import { coc } from '../../five-vehicles/message.ts'
import { boxOnPaper } from '../../five-vehicles/paper.ts'
import { caravanResult, tipperResult, trailerResult } from '../../five-vehicles/results.ts'
import { tipperSlip } from '../../five-vehicles/slips.ts'
import { vins } from '../../five-vehicles/vins.ts'
import { aKey, keyPassword } from './a-workspace.ts'

const files = mkdtempSync(join(tmpdir(), 'bodymark-five-'))
afterAll(() => rmSync(files, { recursive: true, force: true }))

const built = { DateManufactureVehicle: '2026-10-06' }
const source = 'EnergyConvertorTable/EnergyConvertorGroup[1]/EnergySourceTable/EnergySourceGroup[1]'
const axle = (number: number, name: string): string => `AxleTable/AxleGroup[${number}]/${name}`
const running = 'DistributionMassRunningOrderAxle'

describe('the N1 tipper of 3.5 t, worked example 1', () => {
  async function ordered() {
    const desk = await aDesk(files)
    const id = await desk.order(vins.tipper, 'TIP3-3450', ['TOOLBOX', 'TOWBAR'])
    await desk.addBase('tipper')
    await desk.type(id, built)
    return { ...desk, id }
  }

  it('waits for the chassis maker’s result: the base’s 231 g/km are nowhere ours', async () => {
    const { id, vehicle, check } = await ordered()
    const before = await vehicle(id)
    expect(told(before, 'error')).toEqual([
      `own-results own-result-missing ${source}/TestWltpCo2Group/WltpCo2Combined`,
    ])
    expect([...says(before).values()]).not.toContain('231')
    expect(await check(id)).toMatchObject({ ok: false, problem: { code: 'check-refused' } })
  })

  it('states masses and axle loads to the kilogram, and keeps the base’s item 14', async () => {
    const { id, vehicle } = await ordered()
    const detail = await vehicle(id)
    expect(detail.mayIssue?.state).toBe('covered')
    const said = says(detail)
    expect({
      'item 13': said.get('MassGroup/MassInRunningOrder'),
      'item 13.1': [said.get(axle(1, running)), said.get(axle(2, running))],
      'item 13.2': said.get('MassGroup/ActualMass'),
      'item 14': said.get('MassGroup/MassInRunningOrderIncomplete'),
    }).toEqual({ 'item 13': '2540', 'item 13.1': ['1445', '1095'], 'item 13.2': '2645', 'item 14': '1900' })
  })

  it('repeats the whole energy table with the result, and is fit for signing', async () => {
    const { id, vehicle, addResult, check } = await ordered()
    await addResult(id, tipperResult)
    const detail = await vehicle(id)
    const said = says(detail)
    expect(said.get('WltpEmissionTestParametersGroup/WltpEmissionTestMass')).toBe('2902')
    expect(said.get(`${source}/TestWltpCo2Group/WltpCo2Combined`)).toBe('262')
    expect(said.get('EnergyConvertorTable/EnergyConvertorGroup[1]/EngineCapacity')).toBe('2184')
    expect(said.get(`${source}/PowerGroup/MaximumNetPowerCombustion`)).toBe('125')
    expect([...said.values()]).not.toContain('231')
    expect([told(detail, 'error'), told(detail, 'warning')]).toEqual([[], []])
    expect(await check(id)).toMatchObject({ ok: true, status: 'checked' })
  })

  it('is held against its slip in running order, 2,670 kg, and not against the raw 2,560 kg', async () => {
    const { id, ask, vehicle, addResult, check } = await ordered()
    await addResult(id, tipperResult)
    const slip = await ask('weighing/add', { id, json: tipperSlip, apply: true })
    const { normalised, againstPrediction, againstItem13 } = slip
    expect(normalised.lines.map(({ kind, kg }) => [kind, Math.round(kg * 100) / 100])).toEqual([
      ['reading', 1400],
      ['reading', 1160],
      ['driver', 75],
      ['fuel', 35.28],
    ])
    expect([normalised.actual.kg, ...normalised.actual.axles].map(Math.round)).toEqual([2670, 1486, 1184])
    expect(againstPrediction).toMatchObject({ stated: 2645, difference: 25, exceeded: false })
    expect(againstItem13).toMatchObject({ stated: 2540, weighed: 2565, percent: 0.99, exceeded: false })
    const detail = await vehicle(id)
    expect(detail.drift.filter(({ exceeded }) => exceeded)).toEqual([])
    expect(await check(id)).toMatchObject({ ok: true, status: 'checked' })
  })

  it('with a high box of 5.2 m² is stopped with the three ways out named', async () => {
    const { id, vehicle, type } = await ordered()
    await type(id, { 'WltpEmissionTestParametersGroup/WltpFrontalArea': '5.2' })
    const [stopped] = (await vehicle(id)).findings.filter(({ rule }) => rule === '63')
    expect(stopped?.severity).toBe('error')
    expect(stopped && words(stopped, 'en')).toMatch(/release .*own, .*another approval/)
  })

  it('with its options put into item 13 is 4.1 % over the version’s', async () => {
    const { id, vehicle, type } = await ordered()
    await type(id, { 'MassGroup/MassInRunningOrder': '2645' }, 'all that is fitted')
    const { drift } = await vehicle(id)
    expect(drift.filter(({ exceeded }) => exceeded)).toMatchObject([
      { path: coc('MassGroup/MassInRunningOrder'), expected: '2540', actual: '2645' },
    ])
  })
})

describe('the N3 crane truck in three stages, worked example 2', () => {
  async function ordered(body: 'PLAT-A' | 'PLAT-B') {
    const desk = await aDesk(files)
    const id = await desk.order(vins.crane, body)
    await desk.addBase('crane-1')
    await desk.addBase('crane-2')
    await desk.type(id, built)
    return { ...desk, id }
  }

  it('refuses body A and says how far the load has to go back', async () => {
    const { id, vehicle, check } = await ordered('PLAT-A')
    const { findings } = await vehicle(id)
    const errors = findings.filter(({ severity }) => severity === 'error').map((one) => words(one, 'en'))
    expect(errors.join('\n')).toContain('move the load centre to 4,641 mm or farther back')
    expect(errors.join('\n')).toContain('101 kg')
    expect(await check(id)).toMatchObject({ ok: false, problem: { code: 'check-refused' } })
  })

  it('passes body B to the kilogram, against the crane builder’s 12,330 kg', async () => {
    const { id, vehicle, check } = await ordered('PLAT-B')
    const detail = await vehicle(id)
    const said = says(detail)
    expect(said.get('MassGroup/MassInRunningOrder')).toBe('13810')
    expect([1, 2, 3].map((number) => said.get(axle(number, running)))).toEqual(['7259', '3965', '2586'])
    expect([told(detail, 'error'), told(detail, 'warning')]).toEqual([[], []])
    const masses = detail.drift.filter(({ path }) => path === coc('MassGroup/MassInRunningOrder'))
    expect(masses.map(({ expected }) => expected)).toContain('12330')
    expect(masses.map(({ expected }) => expected)).not.toContain('9300')
    expect(detail.drift.filter(({ exceeded }) => exceeded)).toEqual([])
    expect(await check(id)).toMatchObject({ ok: true, status: 'checked' })
  })

  it('names three manufacturers, ours as the third over stage 2, and leaves the simulation with stage 1', async () => {
    const { id, vehicle } = await ordered('PLAT-B')
    const said = says(await vehicle(id))
    const row = (number: number, name: string) =>
      said.get(`ManufacturerTable/ManufacturerGroup[${number}]/${name}`)
    expect([1, 2, 3].map((number) => row(number, 'ManufacturerStageNumber'))).toEqual(['1', '2', '3'])
    expect(row(3, 'PreviousStageTypeApprovalNumber')).toBe('e1*2018/858*00994*00')
    expect(['Type', 'Variant', 'Version'].map((name) => row(3, `PreviousStage${name}`))).toEqual([
      'KR26',
      'K1',
      'A',
    ])
    expect([1, 2, 3].map((number) => said.get(axle(number, 'TechnicallyPermissibleMassAxle')))).toEqual([
      '8000',
      '11500',
      '7500',
    ])
    expect([...said.keys()].filter((path) => /Vecto.*(Co2|Hash|Payload)/.test(path))).toEqual([])
  })

  it('tells whoever looks at it of each base at once', async () => {
    const { workspace, order, addBase } = await aDesk(files)
    const id = await order(vins.crane, 'PLAT-B')
    const told: number[] = []
    workspace.onEvent((event) => told.push(...(event.kind === 'changed' ? event.ids : [])))
    await addBase('crane-1')
    expect(told).toEqual([id])
  })

  it('without air suspension hints at 25 t', async () => {
    const { id, vehicle, type } = await ordered('PLAT-B')
    await type(id, { [axle(2, 'DriveAxleAirSuspensionOrEquivalentIndicator')]: 'N' }, 'leaf springs')
    const found = (await vehicle(id)).findings.filter(({ rule }) => rule === '38')
    expect(found.map((one) => words(one, 'en')).join('\n')).toContain('25,000')
  })

  it('is flagged when the crane builder corrects his certificate after ours was signed', async () => {
    const desk = await ordered('PLAT-B')
    const { id, ask, vehicle, check, addBase } = desk
    await check(id)
    const [signed] = await ask('sign/run', { ids: [id], key: await aKey(desk.dir), pin: keyPassword })
    expect(signed).toMatchObject({ ok: true, status: 'signed' })
    await addBase('crane-2-corrected')
    const { findings } = await vehicle(id)
    const texts = findings.map((one) => words(one, 'en')).join('\n')
    expect(texts).toContain('7,544')
    expect(texts).toContain('7,500')
  })
})

describe('the N2 box with a tail lift on a paper base', () => {
  it('is typed from paper, loses front axle load by the lift, and is fit for signing', async () => {
    const desk = await aDesk(files)
    const { ask, type, vehicle, check } = desk
    const { row } = await ask('vehicle/add', { vin: vins.box, category: 'N2' })
    const paper = await ask('paper-base/open', { vehicle: row.id })
    await ask('paper-base/set-values', { id: paper.id, values: [...boxOnPaper] })
    expect(await ask('paper-base/use', { id: paper.id })).toMatchObject({ used: true, missing: [] })
    const [item] = await ask('vehicle/apply-variant', {
      ids: [row.id],
      variantId: 'BOX-4400',
      options: ['TAILLIFT'],
    })
    expect(item).toMatchObject({ ok: true })
    await type(row.id, built)
    const detail = await vehicle(row.id)
    const said = says(detail)
    expect(said.get('MassGroup/MassInRunningOrder')).toBe('5850')
    expect([1, 2].map((number) => said.get(axle(number, running)))).toEqual(['3308', '2542'])
    const weights = await ask('weights/of-vehicle', { id: row.id })
    const states = weights.kind === 'ready' ? weights.report.states : []
    const fitted = states.find(({ kind }) => kind === 'actual')
    expect(fitted?.axles.map(({ kg }) => Math.round(kg))).toEqual([3117, 3133])
    expect([told(detail, 'error'), told(detail, 'warning')]).toEqual([[], []])
    expect(await check(row.id)).toMatchObject({ ok: true, status: 'checked' })
  })
})

describe('the M1 motor caravan from a complete van', () => {
  it('waits for its WLTP result, and is a motor caravan with four seats when it is checked', async () => {
    const desk = await aDesk(files)
    const id = await desk.order(vins.caravan, 'CAMP-3450', ['AWNING'])
    await desk.addBase('van')
    await desk.type(id, built)
    expect(told(await desk.vehicle(id), 'error')).toEqual([
      `own-results own-result-missing ${source}/TestWltpCo2Group/WltpCo2Combined`,
    ])
    await desk.addResult(id, caravanResult)
    const detail = await desk.vehicle(id)
    const said = says(detail)
    expect(said.get('VehicleCategory')).toBe('M1S')
    expect(said.get('BodyworkTable/BodyworkGroup[1]/SpecialPurposeDesignation')).toBe('SA')
    expect(said.get('MassGroup/MassInRunningOrder')).toBe('2590')
    expect(said.get('MassGroup/ActualMass')).toBe('2625')
    expect([...said.keys()].filter((path) => path.startsWith('MechanicalCoupling'))).toEqual([])
    expect([told(detail, 'error'), told(detail, 'warning')]).toEqual([
      [],
      ['78 category-changed VehicleCategory'],
    ])
    expect(await desk.check(id)).toMatchObject({ ok: true, status: 'checked' })
  })
})

describe('a van that is here before its body', () => {
  it('may become a motor caravan, and by no body for whole trailers a trailer', async () => {
    const desk = await aDesk(files)
    const { row } = await desk.ask('vehicle/add', { vin: vins.caravan })
    await desk.addBase('van')
    expect((await desk.vehicle(row.id)).row.category).toBe('N1')
    const apply = (variantId: string) => desk.ask('vehicle/apply-variant', { ids: [row.id], variantId })
    expect(await apply('CURTAIN-39')).toMatchObject([
      { ok: false, problem: { code: 'variant-not-for-category' } },
    ])
    expect(await apply('CAMP-3450')).toMatchObject([{ ok: true }])
    expect((await desk.vehicle(row.id)).row.category).toBe('M1S')
  })
})

describe('the O4 semi-trailer of our own', () => {
  it('has no base, waits for the trailer tool, and is checked with its load on king pin and axles', async () => {
    const desk = await aDesk(files)
    const id = await desk.order(vins.trailer, 'CURTAIN-39', ['PALLETBOX'])
    await desk.type(id, built)
    const before = await desk.vehicle(id)
    expect(told(before, 'error')).toEqual([
      'own-results trailer-result-missing VectoGroup/CryptographicHashManufacturerRecord',
    ])
    await desk.addResult(id, trailerResult)
    const detail = await desk.vehicle(id)
    const said = says(detail)
    expect([told(detail, 'error'), told(detail, 'warning')]).toEqual([[], []])
    expect(said.get('MassGroup/MassInRunningOrder')).toBe('6200')
    expect([1, 2, 3].map((number) => said.get(axle(number, running)))).toEqual(['1595', '1594', '1594'])
    const pin =
      'MechanicalCouplingTable/MechanicalCouplingGroup[1]/MechanicalCouplingDistributionMassRunningOrder'
    expect(said.get(pin)).toBe('1417')
    expect(await desk.check(id)).toMatchObject({ ok: true, status: 'checked' })
  })
})
