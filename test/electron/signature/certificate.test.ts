import { execFileSync } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCertificate } from '../../../electron/signature/certificate.ts'
import { unfitness } from '../../../electron/signature/fitness.ts'
import { issuersOf } from '../../../electron/signature/issuers.ts'
import { lacksTool } from '../../needs.ts'
import { aPemPair, temporaryFolder } from './test-keys.ts'

describe('a certificate', () => {
  test('is read with its names, times and digest', async () => {
    const { certificate } = await aPemPair({ notBefore: new Date('2026-01-02T03:04:05Z'), days: 10 })
    expect(certificate).toMatchObject({
      subject: 'CN=Siegel eines anderen, O=Fahrgestellwerk Beispiel AG, C=DE',
      notBefore: '2026-01-02T03:04:05.000Z',
      notAfter: '2026-01-12T03:04:05.000Z',
      algorithm: 'RSA 2048',
      maySign: true,
    })
    expect(certificate.sha256).toBe(certificate.x509.fingerprint256.replaceAll(':', '').toLowerCase())
  })

  test('is not found in other bytes, and looking never throws', async () => {
    const { certificate } = await aPemPair()
    expect(readCertificate(Buffer.from('none'))).toBeUndefined()
    fc.assert(
      fc.property(
        fc.nat({ max: certificate.der.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        (place, bits) => {
          const changed = Uint8Array.from(certificate.der)
          changed[place] = (changed[place] ?? 0) ^ bits
          readCertificate(changed)
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe.skipIf(lacksTool('openssl'))('certificates of OpenSSL (needs openssl)', () => {
  const folder = temporaryFolder()
  const made = (name: string, ...options: string[]) => {
    const files = ['-keyout', `${name}.key`, '-out', `${name}.pem`, '-subj', `/O=Muster/CN=${name}`]
    execFileSync('openssl', ['req', '-x509', '-nodes', ...files, ...options], { cwd: folder, stdio: 'pipe' })
    const certificate = readCertificate(new X509Certificate(readFileSync(join(folder, `${name}.pem`))).raw)
    if (!certificate) throw new Error('a certificate was made')
    return certificate
  }
  const unfit = (name: string, ...options: string[]) =>
    unfitness(made(name, ...options), new Date()).map(({ code }) => code)

  test('without key usage may sign, with another key usage not', () => {
    expect(unfit('plain', '-newkey', 'rsa:2048')).toEqual([])
    expect(unfit('seal', '-newkey', 'rsa:2048', '-addext', 'keyUsage=nonRepudiation')).toEqual([])
    expect(unfit('sig', '-newkey', 'rsa:3072', '-addext', 'keyUsage=digitalSignature')).toEqual([])
    expect(unfit('encrypt', '-newkey', 'rsa:2048', '-addext', 'keyUsage=keyEncipherment')).toEqual([
      'certificate-not-for-signing',
    ])
  })

  test('with other kinds of keys are not fit', () => {
    expect(unfit('curve', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-384')).toEqual(['key-not-rsa'])
    expect(unfit('edwards', '-newkey', 'ed25519')).toEqual(['key-not-rsa'])
    expect(unfit('pss', '-newkey', 'rsa-pss', '-pkeyopt', 'rsa_keygen_bits:2048')).toEqual(['key-not-rsa'])
    expect(unfit('short', '-newkey', 'rsa:1024')).toEqual(['key-too-short'])
  })

  test('with QcStatements tell what they are for', () => {
    const statement = 'qcStatements=DER:3015301306062a864886f70d'
    expect(
      made('odd', '-newkey', 'rsa:2048', '-addext', statement.replace('qcStatements', '1.3.6.1.5.5.7.1.3'))
        .purpose,
    ).toBe('unknown')
    const seal = '1.3.6.1.5.5.7.1.3=DER:3015:3013:06:06:04:00:8e:46:01:06:30:09:06:07:04:00:8e:46:01:06:02'
    const bytes = seal.replace('3015:3013', '30:15:30:13')
    expect(made('qseal', '-newkey', 'rsa:2048', '-addext', bytes).purpose).toBe('seal')
  })

  test('find their issuers, without the root', () => {
    const ca = made('ca', '-newkey', 'rsa:2048')
    execFileSync(
      'openssl',
      [
        'req',
        '-new',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-keyout',
        'sub.key',
        '-out',
        'sub.csr',
        '-subj',
        '/CN=sub',
      ],
      { cwd: folder, stdio: 'pipe' },
    )
    const sign = (name: string, issuer: string) => {
      execFileSync(
        'openssl',
        [
          'x509',
          '-req',
          '-in',
          `${name}.csr`,
          '-CA',
          `${issuer}.pem`,
          '-CAkey',
          `${issuer}.key`,
          '-CAcreateserial',
          '-out',
          `${name}.pem`,
        ],
        { cwd: folder, stdio: 'pipe' },
      )
      const certificate = readCertificate(new X509Certificate(readFileSync(join(folder, `${name}.pem`))).raw)
      if (!certificate) throw new Error('a certificate was made')
      return certificate
    }
    const sub = sign('sub', 'ca')
    execFileSync(
      'openssl',
      [
        'req',
        '-new',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-keyout',
        'leaf.key',
        '-out',
        'leaf.csr',
        '-subj',
        '/CN=leaf',
      ],
      { cwd: folder, stdio: 'pipe' },
    )
    const leaf = sign('leaf', 'sub')
    const stranger = made('stranger', '-newkey', 'rsa:2048')
    expect(issuersOf(leaf, [stranger, ca, sub, leaf])).toEqual([sub])
    expect(issuersOf(ca, [ca])).toEqual([])
  })
})
