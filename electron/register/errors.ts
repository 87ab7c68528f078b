import Sqlite from 'better-sqlite3'
import { type Problem, problem } from '../../shared/problem.ts'

const codes: readonly (readonly [prefix: string, code: string])[] = [
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_CORRUPT', 'register-damaged'],
  ['SQLITE_NOTADB', 'register-damaged'],
  ['SQLITE_BUSY', 'register-locked'],
  ['SQLITE_LOCKED', 'register-locked'],
  ['SQLITE_READONLY', 'register-read-only'],
  ['SQLITE_CANTOPEN', 'register-cannot-open'],
  ['SQLITE_IOERR', 'register-disk-fault'],
]

/** What SQLite's own code means for a person; undefined where it can only be a bug. */
export function problemOfSqlite(error: unknown, file: string): Problem | undefined {
  if (!(error instanceof Sqlite.SqliteError)) return undefined
  const known = codes.find(([prefix]) => error.code.startsWith(prefix))
  return known ? problem(known[1], { file }, { file }, false) : undefined
}
