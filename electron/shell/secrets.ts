import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { app, safeStorage } from 'electron'
import type { SecretStore } from '../ports.ts'

/**
 * Secrets of one workspace that the system's key store guards (Keychain, DPAPI, libsecret or KWallet): only their encrypted form is
 * written. Where the system has no such store they last one session, since Electron would else hide them in a known
 * password.
 */
export function createShellSecrets(
  workspace: string,
  file = join(app.getPath('userData'), 'secrets.json'),
): SecretStore {
  const place = (name: string): string => `${workspace} ${name}`
  const session = new Map<string, string>()
  return {
    get: async (name) => {
      const kept = session.get(name)
      if (kept !== undefined) return kept
      const sealed = isGuarded() ? readSealed(file)[place(name)] : undefined
      return sealed === undefined ? undefined : unseal(sealed)
    },
    set: async (name, value) => {
      session.set(name, value)
      if (!isGuarded()) return
      const sealed = safeStorage.encryptString(value).toString('base64')
      writeSealed(file, { ...readSealed(file), [place(name)]: sealed })
    },
  }
}

function isGuarded(): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false
  return process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'
}

function unseal(sealed: string): string | undefined {
  try {
    return safeStorage.decryptString(Buffer.from(sealed, 'base64'))
  } catch {
    // Another user's or another machine's store sealed it: it is as good as absent, and the person is asked.
    return undefined
  }
}

function readSealed(file: string): Readonly<Record<string, string>> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>
  } catch {
    return {}
  }
}

function writeSealed(file: string, sealed: Readonly<Record<string, string>>): void {
  mkdirSync(dirname(file), { recursive: true })
  // Written beside and moved: a crash leaves the old file whole.
  writeFileSync(`${file}.new`, JSON.stringify(sealed), { mode: 0o600 })
  renameSync(`${file}.new`, file)
}
