import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Db } from './db.ts'
import { problemOfSqlite } from './errors.ts'
import { registerFileName } from './open.ts'
import { lockWorkspace } from './writer-lock.ts'

/** A whole copy of the register while it is in use, checked before it is called a backup. Answers its path. */
export async function backUp(db: Db, dir: string, stamp: string): Promise<Result<string>> {
  const folder = join(dir, 'backups')
  const file = join(folder, `register-${stamp}.sqlite`)
  try {
    mkdirSync(folder, { recursive: true })
    await db.backup(`${file}.part`)
  } catch (error) {
    const known = problemOfSqlite(error, file)
    if (known) return fail(known)
    throw error
  }
  const sound = isSound(`${file}.part`)
  if (!sound.ok) return sound
  renameSync(`${file}.part`, file)
  return ok(file)
}

/** Puts a backup in the register's place; the register of before is laid aside beside it. Answers where. */
export function restore(dir: string, backup: string, stamp: string): Result<{ readonly laidAside: string }> {
  if (!existsSync(backup)) return fail(problem('file-missing', { file: backup }, { file: backup }, false))
  const sound = isSound(backup)
  if (!sound.ok) return sound
  mkdirSync(dir, { recursive: true })
  const locked = lockWorkspace(dir, 'restore')
  if (!locked.ok) return locked
  try {
    const file = join(dir, registerFileName)
    const aside = join(
      dir,
      'backups',
      `${basename(registerFileName, '.sqlite')}-before-restore-${stamp}.sqlite`,
    )
    mkdirSync(join(dir, 'backups'), { recursive: true })
    copyFileSync(backup, `${file}.part`)
    if (existsSync(file)) {
      renameSync(file, aside)
      for (const tail of ['-wal', '-shm']) if (existsSync(file + tail)) renameSync(file + tail, aside + tail)
    }
    renameSync(`${file}.part`, file)
    return ok({ laidAside: existsSync(aside) ? aside : '' })
  } finally {
    locked.value.release()
  }
}

function isSound(file: string): Result<null> {
  try {
    const sqlite = new Sqlite(file, { readonly: true, fileMustExist: true })
    try {
      if (
        sqlite.pragma('integrity_check(1)', { simple: true }) === 'ok' &&
        Number(sqlite.pragma('user_version', { simple: true })) > 0
      )
        return ok(null)
    } finally {
      sqlite.close()
    }
  } catch (error) {
    const known = problemOfSqlite(error, file)
    if (!known) throw error
  }
  rmSync(`${file}-journal`, { force: true })
  return fail(problem('backup-damaged', { file }, { file }, false))
}
