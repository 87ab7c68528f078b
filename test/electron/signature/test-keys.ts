import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { SigningSession } from '../../../electron/signature/key.ts'
import {
  makeThrowAwayKey,
  type ThrowAwayKeyOptions,
} from '../../../electron/signature/make-throw-away-key.ts'
import { openFileKey } from '../../../electron/signature/pkcs12/open-file-key.ts'
import { readPkcs12 } from '../../../electron/signature/pkcs12/read-pkcs12.ts'
import type { Result } from '../../../shared/result.ts'

export const passphrase = 'Öffne dich 7'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A folder of this run's own below the system's temporary one, gone at its end. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bodymark-signature-'))
  folders.push(folder)
  return folder
}

/** Writes a throw-away key into a folder of its own and answers its path. */
export async function aKeyFile(options: Partial<ThrowAwayKeyOptions> = {}): Promise<string> {
  const file = join(temporaryFolder(), 'key.p12')
  const bytes = await makeThrowAwayKey({
    commonName: 'Siegel der Probe',
    organisation: 'Karosserie Muster GmbH',
    passphrase,
    ...options,
  })
  writeFileSync(file, bytes)
  return file
}

/** An open session over a throw-away key. */
export async function aSession(options: Partial<ThrowAwayKeyOptions> = {}): Promise<SigningSession> {
  return expectOk(await openFileKey({ kind: 'p12', file: await aKeyFile(options) }, passphrase, new Date()))
}

/** A throw-away key and its certificate as PEM, for other programs and for signatures of other makers. */
export async function aPemPair(options: Partial<ThrowAwayKeyOptions> = {}) {
  const bytes = await makeThrowAwayKey({
    commonName: 'Siegel eines anderen',
    organisation: 'Fahrgestellwerk Beispiel AG',
    passphrase,
    ...options,
  })
  const { keys, certificates } = expectOk(await readPkcs12(bytes, passphrase))
  const [key] = keys
  const [certificate] = certificates
  if (!key || !certificate) throw new Error('a throw-away key has a key and a certificate')
  return {
    key,
    keyPem: key.export({ format: 'pem', type: 'pkcs8' }).toString(),
    certificate,
    certificatePem: certificate.x509.toString(),
  }
}

export function expectOk<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`unexpected problem ${JSON.stringify(result.problem)}`)
  return result.value
}

export function codeOf(result: Result<unknown>): string {
  return result.ok ? 'ok' : result.problem.code
}
