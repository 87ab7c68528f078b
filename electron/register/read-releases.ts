import { existsSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { Releases } from '../../shared/ivi/releases.ts'
import { Db } from './db.ts'
import { registerFileName } from './open.ts'
import { releasesOf } from './releases.ts'

/**
 * The releases that the workspace in a folder knows, without working in it: another program may have it open. Where
 * there is no workspace, or one that was never begun, those of the product. A register that cannot be read is an error:
 * nobody is told that a release is unknown which the workspace was given.
 */
export function readReleases(dir: string, shipped: Releases): Releases {
  const file = join(dir, registerFileName)
  if (!existsSync(file)) return shipped
  const sqlite = new Sqlite(file, { readonly: true, timeout: 2000 })
  try {
    return isBegun(sqlite) ? releasesOf(new Db(sqlite), shipped) : shipped
  } finally {
    sqlite.close()
  }
}

function isBegun(sqlite: Sqlite.Database): boolean {
  const table = sqlite.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'definition'")
  return table.get() !== undefined
}
