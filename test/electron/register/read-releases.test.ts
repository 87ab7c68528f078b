import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { shippedReleases } from '../../../electron/ivi-xml/load-catalogue.ts'
import { readReleases } from '../../../electron/register/read-releases.ts'

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'bodymark-read-releases-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))
const file = (): string => join(dir, 'register.sqlite')

describe('the releases of a workspace that nobody works in', () => {
  it('are the product’s where there is none yet, or one that holds nothing', () => {
    expect(readReleases(dir, shippedReleases)).toBe(shippedReleases)
    writeFileSync(file(), '')
    expect(readReleases(dir, shippedReleases)).toBe(shippedReleases)
  })

  it('are not guessed where the register is damaged or cannot be read', () => {
    writeFileSync(file(), 'this is no register at all, whatever it is called')
    expect(() => readReleases(dir, shippedReleases)).toThrow(Sqlite.SqliteError)
    rmSync(file())
    // A table of that name with another shape is nobody's register either.
    new Sqlite(file()).exec('CREATE TABLE definition (x); CREATE TABLE setting (x)').close()
    expect(() => readReleases(dir, shippedReleases)).toThrow(Sqlite.SqliteError)
  })
})
