import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openLog } from '../../../electron/host/log-file.ts'

let workspace: string
beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'bodymark-log-'))
})
afterEach(() => rmSync(workspace, { recursive: true, force: true }))

const file = (): string => join(workspace, 'logs', 'bodymark.log')
const lines = (): readonly Record<string, unknown>[] =>
  readFileSync(file(), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)

describe('the log of a workspace', () => {
  it('holds one JSON object a line, with its time in UTC', () => {
    const log = openLog(workspace, () => new Date('2026-03-01T12:00:00Z'))
    log.info('import', { rows: 12 })
    expect(lines()).toEqual([{ at: '2026-03-01T12:00:00.000Z', event: 'import', rows: 12 }])
  })

  it('gives an unexpected error an id that finds its line', () => {
    const id = openLog(workspace).unexpected(new TypeError('x is undefined'))
    expect(id).toMatch(/^[0-9A-F]{10}$/)
    const line = lines().find((each) => each.id === id)
    expect(line?.error).toContain('TypeError: x is undefined')
  })

  it('strikes out what looks like a VIN in an error’s words', () => {
    openLog(workspace).unexpected(new Error('no row for WF0AXXTTG1AB12345'))
    expect(readFileSync(file(), 'utf8')).not.toContain('WF0AXXTTG1AB12345')
    expect(readFileSync(file(), 'utf8')).toContain('[VIN]')
  })

  it('starts a new file at 1 MB and keeps five', () => {
    const log = openLog(workspace)
    for (let round = 0; round < 8; round++) {
      log.info('round', { round })
      writeFileSync(file(), `${'x'.repeat(1024 * 1024)}\n`)
    }
    log.info('last')
    expect(readdirSync(join(workspace, 'logs')).sort()).toEqual([
      'bodymark.log',
      'bodymark.log.1',
      'bodymark.log.2',
      'bodymark.log.3',
      'bodymark.log.4',
    ])
    expect(statSync(file()).size).toBeLessThan(200)
  })

  it('costs a line and not the work where it cannot be written', () => {
    writeFileSync(join(workspace, 'logs'), 'a file where the folder should be')
    chmodSync(workspace, 0o500)
    expect(() => openLog(workspace).info('import')).not.toThrow()
    expect(openLog(workspace).unexpected(new Error('x'))).toMatch(/^[0-9A-F]{10}$/)
    chmodSync(workspace, 0o700)
  })
})
