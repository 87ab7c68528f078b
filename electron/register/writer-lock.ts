import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'

/**
 * One writer a workspace. The lock is a transaction on a file of its own, so the operating system frees it when the
 * process dies, however it dies; the text beside it only tells who holds it.
 */
export function lockWorkspace(dir: string, holder: string): Result<{ release(): void }> {
  const lock = new Sqlite(join(dir, 'writer.lock'), { timeout: 0 })
  const holderFile = join(dir, 'writer.txt')
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY'))
      return fail(problem('workspace-in-use', { holder: readHolder(holderFile) }, { file: dir }, false))
    throw error
  }
  try {
    writeFileSync(holderFile, `${holder} (${process.pid})\n`)
  } catch {
    // A full disk holds the lock all the same; only the holder's name is not told.
  }
  return ok({
    release() {
      lock.exec('ROLLBACK')
      lock.close()
    },
  })
}

function readHolder(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim() || '?'
  } catch {
    return '?'
  }
}
