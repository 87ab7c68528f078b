import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { addIssued, countIssued } from '../../../electron/register/issued.ts'
import * as first from '../../../electron/register/migrations/0010-register.ts'
import * as second from '../../../electron/register/migrations/0020-options.ts'
import { registerFileName } from '../../../electron/register/open.ts'
import { aFolder, aRegister, aVehicle, noon } from './a-register.ts'

test('vehicles are counted by approval and year: each once, no other approval’s, no withdrawn one', async () => {
  const register = await aRegister()
  const { db } = register
  const approval = 'e12*NKS18/858*00001'
  const vehicles = ['WZZZ0000000000001', 'WZZZ0000000000002', 'WZZZ0000000000003'].map((vin) =>
    aVehicle(register, vin),
  )
  for (const [at, { id, certificateId }] of vehicles.entries())
    addIssued(db, { certificateId, vehicleId: id, approval: `${approval}*0${at}`, year: 2026 })
  expect(countIssued(db, approval, 2026)).toBe(3)
  expect(countIssued(db, approval, 2025)).toBe(0)
  expect(countIssued(db, 'e12*NKS18/858*0000', 2026)).toBe(0)
  expect(countIssued(db, approval, 2026, vehicles[0]?.id)).toBe(2)
  db.runSql("UPDATE certificate SET status = 'withdrawn' WHERE id = ?", vehicles[1]?.certificateId)
  expect(countIssued(db, approval, 2026)).toBe(2)
})

test('a register of before counts what it signed already', async () => {
  const folder = aFolder()
  const sqlite = new Sqlite(join(folder, registerFileName))
  sqlite.exec(first.statements)
  sqlite.exec(second.statements)
  sqlite.pragma(`user_version = ${second.version}`)
  const xml = (year: string) =>
    `<InitialVehicleInformation><CocDataGroup>${year}<TypeApprovalNumber>e12*NKS18/858*00001*00</TypeApprovalNumber></CocDataGroup></InitialVehicleInformation>`
  const years = ['<ProductionYearSmallSeries>2025</ProductionYearSmallSeries>', '']
  for (const [at, year] of years.entries()) {
    const id = at + 1
    sqlite
      .prepare(
        "INSERT INTO vehicle (id, source, vin, status, created_at, updated_at) VALUES (?, 't', ?, 'signed', ?, ?)",
      )
      .run(id, `V${id}`, noon, noon)
    sqlite
      .prepare(
        "INSERT INTO certificate (id, vehicle_id, version, status, reference, release, layers, created_at, updated_at) VALUES (?, ?, 1, 'signed', ?, '2.0', '{}', ?, ?)",
      )
      .run(id, id, `r${id}`, noon, noon)
    sqlite
      .prepare("INSERT INTO document VALUES (?, ?, 'signed', ?)")
      .run(`sha${id}`, Buffer.from(xml(year)), noon)
    sqlite
      .prepare("INSERT INTO signed_document VALUES (?, ?, ?, 'S', 'x', 'xades', x'00')")
      .run(id, `sha${id}`, noon)
  }
  sqlite.close()
  const { db } = await aRegister(folder)
  const approval = 'e12*NKS18/858*00001'
  expect([countIssued(db, approval, 2025), countIssued(db, approval, 2026)]).toEqual([1, 1])
})
