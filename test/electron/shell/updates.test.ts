import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { lookForUpdates } from '../../../electron/shell/updates.ts'
import { app } from '../../fakes/electron.ts'

const updater = vi.hoisted(() => ({
  autoInstallOnAppQuit: false,
  checkForUpdatesAndNotify: vi.fn(async () => null),
}))
vi.mock('electron-updater', () => ({ default: { autoUpdater: updater } }))

let resources: string
beforeEach(() => {
  resources = mkdtempSync(join(tmpdir(), 'bodymark-updates-'))
  updater.checkForUpdatesAndNotify.mockReset()
})
afterEach(() => rmSync(resources, { recursive: true, force: true }))

describe('updates', () => {
  it('are not looked for without a feed, nor from sources', async () => {
    app.isPackaged = true
    expect(await lookForUpdates(resources)).toBe('off')
    writeFileSync(join(resources, 'app-update.yml'), 'provider: generic\n')
    app.isPackaged = false
    expect(await lookForUpdates(resources)).toBe('off')
    expect(updater.checkForUpdatesAndNotify).not.toHaveBeenCalled()
  })

  it('are looked for where the installer brought a feed, and being offline is no error', async () => {
    app.isPackaged = true
    writeFileSync(join(resources, 'app-update.yml'), 'provider: generic\n')
    updater.checkForUpdatesAndNotify.mockRejectedValueOnce(new Error('offline'))
    expect(await lookForUpdates(resources)).toBe('looked')
    expect(updater.autoInstallOnAppQuit).toBe(true)
  })
})
