import { spawnSync } from 'node:child_process'
import { createPrivateKey, X509Certificate } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSecureContext } from 'node:tls'
import { beforeAll, describe, expect, it } from 'vitest'
import { type IssuedKey, makeThrowAwayAuthority, type ThrowAwayAuthority } from '../../../build/demo/pki.ts'
import { lacksTool } from '../../needs.ts'

let authority: ThrowAwayAuthority
let server: IssuedKey
let client: IssuedKey

beforeAll(async () => {
  authority = await makeThrowAwayAuthority('Throw-away')
  server = await authority.issue({ commonName: 'a', purpose: 'server', hosts: ['localhost', '127.0.0.1'] })
  client = await authority.issue({ commonName: 'b', purpose: 'client' })
})

describe('a throw-away authority', () => {
  it('issues certificates that it vouches for, each for one purpose', () => {
    const root = new X509Certificate(authority.certificatePem)
    const own = new X509Certificate(server.certificatePem)
    const other = new X509Certificate(client.certificatePem)
    expect([root.ca, own.ca, other.ca]).toEqual([true, false, false])
    for (const certificate of [root, own, other]) expect(certificate.verify(root.publicKey)).toBe(true)
    expect(own.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1'])
    expect(other.keyUsage).toEqual(['1.3.6.1.5.5.7.3.2'])
    expect(new Set([root, own, other].map(({ serialNumber }) => serialNumber)).size).toBe(3)
  })

  it('names a server by every host given, and a client by none', () => {
    const own = new X509Certificate(server.certificatePem)
    expect(own.checkHost('localhost')).toBe('localhost')
    expect(own.checkIP('127.0.0.1')).toBe('127.0.0.1')
    expect(own.checkHost('example.org')).toBeUndefined()
    expect(new X509Certificate(client.certificatePem).subjectAltName).toBeUndefined()
  })

  it('hands keys out under a passphrase of their own and nowhere else', () => {
    expect(server.passphrase).not.toBe(client.passphrase)
    const open = (passphrase: string) => createSecureContext({ pfx: Buffer.from(server.p12), passphrase })
    expect(() => open(server.passphrase)).not.toThrow()
    expect(() => open(client.passphrase)).toThrow()
    expect(JSON.stringify(authority)).not.toContain('PRIVATE')
  })

  it.skipIf(lacksTool('openssl'))(
    'and OpenSSL opens them, key, certificate and chain (needs openssl)',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'bodymark-pki-'))
      try {
        const files = { p12: join(folder, 'a.p12'), pass: join(folder, 'pass') }
        writeFileSync(files.p12, server.p12, { mode: 0o600 })
        writeFileSync(files.pass, server.passphrase, { mode: 0o600 })
        const args = ['pkcs12', '-in', files.p12, '-passin', `file:${files.pass}`, '-nodes']
        const { stdout, status } = spawnSync('openssl', args, { encoding: 'utf8' })
        expect(status).toBe(0)
        expect(stdout.match(/BEGIN CERTIFICATE/g)).toHaveLength(2)
        const key = createPrivateKey(stdout.slice(stdout.indexOf('-----BEGIN PRIVATE KEY')))
        expect(new X509Certificate(server.certificatePem).checkPrivateKey(key)).toBe(true)
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    },
  )
})
