import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildIviXml } from '../../../electron/ivi-xml/build-ivi-xml.ts'
import { valueAt } from '../../../shared/ivi/message.ts'
import { craneTruck } from '../../fixtures/weights/crane-truck.ts'
import { tipper } from '../../fixtures/weights/tipper.ts'
import { catalogue, craneStages, tipperBase } from '../completion/sample-stages.ts'
import { aCompany, type TestWorkspace } from './a-workspace.ts'

const vin = 'ZZZFT35CHTX000101'
const coc = (path: string): string => `CocDataGroup/${path}`
const verticalMass = coc(
  'MassGroup/MaximumStaticVerticalMassCouplingPointTable/MaximumStaticVerticalMassCouplingPointGroup[1]/TechnicallyPermissibleMaximumStaticVerticalMassCouplingPoint',
)
const [body, toolBox, towbar] = tipper.loads.masses ?? []
const tipperBody = {
  id: 'TIP3-3450',
  version: 1,
  name: 'Tipper 3.5 t',
  categories: ['N1'],
  stage: 'V',
  set: { [coc('Type')]: 'MB', [verticalMass]: '140' },
  loads: { ...tipper.loads, masses: [body], coupling: { x: 4350 } },
  options: [
    { id: 'toolbox', name: 'Tool box', masses: [toolBox] },
    { id: 'towbar', name: 'Towbar', masses: [towbar] },
  ],
}
const slip = {
  slip: 'W-2207',
  day: '2026-11-20',
  division: 20,
  readings: [
    { axles: [1], kg: 1400 },
    { axles: [2], kg: 1160 },
  ],
  driver: { aboard: false },
  tank: { litres: 21, capacity: 70, x: 1300 },
}

async function aBase(fleet: TestWorkspace, stages: typeof craneStages): Promise<void> {
  const files = stages.map(({ tree, stageNumber }) => {
    const path = join(fleet.dir, `stage-${stageNumber}.xml`)
    writeFileSync(path, buildIviXml(tree, catalogue))
    return { path }
  })
  const added = await fleet.ask('base/add', { files })
  expect(added.map(({ problem }) => problem)).toEqual(stages.map(() => undefined))
}

async function aTipper() {
  const fleet = await aCompany()
  await fleet.ask('variant/save', { json: tipperBody })
  const { id } = (await fleet.ask('vehicle/add', { vin })).row
  await aBase(fleet, [tipperBase])
  await fleet.ask('vehicle/apply-variant', {
    ids: [id],
    variantId: 'TIP3-3450',
    options: ['toolbox', 'towbar'],
  })
  return { fleet, id }
}

test('a vehicle’s masses and axle loads come out as the tester reckons them, and stand in its draft', async () => {
  const { fleet, id } = await aTipper()
  const weights = await fleet.ask('weights/of-vehicle', { id, trials: [{ centre: 1900 }] })
  if (weights.kind === 'missing') throw new Error(weights.problem.code)
  expect(
    weights.report.states.map(({ kind, total, axles }) => [
      kind,
      Math.round(total.kg),
      ...axles.map(({ kg }) => Math.round(kg)),
    ]),
  ).toEqual([
    ['running-order', 2540, 1445, 1095],
    ['actual', 2645, 1483, 1162],
    ['laden', 3500, 1846, 1654],
    ['laden-with-trailer', 3500, 1763, 1737],
    ['trial', 3500, 1928, 1572],
  ])
  expect(weights.basis).toEqual({ from: 'stage', stage: 1, item: '14.1' })
  const { tree, findings } = await fleet.ask('vehicle/get', { id })
  expect(valueAt(tree, coc('MassGroup/MassInRunningOrder'))).toBe('2540')
  expect(valueAt(tree, coc('MassGroup/ActualMass'))).toBe('2645')
  expect(findings.filter(({ rule, severity }) => rule === 'weights' && severity === 'error')).toEqual([])
})

test('a body that overloads the front axle is an error of the vehicle, with where to move the load', async () => {
  const fleet = await aCompany()
  const bogie = {
    [coc('AxleGroupTable/AxleGroupGroup[1]/AxleGroupNumber')]: '1',
    [coc('AxleGroupTable/AxleGroupGroup[1]/TechnicallyPermissibleMassAxleGroup')]: '19000',
    [coc('AxleGroupTable/AxleGroupGroup[1]/AxleGroupMemberTable/AxleGroupMemberGroup[1]/MemberAxleNumber')]:
      '2',
    [coc('AxleGroupTable/AxleGroupGroup[1]/AxleGroupMemberTable/AxleGroupMemberGroup[2]/MemberAxleNumber')]:
      '3',
  }
  for (const one of ['A', 'B'] as const) {
    await fleet.ask('variant/save', {
      json: {
        id: one,
        version: 1,
        name: `Platform ${one}`,
        categories: ['N3'],
        stage: 'V',
        set: bogie,
        loads: craneTruck(one).loads,
      },
    })
  }
  const { id } = (await fleet.ask('vehicle/add', { vin: 'ZZZFT26CHTX000303', variantId: 'A' })).row
  await aBase(fleet, craneStages)
  const found = async () =>
    (await fleet.ask('vehicle/get', { id })).findings.filter(
      ({ rule, severity }) => rule === 'weights' && severity === 'error',
    )
  expect(await found()).toMatchObject([
    {
      code: 'weights-axle-over',
      path: coc('AxleTable/AxleGroup[1]/TechnicallyPermissibleMassAxle'),
      args: { over: '101 kg' },
    },
    { code: 'weights-centre-forward', args: { from: '4641 mm' } },
  ])
  await fleet.ask('vehicle/apply-variant', { ids: [id], variantId: 'B' })
  expect(await found()).toEqual([])
})

test('a vehicle without axle loads says what it lacks', async () => {
  const fleet = await aCompany()
  const { id } = (await fleet.ask('vehicle/add', { vin, category: 'N1' })).row
  expect(await fleet.ask('weights/of-vehicle', { id })).toMatchObject({
    kind: 'missing',
    problem: { code: 'weights-need-axles' },
  })
})

test('a slip is kept with its normalisation and stands as weighed only when somebody says so', async () => {
  const { fleet, id } = await aTipper()
  const kept = await fleet.ask('weighing/add', { id, json: { ...slip, vin } })
  expect(kept.normalised.actual.axles.map(Math.round)).toEqual([1486, 1184])
  expect(kept.againstPrediction).toMatchObject({
    stated: 2645,
    weighed: 2670,
    difference: 25,
    exceeded: false,
  })
  expect(kept.againstItem13).toMatchObject({ stated: 2540, percent: 0.99, tolerance: 3, exceeded: false })
  const mass = async () =>
    valueAt((await fleet.ask('vehicle/get', { id })).tree, coc('MassGroup/MassInRunningOrder'))
  expect(await mass()).toBe('2540')

  await fleet.ask('weighing/apply', { weighing: kept.id })
  expect(await mass()).toBe('2565')
  const detail = await fleet.ask('vehicle/get', { id })
  expect(detail.drift.filter(({ against, exceeded }) => against === 'measured' && exceeded)).toEqual([])
  expect(detail.drift).toContainEqual(
    expect.objectContaining({ path: coc('MassGroup/ActualMass'), expected: '2645', actual: '2670' }),
  )
  expect(detail.history.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['weighing-added', 'weighing-applied', 'weighed']),
  )
  expect(await fleet.ask('weighing/list', { id })).toMatchObject([
    { slip: { slip: 'W-2207' }, appliedAt: expect.any(String), againstPrediction: { difference: 25 } },
  ])
})

test('a slip of another vehicle, a second time or from tomorrow is refused, and nothing is kept', async () => {
  const { fleet, id } = await aTipper()
  const refused = async (json: object) => {
    const answer = await fleet.call('weighing/add', { id, json, apply: true })
    return answer.ok ? undefined : answer.problem.code
  }
  expect(await refused({ ...slip, vin: 'ZZZFT35CHTX000102' })).toBe('slip-of-another-vin')
  expect(await refused({ ...slip, day: '2999-01-01' })).toBe('weighing-day')
  expect(await refused({ ...slip, readings: [{ axles: [1], kg: 1400 }] })).toBe('slip-axle-missing')
  expect(await fleet.ask('weighing/list', { id })).toEqual([])
  expect(await refused({ ...slip, vin: `${vin.slice(0, 3)} ${vin.slice(3).toLowerCase()}` })).toBeUndefined()
  expect(await refused(slip)).toBe('slip-known')
})

test('the sampling plan wants the first of a body on the scale until it was there', async () => {
  const { fleet, id } = await aTipper()
  expect((await fleet.ask('weighing/plan', {})).variants).toMatchObject([
    { variantId: 'TIP3-3450', built: 1, weighed: 0, due: [{ vin, position: 1 }] },
  ])
  await fleet.ask('weighing/add', { id, json: slip })
  expect((await fleet.ask('weighing/plan', {})).variants).toMatchObject([{ weighed: 1, due: [] }])
})

const quoted = {
  name: 'Tipper for Moser',
  customer: 'Moser',
  vehicle: tipper.vehicle,
  variant: { id: 'TIP3-3450', options: ['towbar'] },
  loads: { masses: [{ name: 'winch', kg: 80, x: 300, counts: 'option' as const }] },
}

test('a quotation is weighed without a VIN, kept, changed, and becomes an order', async () => {
  const fleet = await aCompany()
  await fleet.ask('variant/save', { json: tipperBody })
  const weighed = await fleet.ask('weights/of-quotation', { json: quoted })
  expect(weighed).toMatchObject({ kind: 'ready', report: { payloadLeft: 3500 - 2540 - 45 - 80 - 150 } })

  const { id } = await fleet.ask('quotation/save', { json: quoted })
  await fleet.ask('quotation/save', { id, json: { ...quoted, name: 'Tipper for Moser, second' } })
  expect(await fleet.ask('quotation/list', {})).toMatchObject([{ id, name: 'Tipper for Moser, second' }])

  const wrong = await fleet.call('quotation/to-order', { id, vin: 'NO-VIN' })
  expect(wrong.ok).toBe(false)
  const ordered = await fleet.ask('quotation/to-order', { id, vin: vin.toLowerCase(), order: 'A-17' })
  expect(ordered.row).toMatchObject({ vin, order: 'A-17', variantId: 'TIP3-3450', options: ['towbar'] })
  expect((await fleet.ask('quotation/get', { id })).order).toEqual({ vehicleId: ordered.row.id, vin })
  expect(await fleet.call('quotation/save', { id, json: quoted })).toMatchObject({
    problem: { code: 'quotation-ordered' },
  })
  expect(await fleet.call('quotation/to-order', { id, vin })).toMatchObject({
    problem: { code: 'quotation-ordered' },
  })

  await aBase(fleet, [tipperBase])
  const weights = await fleet.ask('weights/of-vehicle', { id: ordered.row.id })
  expect(weights).toMatchObject({ kind: 'ready', report: { payloadLeft: 685 } })
})

test('a quotation may stand on the chassis of a vehicle that is here', async () => {
  const { fleet } = await aTipper()
  const { vehicle: _vehicle, ...onChassis } = { ...quoted, chassis: { vin } }
  expect(await fleet.ask('weights/of-quotation', { json: onChassis })).toMatchObject({
    kind: 'ready',
    basis: { from: 'stage', stage: 1 },
    report: { payloadLeft: 685 },
  })
  const elsewhere = { ...onChassis, chassis: { vin: 'ZZZFT35CHTX000999' } }
  expect(await fleet.call('weights/of-quotation', { json: elsewhere })).toMatchObject({
    problem: { code: 'chassis-unknown' },
  })
})

test('a quotation with a body, an option or a mass that cannot be is refused by its place', async () => {
  const fleet = await aCompany()
  await fleet.ask('variant/save', { json: tipperBody })
  const refused = async (json: object) => {
    const answer = await fleet.call('quotation/save', { json })
    return answer.ok ? undefined : answer.problem
  }
  expect(await refused({ ...quoted, variant: { id: 'NONE' } })).toMatchObject({ code: 'variant-unknown' })
  expect(await refused({ ...quoted, variant: { id: 'TIP3-3450', options: ['crane'] } })).toMatchObject({
    code: 'option-unknown',
  })
  const mass = { name: 'winch', kg: -80, x: 300, counts: 'option' }
  expect(await refused({ ...quoted, loads: { masses: [mass] } })).toMatchObject({
    code: 'weights-number-low',
    args: { where: 'loads › masses › winch › kg' },
  })
  expect(await fleet.ask('quotation/list', {})).toEqual([])
})

test('the scan of a slip is kept as it is and given back; what is no scan is refused', async () => {
  const { fleet, id } = await aTipper()
  const { id: weighing } = await fleet.ask('weighing/add', { id, json: { ...slip, vin } })
  const none = await fleet.call('weighing/scan', { weighing })
  expect(none).toMatchObject({ problem: { code: 'scan-missing' } })
  const pdf = Buffer.from('%PDF-1.7 the slip').toString('base64')
  const kept = await fleet.ask('weighing/attach', { weighing, file: { name: 'W-2207.pdf', base64: pdf } })
  expect(kept.scan).toMatchObject({ name: 'W-2207.pdf', kind: 'PDF' })
  expect(await fleet.ask('weighing/scan', { weighing })).toEqual({ name: 'W-2207.pdf', base64: pdf })
  const text = { name: 'slip.txt', base64: Buffer.from('2560 kg').toString('base64') }
  const refused = await fleet.call('weighing/attach', { weighing, file: text })
  expect(refused).toMatchObject({ problem: { code: 'scan-kind', where: { file: 'slip.txt' } } })
  expect((await fleet.ask('weighing/list', { id }))[0]?.scan?.name).toBe('W-2207.pdf')
  expect((await fleet.ask('audit/verify', {})).problems).toEqual([])
})
