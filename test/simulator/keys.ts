import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CertificateWish, type IssuedKey, makeThrowAwayAuthority } from '../../build/demo/pki.ts'
import type { Control } from './misbehave.ts'

/** Files that a client needs; passphrases stand in files of their own that only the owner may read. */
export interface ClientFiles {
  /** PEM of the authority that vouches for the server. */
  readonly ca: string
  readonly clientKey: string
  readonly clientPassphraseFile: string
}

export type ServerCertificate = Control['certificate']

const hosts = ['localhost', '127.0.0.1']
const day = 86_400_000
const serverWishes: Readonly<Record<ServerCertificate, CertificateWish>> = {
  right: { commonName: 'training-nap', purpose: 'server', hosts },
  'other-name': { commonName: 'somebody-else', purpose: 'server', hosts: ['somebody-else.example'] },
  'other-authority': { commonName: 'training-nap', purpose: 'server', hosts },
  expired: {
    commonName: 'training-nap',
    purpose: 'server',
    hosts,
    notBefore: new Date(Date.now() - 3 * day),
    notAfter: new Date(Date.now() - day),
  },
}
const clientWishes = {
  client: { commonName: 'training-client', purpose: 'client' },
  'expired-client': {
    commonName: 'training-client-of-yesterday',
    purpose: 'client',
    notBefore: new Date(Date.now() - 3 * day),
    notAfter: new Date(Date.now() - day),
  },
  /** Issued by an authority that this server does not know. */
  'foreign-client': { commonName: 'stranger', purpose: 'client' },
} as const satisfies Record<string, CertificateWish>

const folder = (dir: string): string => join(dir, 'keys')

/** Makes the server's and the clients' keys once in the life of a folder. */
export async function ensureKeys(dir: string): Promise<ClientFiles> {
  const at = folder(dir)
  const done = join(at, 'ca.pem')
  if (!existsSync(done)) {
    mkdirSync(at, { recursive: true, mode: 0o700 })
    const authority = await makeThrowAwayAuthority('Bodymark training authority')
    const other = await makeThrowAwayAuthority('Bodymark other training authority')
    const wishes: Readonly<Record<string, CertificateWish>> = { ...serverWishes, ...clientWishes }
    for (const [name, wish] of Object.entries(wishes)) {
      const issuer = name === 'other-authority' || name === 'foreign-client' ? other : authority
      keep(at, name, await issuer.issue(wish))
    }
    // Written last: its presence says that the others are whole.
    writeFileSync(done, authority.certificatePem)
  }
  return clientFiles(dir, 'client')
}

export function clientFiles(dir: string, name: keyof typeof clientWishes): ClientFiles {
  const at = folder(dir)
  return {
    ca: join(at, 'ca.pem'),
    clientKey: join(at, `${name}.p12`),
    clientPassphraseFile: join(at, `${name}.passphrase`),
  }
}

export function serverKey(
  dir: string,
  name: ServerCertificate,
): { readonly pfx: Buffer; readonly passphrase: string; readonly ca: string } {
  const at = folder(dir)
  return {
    pfx: readFileSync(join(at, `${name}.p12`)),
    passphrase: readFileSync(join(at, `${name}.passphrase`), 'utf8'),
    // Client certificates are checked against this one alone.
    ca: readFileSync(join(at, 'ca.pem'), 'utf8'),
  }
}

function keep(at: string, name: string, key: IssuedKey): void {
  writeFileSync(join(at, `${name}.p12`), key.p12, { mode: 0o600 })
  writeFileSync(join(at, `${name}.passphrase`), key.passphrase, { mode: 0o600 })
}
