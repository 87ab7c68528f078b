import { expect, test } from 'vitest'
import { addCertificate, currentCertificate, setStatus } from '../../../electron/register/certificates.ts'
import { outboxSections } from '../../../electron/register/outbox-sections.ts'
import { searchVehicles, type VehicleQuery } from '../../../electron/register/search-vehicles.ts'
import { findVehicleBySource, updateVehicle } from '../../../electron/register/vehicles.ts'
import { aRegister, aVehicle, noon } from './a-register.ts'

const everything: VehicleQuery = {
  search: '',
  statuses: [],
  only: 'all',
  sort: 'vin',
  descending: false,
  offset: 0,
  limit: 10,
}

test('a vehicle is found by any three letters of its VIN or order, and by the start of them', async () => {
  const register = await aRegister()
  aVehicle(register, 'WZZZBOX1200000001', 'ORDER-77')
  aVehicle(register, 'WZZZTIP3500000002', 'ORDER-88')
  const find = (search: string) =>
    searchVehicles(register.db, { ...everything, search }).rows.map(({ vin }) => vin)
  expect(find('box12')).toEqual(['WZZZBOX1200000001'])
  expect(find('R-88')).toEqual(['WZZZTIP3500000002'])
  expect(find('WZ')).toHaveLength(2)
  expect(find('"; DROP')).toEqual([])
  expect(find('%')).toEqual([])
})

test('an order number that changed is found under the new one alone', async () => {
  const register = await aRegister()
  const { id } = aVehicle(register, 'WZZZBOX1200000001', 'ORDER-77')
  updateVehicle(
    register.db,
    id,
    { source: 'test', order: 'ORDER-99', category: '', variantId: '', nap: '', fingerprint: 'g', unread: [] },
    noon,
  )
  expect(searchVehicles(register.db, { ...everything, search: 'ORDER-77' }).total).toBe(0)
  expect(searchVehicles(register.db, { ...everything, search: 'ORDER-99' }).total).toBe(1)
  expect(findVehicleBySource(register.db, 'test', 'WZZZBOX1200000001')?.fingerprint).toBe('g')
})

test('the page carries how many are in each state, and only the asked ones', async () => {
  const register = await aRegister()
  for (const at of [1, 2, 3]) aVehicle(register, `WZZZ0000000000${at}00`)
  const { id } = aVehicle(register, 'WZZZ0000000000999')
  setStatus(register.db, currentCertificate(register.db, id), 'checked', noon)
  const page = searchVehicles(register.db, { ...everything, statuses: ['checked'] })
  expect(page.rows.map(({ id: found }) => found)).toEqual([id])
  expect(page.total).toBe(1)
  expect(page.byStatus).toMatchObject({ draft: 3, checked: 1 })
})

test('the same VIN from the same source is one vehicle, from another source another', async () => {
  const register = await aRegister()
  aVehicle(register, 'WZZZ0000000000001')
  expect(() => aVehicle(register, 'WZZZ0000000000001')).toThrow(/UNIQUE/)
})

test('a late answer for an older version does not speak for an open correction', async () => {
  const register = await aRegister()
  const { id } = aVehicle(register)
  const first = currentCertificate(register.db, id)
  setStatus(register.db, first, 'checked', noon)
  addCertificate(
    register.db,
    { vehicleId: id, version: 2, reference: 'second', release: '2.0', layers: {} },
    noon,
  )
  setStatus(register.db, currentCertificate(register.db, id), 'checked', noon)
  setStatus(register.db, { ...first, status: 'checked' }, 'draft', noon)
  expect(searchVehicles(register.db, everything).rows[0]?.status).toBe('checked')
})

test('certain vehicles, or those of one access point, what needs a person first', async () => {
  const register = await aRegister()
  const [first, second, third] = [1, 2, 3].map((at) => aVehicle(register, `WZZZ0000000000${at}00`))
  if (!first || !second || !third) throw new Error('three vehicles were added')
  register.db.runSql("UPDATE vehicle SET status = 'accepted', nap = 'demo' WHERE id = ?", first.id)
  register.db.runSql("UPDATE vehicle SET status = 'rejected', nap = 'demo' WHERE id = ?", second.id)
  register.db.runSql("UPDATE vehicle SET status = 'signed' WHERE id = ?", third.id)
  const ids = (query: Partial<VehicleQuery>) =>
    searchVehicles(register.db, { ...everything, sort: 'attention', ...query }).rows.map(({ id }) => id)
  expect(ids({})).toEqual([second.id, third.id, first.id])
  expect(ids({ nap: 'demo' })).toEqual([second.id, first.id])
  expect(ids({ nap: '' })).toEqual([third.id])
  expect(ids({ ids: [first.id, 999] })).toEqual([first.id])
  expect(outboxSections(register.db)).toEqual([
    { nap: '', total: 1, waiting: 1, sent: 0 },
    { nap: 'demo', total: 2, waiting: 0, sent: 0 },
  ])
})
