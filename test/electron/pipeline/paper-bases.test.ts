import { expect, test } from 'vitest'
import { valueAt } from '../../../shared/ivi/message.ts'
import { aCompany } from './a-workspace.ts'

const first = 'ZZBFC12H0T1000701'
const second = 'ZZBFC12H0T1000702'
const coc = (name: string): string => `CocDataGroup/${name}`
const typed = {
  [coc('VehicleCategory')]: 'N2',
  [coc('TypeApprovalNumber')]: 'e3*2018/858*00417*03',
  [coc('Type')]: 'HC12',
  [coc('Variant')]: 'B42',
  [coc('Version')]: '4200L',
  [coc('ManufacturerTable/ManufacturerGroup[1]/ManufacturerName')]: 'Fortuna Fahrgestelle',
  [coc('DimensionGroup/Wheelbase')]: '4200',
  [coc('MassGroup/TechnicallyPermissibleMaximumLadenMass')]: '11990',
  [coc('MassGroup/MassInRunningOrderIncomplete')]: '4210',
}
const values = Object.entries(typed).map(([path, value]) => ({ path, value }))

async function aVehicle(vin: string) {
  const company = await aCompany()
  const { row } = await company.ask('vehicle/add', { vin, category: 'N2' })
  return { ...company, id: row.id }
}

test('what is typed from paper stands as the earlier stage once it is used, and says who typed it', async () => {
  const { ask, id } = await aVehicle(first)
  const begun = await ask('paper-base/open', { vehicle: id })
  expect(begun).toMatchObject({ stageNumber: 1, used: false, row: { vin: first, category: 'N2' } })
  expect(begun.missing).toContain(coc('Type'))
  await ask('paper-base/set-values', { id: begun.id, values })
  const typedNow = await ask('paper-base/get', { id: begun.id })
  expect(valueAt(typedNow.tree, 'Header/DesignatedTypeApprovalCountry')).toBe('e3')
  expect((await ask('vehicle/get', { id })).row.base).toBe('missing')
  expect(await ask('paper-base/use', { id: begun.id })).toMatchObject({ used: true, missing: [] })
  const vehicle = await ask('vehicle/get', { id })
  expect(vehicle.row.base).toBe('linked')
  expect(vehicle.stages).toMatchObject([{ stageNumber: 1, signature: { present: false, paper: {} } }])
  expect(JSON.stringify(vehicle.tree)).toContain('"PreviousStageType":"HC12"')
  expect(vehicle.history.map(({ action }) => action)).toContain('paper-base-used')
})

test('a base that lacks what names its stage is refused and keeps what was typed', async () => {
  const { ask, call, id } = await aVehicle(first)
  const begun = await ask('paper-base/open', { vehicle: id })
  await ask('paper-base/set-values', { id: begun.id, values: values.slice(0, 3) })
  expect(await call('paper-base/use', { id: begun.id })).toMatchObject({
    ok: false,
    problem: { code: 'paper-base-lacks', where: { path: coc('Variant') } },
  })
  expect(valueAt((await ask('paper-base/get', { id: begun.id })).tree, coc('Type'))).toBe('HC12')
})

test('a chassis version typed once is reused: all but the values of the one vehicle', async () => {
  const { ask, id } = await aVehicle(first)
  const model = await ask('paper-base/open', { vehicle: id })
  await ask('paper-base/set-values', { id: model.id, values })
  await ask('paper-base/use', { id: model.id })
  const { row } = await ask('vehicle/add', { vin: second, category: 'N2' })
  expect(await ask('paper-base/list', {})).toMatchObject([{ vin: first, version: 'B42 / 4200L' }])
  const { tree, missing } = await ask('paper-base/open', { vehicle: row.id, like: model.id })
  expect(missing).toEqual([])
  expect(valueAt(tree, coc('VehicleIdentificationNumber'))).toBe(second)
  expect(valueAt(tree, coc('DimensionGroup/Wheelbase'))).toBe('4200')
  expect(valueAt(tree, coc('MassGroup/MassInRunningOrderIncomplete'))).toBeUndefined()
})

test('a slip of the pen is mended by using it again, and the newer one counts', async () => {
  const { ask, id } = await aVehicle(first)
  const base = await ask('paper-base/open', { vehicle: id })
  await ask('paper-base/set-values', { id: base.id, values })
  await ask('paper-base/use', { id: base.id })
  const wheelbase = coc('DimensionGroup/Wheelbase')
  expect((await ask('paper-base/open', { vehicle: id })).id).toBe(base.id)
  await ask('paper-base/set-values', { id: base.id, values: [{ path: wheelbase, value: '4250' }] })
  await ask('paper-base/use', { id: base.id })
  const { stages } = await ask('vehicle/get', { id })
  expect(stages.map(({ version, tree }) => [version, valueAt(tree, wheelbase)])).toEqual([[2, '4250']])
})

test('a place that no message has is refused, a value out of its limits is kept and told', async () => {
  const { ask, call, id } = await aVehicle(first)
  const base = await ask('paper-base/open', { vehicle: id })
  const wrong = { id: base.id, values: [{ path: coc('Wheels'), value: '4' }] }
  expect(await call('paper-base/set-values', wrong)).toMatchObject({ ok: false })
  const kept = await ask('paper-base/set-values', {
    id: base.id,
    values: [{ path: coc('DimensionGroup/Wheelbase'), value: 'long' }],
  })
  expect(kept.findings).toContainEqual(
    expect.objectContaining({ rule: 'schema', path: coc('DimensionGroup/Wheelbase') }),
  )
})
