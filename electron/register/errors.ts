import Sqlite from 'better-sqlite3'
import { type Problem, problem } from '../../shared/problem.ts'

const sqliteCodes: readonly (readonly [prefix: string, code: string])[] = [
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_CORRUPT', 'register-damaged'],
  ['SQLITE_NOTADB', 'register-damaged'],
  ['SQLITE_BUSY', 'register-locked'],
  ['SQLITE_LOCKED', 'register-locked'],
  ['SQLITE_READONLY', 'register-read-only'],
  ['SQLITE_CANTOPEN', 'register-cannot-open'],
  ['SQLITE_IOERR', 'register-disk-fault'],
]

/** What the disk itself says; anything else about a file is for whoever asked for that file. */
const systemCodes: Readonly<Record<string, string>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EACCES: 'storage-not-allowed',
  EPERM: 'storage-not-allowed',
  EROFS: 'storage-not-allowed',
  EBUSY: 'storage-in-use',
  EIO: 'register-disk-fault',
}

/** Bytes that the register should hold are gone or no longer those of their hash: evidence must not be guessed at. */
export class DocumentLost extends Error {
  readonly sha256: string

  constructor(sha256: string) {
    super(`document ${sha256} is gone or was changed in the register`)
    this.sha256 = sha256
  }
}

/**
 * What a failure of the register or of the disk under it means for a person; undefined where it can only be a bug.
 * `file` is named where the failure does not name one itself.
 */
export function problemOfStorage(error: unknown, file: string): Problem | undefined {
  if (error instanceof Sqlite.SqliteError) {
    const known = sqliteCodes.find(([prefix]) => error.code.startsWith(prefix))
    return known ? problem(known[1], { file }, { file }, false) : undefined
  }
  if (error instanceof DocumentLost) return problem('document-lost', { sha256: error.sha256 })
  if (!(error instanceof Error && 'code' in error)) return undefined
  const code = systemCodes[String(error.code)]
  const named = 'path' in error && typeof error.path === 'string' ? error.path : file
  return code ? problem(code, { file: named }, { file: named }, false) : undefined
}
