import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lacksTool } from '../../../needs.ts'
import { type aPemPair, temporaryFolder } from '../test-keys.ts'

/** Where Linux distributions put SoftHSM2. */
const places = [
  '/usr/lib/softhsm/libsofthsm2.so',
  '/usr/lib64/softhsm/libsofthsm2.so',
  '/usr/local/lib/softhsm/libsofthsm2.so',
  '/opt/homebrew/lib/softhsm/libsofthsm2.so',
]

export const softModule = places.find((place) => existsSync(place)) ?? '/usr/lib/softhsm/libsofthsm2.so'
export const lacksSoftToken = lacksTool('softhsm2-util') || lacksTool('pkcs11-tool')
export const pin = '4321-ä'

type PemPair = Awaited<ReturnType<typeof aPemPair>>

/** A SoftHSM2 of this test's own; its processes find it through the environment. */
export function startSoftTokens(): string {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'tokens'))
  const settings = `directories.tokendir = ${join(folder, 'tokens')}\nobjectstore.backend = file\nlog.level = ERROR\n`
  writeFileSync(join(folder, 'softhsm2.conf'), settings)
  process.env.SOFTHSM2_CONF = join(folder, 'softhsm2.conf')
  return folder
}

export function makeToken(label: string): void {
  run('softhsm2-util', '--init-token', '--free', '--label', label, '--so-pin', '12345678', '--pin', pin)
}

/** Puts a key with its certificate on a token; `parts` leaves one of them out. */
export function putKey(
  folder: string,
  token: string,
  pair: PemPair,
  names: { readonly label: string; readonly id: string },
  parts: readonly ('key' | 'certificate')[] = ['key', 'certificate'],
): void {
  const { label, id } = names
  const login = ['--module', softModule, '--token-label', token, '--login', '--pin', pin]
  if (parts.includes('key')) {
    const file = join(folder, `${id}.key`)
    writeFileSync(file, pair.keyPem)
    const names_ = ['--label', label, '--id', id]
    run('softhsm2-util', '--import', file, '--token', token, ...names_, '--pin', pin)
  }
  if (parts.includes('certificate')) {
    const file = join(folder, `${id}.der`)
    writeFileSync(file, pair.certificate.der)
    run('pkcs11-tool', ...login, '--write-object', file, '--type', 'cert', '--label', label, '--id', id)
  }
}

function run(program: string, ...options: string[]): void {
  execFileSync(program, options, { stdio: 'pipe' })
}
