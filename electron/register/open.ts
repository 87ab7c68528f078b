import { copyFileSync, existsSync, statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { basename, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import networkDrives from '../../schemas/register/network-drives.json' with { type: 'json' }
import { type Problem, problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { Db } from './db.ts'
import { problemOfStorage } from './errors.ts'
import { makeWorkspaceFolder } from './make-folder.ts'
import * as register from './migrations/0010-register.ts'
import * as options from './migrations/0020-options.ts'
import * as approvals from './migrations/0030-approvals.ts'
import * as paperBases from './migrations/0060-paper-bases.ts'
import * as masses from './migrations/0070-masses.ts'
import * as weights from './migrations/0080-weights.ts'
import * as paperScans from './migrations/0090-paper-scans.ts'
import { lockWorkspace } from './writer-lock.ts'

const migrations: readonly { readonly version: number; readonly statements: string }[] = [
  register,
  options,
  approvals,
  paperBases,
  masses,
  weights,
  paperScans,
]
export const newestVersion = migrations.at(-1)?.version ?? 0

export interface Register {
  readonly db: Db
  readonly file: string
  close(): void
}

export const registerFileName = 'register.sqlite'

/**
 * Opens (or begins) the register of a workspace for this process alone: WAL, full synchronisation, migrated. A
 * register made by a newer Bodymark, damaged, held by another process or lying on a network drive is refused, and so is
 * the database of another program.
 */
export async function openRegister(dir: string, holder: string): Promise<Result<Register>> {
  const file = join(dir, registerFileName)
  const made = makeWorkspaceFolder(dir)
  if (!made.ok) return made
  if (await liesOnNetworkDrive(dir))
    return fail(problem('workspace-on-network-drive', { folder: dir }, { file: dir }, false))
  let locked: Result<{ release(): void }>
  try {
    locked = lockWorkspace(dir, holder)
  } catch (error) {
    const known = problemOfStorage(error, dir)
    if (known) return fail(known)
    throw error
  }
  if (!locked.ok) return locked
  const lock = locked.value
  const opened = wasEmptied(dir, file) ? fail(registerMissing(dir, file)) : openFile(file)
  if (!opened.ok) {
    lock.release()
    return opened
  }
  const db = opened.value
  return ok({
    db,
    file,
    close() {
      db.close()
      lock.release()
    },
  })
}

/** What only a register with signed certificates, answers or backups can have left beside it. */
const traces = ['signed', 'receipts', 'backups', 'audit']

/** SQLite takes a missing or empty file for a new register; where there was one, that would hide a loss. */
function wasEmptied(dir: string, file: string): boolean {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  return size === 0 && traces.some((folder) => existsSync(join(dir, folder)))
}

function registerMissing(dir: string, file: string): Problem {
  return problem('register-missing', { folder: dir, file: basename(file) }, { file }, false)
}

function openFile(file: string): Result<Db> {
  let sqlite: Sqlite.Database | undefined
  try {
    sqlite = new Sqlite(file, { timeout: 2000 })
    if (isOfAnotherProgram(sqlite)) {
      sqlite.close()
      return fail(problem('register-of-another', { file }, { file }, false))
    }
    sqlite.pragma('journal_mode = WAL')
    sqlite.pragma('synchronous = FULL')
    sqlite.pragma('foreign_keys = ON')
    const check = sqlite.pragma('quick_check(1)', { simple: true })
    if (check !== 'ok') {
      sqlite.close()
      return fail(problem('register-damaged', { file }, { file }, false))
    }
    const migrated = migrate(sqlite, file)
    if (!migrated.ok) {
      sqlite.close()
      return migrated
    }
    return ok(new Db(sqlite))
  } catch (error) {
    sqlite?.close()
    const known = problemOfStorage(error, file)
    if (known) return fail(known)
    throw error
  }
}

/** A register states its version together with its first table; where tables stand without one, nothing of ours belongs. */
function isOfAnotherProgram(sqlite: Sqlite.Database): boolean {
  const tables = sqlite.prepare("SELECT count(*) FROM sqlite_master WHERE type = 'table'").pluck().get()
  return tables !== 0 && sqlite.pragma('user_version', { simple: true }) === 0
}

/** Each migration runs in one transaction with its version, after a copy of the register was laid aside. */
function migrate(sqlite: Sqlite.Database, file: string): Result<null> {
  const found = Number(sqlite.pragma('user_version', { simple: true }))
  if (found > newestVersion)
    return fail(problem('register-newer', { file, found, known: newestVersion }, { file }, false))
  const missing = migrations.filter(({ version }) => version > found)
  if (missing.length > 0 && found > 0 && existsSync(file)) {
    sqlite.pragma('wal_checkpoint(TRUNCATE)')
    copyFileSync(file, `${file}.before-${newestVersion}`)
  }
  for (const { version, statements } of missing) {
    sqlite.transaction(() => {
      sqlite.exec(statements)
      sqlite.pragma(`user_version = ${version}`)
    })()
  }
  return ok(null)
}

/** SQLite's locks cannot be trusted there, and a register would be lost sooner or later. */
async function liesOnNetworkDrive(dir: string): Promise<boolean> {
  if (/^\\\\/.test(dir)) return true
  const { type } = await statfs(dir)
  return networkDrives.fileSystems.some(({ magic }) => Number(magic) === type >>> 0)
}
