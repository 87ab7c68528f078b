import { copyFileSync, existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Db } from './db.ts'
import { problemOfStorage } from './errors.ts'
import { makeFolder, makeWorkspaceFolder } from './make-folder.ts'
import { newestVersion, registerFileName } from './open.ts'
import { lockWorkspace } from './writer-lock.ts'

/**
 * A whole copy of the register while it is in use, checked before it is called a backup. It is one file without
 * anything beside it, so it can be copied anywhere and read from a medium that cannot be written. Answers its path.
 */
export async function backUp(db: Db, dir: string, stamp: string): Promise<Result<string>> {
  const folder = join(dir, 'backups')
  const file = join(folder, `register-${stamp}.sqlite`)
  const part = `${file}.part`
  try {
    makeFolder(folder)
    await db.backup(part)
    const sound = checkCopy(part, file)
    if (sound.ok) renameSync(part, file)
    return sound.ok ? ok(file) : sound
  } catch (error) {
    const known = problemOfStorage(error, file)
    if (known) return fail(known)
    throw error
  } finally {
    removeCopy(part)
  }
}

/** Puts a backup in the register's place; the register of before is laid aside beside it. Answers where. */
export function restore(dir: string, backup: string, stamp: string): Result<{ readonly laidAside: string }> {
  const isFolder = existsSync(backup) && statSync(backup).isDirectory()
  if (isFolder || !existsSync(backup)) {
    const code = isFolder ? 'file-is-folder' : 'file-missing'
    return fail(problem(code, { file: backup }, { file: backup }, false))
  }
  const made = makeWorkspaceFolder(dir)
  if (!made.ok) return made
  try {
    const locked = lockWorkspace(dir, 'restore')
    if (!locked.ok) return locked
    try {
      return exchange(dir, backup, stamp)
    } finally {
      locked.value.release()
    }
  } catch (error) {
    const known = problemOfStorage(error, dir)
    if (known) return fail(known)
    throw error
  }
}

function exchange(dir: string, backup: string, stamp: string): Result<{ readonly laidAside: string }> {
  const file = join(dir, registerFileName)
  const part = `${file}.part`
  const aside = join(
    dir,
    'backups',
    `${basename(registerFileName, '.sqlite')}-before-restore-${stamp}.sqlite`,
  )
  try {
    copyFileSync(backup, part)
    const sound = checkCopy(part, backup)
    if (!sound.ok) return sound
    makeFolder(join(dir, 'backups'))
    if (existsSync(file)) {
      renameSync(file, aside)
      for (const tail of ['-wal', '-shm']) if (existsSync(file + tail)) renameSync(file + tail, aside + tail)
    }
    renameSync(part, file)
    return ok({ laidAside: existsSync(aside) ? aside : '' })
  } finally {
    removeCopy(part)
  }
}

/** Whether a copy is a sound register of this Bodymark or an older one; `named` is what people are told it is. */
function checkCopy(copy: string, named: string): Result<null> {
  let sqlite: Sqlite.Database | undefined
  try {
    sqlite = new Sqlite(copy, { fileMustExist: true })
    sqlite.pragma('journal_mode = DELETE')
    const found = Number(sqlite.pragma('user_version', { simple: true }))
    if (found > newestVersion)
      return fail(
        problem('register-newer', { file: named, found, known: newestVersion }, { file: named }, false),
      )
    if (found > 0 && sqlite.pragma('integrity_check(1)', { simple: true }) === 'ok') return ok(null)
  } catch (error) {
    const known = problemOfStorage(error, named)
    if (known?.code !== 'register-damaged') throw error
  } finally {
    sqlite?.close()
  }
  return fail(problem('backup-damaged', { file: named }, { file: named }, false))
}

function removeCopy(file: string): void {
  for (const tail of ['', '-wal', '-shm', '-journal']) rmSync(file + tail, { force: true })
}
