import { existsSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { Releases } from '../../shared/ivi/releases.ts'
import { Db } from './db.ts'
import { registerFileName } from './open.ts'
import { releasesOf } from './releases.ts'

/**
 * The releases that the workspace in a folder knows, without working in it: another program may have it open. Where
 * there is no workspace, or none that can be read, those of the product.
 */
export function readReleases(dir: string, shipped: Releases): Releases {
  const file = join(dir, registerFileName)
  if (!existsSync(file)) return shipped
  let sqlite: Sqlite.Database | undefined
  try {
    sqlite = new Sqlite(file, { readonly: true, timeout: 2000 })
    return releasesOf(new Db(sqlite), shipped)
  } catch (error) {
    if (error instanceof Sqlite.SqliteError) return shipped
    throw error
  } finally {
    sqlite?.close()
  }
}
