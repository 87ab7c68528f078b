import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { backUp, restore } from '../../../electron/register/backup.ts'
import { Db } from '../../../electron/register/db.ts'
import { problemOfStorage } from '../../../electron/register/errors.ts'
import { openRegister, registerFileName } from '../../../electron/register/open.ts'
import { aFolder, aRegister, aVehicle } from './a-register.ts'

test('a new register writes ahead, synchronises fully and checks its references', async () => {
  const register = await aRegister()
  const pragma = (name: string) => register.db.allSql<Record<string, unknown>>(`PRAGMA ${name}`)[0]
  expect(pragma('journal_mode')).toEqual({ journal_mode: 'wal' })
  expect(pragma('synchronous')).toEqual({ synchronous: 2 })
  expect(pragma('foreign_keys')).toEqual({ foreign_keys: 1 })
})

test('a second writer is refused with the name of the first', async () => {
  const folder = aFolder()
  await aRegister(folder)
  const second = await openRegister(folder, 'second')
  expect(second).toMatchObject({ ok: false, problem: { code: 'workspace-in-use' } })
  expect(second.ok ? '' : second.problem.args?.holder).toContain('test')
})

test('a writer that was killed leaves no lock behind', async () => {
  const folder = aFolder()
  const open = new URL('../../../electron/register/open.ts', import.meta.url)
  const killed = spawnSync(process.execPath, [
    '--input-type=module',
    '-e',
    `import {openRegister} from ${JSON.stringify(open.href)};
     await openRegister(${JSON.stringify(folder)}, 'killed'); process.kill(process.pid, 'SIGKILL')`,
  ])
  expect(killed.signal).toBe('SIGKILL')
  const after = await openRegister(folder, 'after')
  expect(after.ok).toBe(true)
  if (after.ok) after.value.close()
})

test('a register made by a newer Bodymark is refused and left as it is', async () => {
  const folder = aFolder()
  ;(await aRegister(folder)).close()
  const sqlite = new Sqlite(join(folder, registerFileName))
  sqlite.pragma('user_version = 9990')
  sqlite.close()
  expect(await openRegister(folder, 'old')).toMatchObject({
    ok: false,
    problem: { code: 'register-newer', args: { found: 9990 } },
  })
})

test('the database of another program is refused and left as it is', async () => {
  const folder = aFolder()
  const file = join(folder, registerFileName)
  const other = new Sqlite(file)
  other.exec('CREATE TABLE note (text)')
  other.close()
  const before = readFileSync(file)
  const opened = await openRegister(folder, 'test')
  expect(opened).toMatchObject({ ok: false, problem: { code: 'register-of-another' } })
  expect(readFileSync(file).equals(before)).toBe(true)
})

test('what is no register, or a damaged one, is refused as damaged', async () => {
  const folder = aFolder()
  writeFileSync(join(folder, registerFileName), 'this is a letter, not a register'.repeat(100))
  expect(await openRegister(folder, 'x')).toMatchObject({ ok: false, problem: { code: 'register-damaged' } })

  const other = aFolder()
  const register = await aRegister(other)
  for (let at = 0; at < 300; at += 1) aVehicle(register, `WZZZ00000000${String(at).padStart(5, '0')}`)
  register.close()
  truncateSync(join(other, registerFileName), 60_000)
  expect(await openRegister(other, 'x')).toMatchObject({ ok: false, problem: { code: 'register-damaged' } })
})

test('a migration lays a copy of the register aside first', async () => {
  const folder = aFolder()
  const sqlite = new Sqlite(join(folder, registerFileName))
  sqlite.exec('CREATE TABLE from_before (x)')
  sqlite.pragma('user_version = 5')
  sqlite.close()
  const opened = await openRegister(folder, 'x')
  expect(opened.ok).toBe(true)
  if (opened.ok) opened.value.close()
  expect(readdirSync(folder).some((name) => name.startsWith(`${registerFileName}.before-`))).toBe(true)
})

test('a folder that cannot be made is said so', async () => {
  const folder = aFolder()
  writeFileSync(join(folder, 'a-file'), '')
  const opened = await openRegister(join(folder, 'a-file', 'workspace'), 'x')
  expect(opened).toMatchObject({ ok: false, problem: { code: 'workspace-cannot-open' } })
  expect(existsSync(join(folder, 'a-file', 'workspace'))).toBe(false)
})

test('a register that was emptied or taken away is told, not begun anew over what it left behind', async () => {
  const folder = aFolder()
  const register = await aRegister(folder)
  const made = await backUp(register.db, folder, 'one')
  register.close()
  if (!made.ok) throw new Error(made.problem.code)
  const file = join(folder, registerFileName)
  truncateSync(file, 0)
  expect(await openRegister(folder, 'x')).toMatchObject({ ok: false, problem: { code: 'register-missing' } })
  rmSync(file)
  expect(await openRegister(folder, 'x')).toMatchObject({ ok: false, problem: { code: 'register-missing' } })
  expect(restore(folder, made.value, 'two').ok).toBe(true)
  ;(await aRegister(folder)).close()
})

test('a disk too full to tidy up at the end costs nothing that was committed', async () => {
  const folder = aFolder()
  const file = join(folder, 'any.sqlite')
  const sqlite = new Sqlite(file)
  sqlite.pragma('journal_mode = WAL')
  sqlite.exec('CREATE TABLE kept (value TEXT); INSERT INTO kept VALUES (1)')
  const pragma = sqlite.pragma.bind(sqlite)
  sqlite.pragma = (source: string) => {
    if (source.startsWith('wal_checkpoint'))
      throw new Sqlite.SqliteError('database or disk is full', 'SQLITE_FULL')
    return pragma(source)
  }
  expect(() => new Db(sqlite).close()).not.toThrow()
  expect(sqlite.open).toBe(false)
  expect(new Sqlite(file).prepare('SELECT * FROM kept').all()).toHaveLength(1)
})

test('failures of the disk have words, and what can only be a bug has none', () => {
  const system = (code: string, path?: string) =>
    Object.assign(new Error(code), { code, ...(path ? { path } : {}) })
  expect(problemOfStorage(system('ENOSPC', '/w/a.xml'), 'x')).toMatchObject({
    code: 'disk-full',
    args: { file: '/w/a.xml' },
  })
  expect(problemOfStorage(system('EROFS'), 'x')).toMatchObject({
    code: 'storage-not-allowed',
    args: { file: 'x' },
  })
  expect(problemOfStorage(system('EINVAL'), 'x')).toBeUndefined()
  expect(problemOfStorage(new TypeError('x is not a function'), 'x')).toBeUndefined()
})
