import { readdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { backUp, restore } from '../../../electron/register/backup.ts'
import { documentBytes, keepDocument } from '../../../electron/register/documents.ts'
import { searchVehicles } from '../../../electron/register/search-vehicles.ts'
import { aFolder, aRegister, aVehicle, noon } from './a-register.ts'

const all = {
  search: '',
  statuses: [],
  only: 'all',
  sort: 'vin',
  descending: false,
  offset: 0,
  limit: 10,
} as const

test('a backup made while the register is in use brings everything back', async () => {
  const folder = aFolder()
  const register = await aRegister(folder)
  aVehicle(register, 'WZZZ0000000000001')
  const made = await backUp(register.db, folder, 'one')
  if (!made.ok) throw new Error(made.problem.code)
  aVehicle(register, 'WZZZ0000000000002')
  register.close()
  const restored = restore(folder, made.value, 'two')
  expect(restored.ok && restored.value.laidAside).toContain('before-restore-two')
  const again = await aRegister(folder)
  expect(searchVehicles(again.db, all).rows.map(({ vin }) => vin)).toEqual(['WZZZ0000000000001'])
})

test('a damaged backup is refused and the register stays', async () => {
  const folder = aFolder()
  const register = await aRegister(folder)
  aVehicle(register)
  const made = await backUp(register.db, folder, 'one')
  if (!made.ok) throw new Error(made.problem.code)
  register.close()
  truncateSync(made.value, 30_000)
  expect(restore(folder, made.value, 'two')).toMatchObject({ ok: false, problem: { code: 'backup-damaged' } })
  writeFileSync(join(folder, 'letter.sqlite'), 'a letter')
  expect(restore(folder, join(folder, 'letter.sqlite'), 'two')).toMatchObject({
    ok: false,
    problem: { code: 'backup-damaged' },
  })
  expect(searchVehicles((await aRegister(folder)).db, all).total).toBe(1)
})

test('a backup is one file, and neither making it nor restoring it leaves anything beside it', async () => {
  const folder = aFolder()
  const register = await aRegister(folder)
  aVehicle(register)
  const made = await backUp(register.db, folder, 'one')
  register.close()
  expect(made.ok && readdirSync(join(folder, 'backups'))).toEqual(['register-one.sqlite'])
  expect(made.ok && restore(folder, made.value, 'two').ok).toBe(true)
  expect(readdirSync(join(folder, 'backups'))).toEqual([
    'register-before-restore-two.sqlite',
    'register-one.sqlite',
  ])
  expect(readdirSync(folder)).not.toContain('register.sqlite.part')
})

test('a backup of a newer Bodymark is refused and the register stays', async () => {
  const folder = aFolder()
  const register = await aRegister(folder)
  const made = await backUp(register.db, folder, 'one')
  if (!made.ok) throw new Error(made.problem.code)
  aVehicle(register)
  register.close()
  const sqlite = new Sqlite(made.value)
  sqlite.pragma('user_version = 9990')
  sqlite.close()
  expect(restore(folder, made.value, 'two')).toMatchObject({ problem: { code: 'register-newer' } })
  expect(searchVehicles((await aRegister(folder)).db, all).total).toBe(1)
})

test('a workspace in use cannot be restored over', async () => {
  const folder = aFolder()
  const register = await aRegister(folder)
  const made = await backUp(register.db, folder, 'one')
  expect(made.ok && restore(folder, made.value, 'two')).toMatchObject({
    ok: false,
    problem: { code: 'workspace-in-use' },
  })
})

test('evidence cannot be changed or taken away', async () => {
  const register = await aRegister()
  const sha256 = keepDocument(register.db, new TextEncoder().encode('signed'), 'signed', noon)
  expect(new TextDecoder().decode(documentBytes(register.db, sha256))).toBe('signed')
  expect(() => register.db.runSql('UPDATE document SET kind = ?', 'x')).toThrow(/append-only/)
  expect(() => register.db.runSql('DELETE FROM document')).toThrow(/append-only/)
})
