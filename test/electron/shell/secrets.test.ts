import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createShellSecrets } from '../../../electron/shell/secrets.ts'
import { safeStorage } from '../../fakes/electron.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bodymark-secrets-'))
  file = join(folder, 'user', 'secrets.json')
  safeStorage.available = true
  safeStorage.backend = 'gnome_libsecret'
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('secrets of the shell', () => {
  it('outlast the app, sealed by the system’s key store, readable for their user alone', async () => {
    await createShellSecrets('/w', file).set('nap:demo', 'my passphrase')
    expect(await createShellSecrets('/w', file).get('nap:demo')).toBe('my passphrase')
    expect(readFileSync(file, 'utf8')).not.toContain('passphrase')
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('belong to one workspace', async () => {
    await createShellSecrets('/w', file).set('nap:demo', 'my passphrase')
    expect(await createShellSecrets('/other', file).get('nap:demo')).toBeUndefined()
  })

  it('last one session where the system has no key store', async () => {
    safeStorage.available = false
    const secrets = createShellSecrets('/w', file)
    await secrets.set('nap:demo', 'my passphrase')
    expect(await secrets.get('nap:demo')).toBe('my passphrase')
    expect(existsSync(file)).toBe(false)
    expect(await createShellSecrets('/w', file).get('nap:demo')).toBeUndefined()
  })

  it.runIf(process.platform === 'linux')(
    'last one session where Linux would hide them behind a known password',
    async () => {
      safeStorage.backend = 'basic_text'
      await createShellSecrets('/w', file).set('nap:demo', 'my passphrase')
      expect(existsSync(file)).toBe(false)
    },
  )
})
