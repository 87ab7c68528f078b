import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { readPkcs12 } from '../../../../electron/signature/pkcs12/read-pkcs12.ts'
import { lacksTool } from '../../../needs.ts'
import { aKeyFile, aPemPair, codeOf, expectOk, passphrase, temporaryFolder } from '../test-keys.ts'

const folder = temporaryFolder()
const inFolder = (name: string) => join(folder, name)
const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' })

describe.skipIf(lacksTool('openssl'))('key files as OpenSSL makes them (needs openssl)', () => {
  let sha256: string

  beforeAll(async () => {
    const pair = await aPemPair()
    sha256 = pair.certificate.sha256
    writeFileSync(inFolder('key.pem'), pair.keyPem)
    writeFileSync(inFolder('cert.pem'), pair.certificatePem)
  })

  function exported(name: string, password: string, ...options: string[]): Buffer {
    const inputs = ['-inkey', 'key.pem', '-in', 'cert.pem']
    openssl('pkcs12', '-export', ...inputs, '-out', name, '-passout', `pass:${password}`, ...options)
    return readFileSync(inFolder(name))
  }

  test.each([
    ['its default form (AES-256, MAC with SHA-256)', []],
    ['the older form (RC2-40 and triple DES, MAC with SHA-1)', ['-legacy']],
    [
      'RC2-128 and two-key triple DES',
      ['-legacy', '-certpbe', 'PBE-SHA1-RC2-128', '-keypbe', 'PBE-SHA1-2DES'],
    ],
    [
      'triple DES for both, as Windows has it',
      ['-certpbe', 'PBE-SHA1-3DES', '-keypbe', 'PBE-SHA1-3DES', '-macalg', 'sha1'],
    ],
    ['AES-128 and AES-192', ['-certpbe', 'AES-128-CBC', '-keypbe', 'AES-192-CBC']],
    ['triple DES through PBES2', ['-certpbe', 'des-ede3-cbc', '-keypbe', 'des-ede3-cbc']],
    ['a MAC with SHA-512', ['-macalg', 'sha512']],
    ['a MAC with SHA-384', ['-macalg', 'sha384']],
    ['many iterations', ['-iter', '100000']],
    ['one iteration', ['-iter', '1']],
    ['no MAC', ['-nomac']],
    ['certificates in the open', ['-certpbe', 'NONE']],
    ['nothing encrypted', ['-certpbe', 'NONE', '-keypbe', 'NONE']],
  ])('%s are read', async (_, options) => {
    const { keys, certificates } = expectOk(
      await readPkcs12(exported('a.p12', 'geheim', ...options), 'geheim'),
    )
    expect(keys).toHaveLength(1)
    expect(certificates.map((certificate) => certificate.sha256)).toEqual([sha256])
  })

  test.each([[[]], [['-legacy']], [['-nomac']], [['-certpbe', 'NONE']]])(
    'a wrong password is told from damage (%j)',
    async (options) => {
      const bytes = exported('b.p12', 'geheim', ...options)
      expect(codeOf(await readPkcs12(bytes, 'Geheim'))).toBe('p12-wrong-password')
      expect(codeOf(await readPkcs12(bytes, ''))).toBe('p12-wrong-password')
      expect(codeOf(await readPkcs12(bytes.subarray(0, -200), 'geheim'))).toBe('p12-damaged')
      expect(codeOf(await readPkcs12(bytes.subarray(0, 40), 'geheim'))).toBe('p12-damaged')
    },
  )

  test('with the right password a changed byte is never read as if nothing were, and hardly ever blamed on the password', async () => {
    const bytes = exported('c.p12', 'geheim')
    let blamed = 0
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 300, max: bytes.length - 100 }),
        fc.integer({ min: 1, max: 255 }),
        async (place, bits) => {
          const changed = Buffer.from(bytes)
          changed[place] = (changed[place] ?? 0) ^ bits
          const code = codeOf(await readPkcs12(changed, 'geheim'))
          expect(code).not.toBe('ok')
          if (code === 'p12-wrong-password') blamed++
        },
      ),
      { numRuns: 60 },
    )
    expect(blamed).toBeLessThan(6)
  })

  test.each([[''], ['Öl & Gänse €'], ['日本']])(
    'the password "%s" is understood in both forms',
    async (password) => {
      for (const options of [[], ['-legacy']]) {
        const bytes = exported('d.p12', password, ...options)
        expect(codeOf(await readPkcs12(bytes, password))).toBe('ok')
        expect(codeOf(await readPkcs12(bytes, `${password}x`))).toBe('p12-wrong-password')
      }
    },
  )

  test('a chain comes along', async () => {
    openssl(
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      'ca.key',
      '-out',
      'ca.pem',
      '-subj',
      '/O=Muster/CN=Wurzel',
    )
    openssl('req', '-new', '-key', 'key.pem', '-out', 'leaf.csr', '-subj', '/O=Muster/CN=Blatt')
    openssl(
      'x509',
      '-req',
      '-in',
      'leaf.csr',
      '-CA',
      'ca.pem',
      '-CAkey',
      'ca.key',
      '-CAcreateserial',
      '-out',
      'leaf.pem',
    )
    openssl(
      'pkcs12',
      '-export',
      '-inkey',
      'key.pem',
      '-in',
      'leaf.pem',
      '-certfile',
      'ca.pem',
      '-out',
      'e.p12',
      '-passout',
      'pass:x',
    )
    const { keys, certificates } = expectOk(await readPkcs12(readFileSync(inFolder('e.p12')), 'x'))
    expect(keys).toHaveLength(1)
    expect(certificates.map(({ subject }) => subject)).toEqual(['CN=Blatt, O=Muster', 'CN=Wurzel, O=Muster'])
  })

  test('countless iterations are refused at once instead of computing for hours', async () => {
    const bytes = exported('f.p12', 'geheim')
    // The file ends with MacData, whose last part is the number 2048; two bytes more make it two thousand million.
    const digestInfo = bytes.lastIndexOf(Buffer.from('3031300d0609608648016503040201', 'hex'))
    const changed = Buffer.concat([bytes.subarray(0, -4), Buffer.from('02047fffffff', 'hex')])
    changed.writeUInt16BE(bytes.readUInt16BE(2) + 2, 2)
    changed.writeUInt8(bytes.readUInt8(digestInfo - 1) + 2, digestInfo - 1)
    const result = await readPkcs12(changed, 'geheim')
    expect(result).toMatchObject({ ok: false, problem: { code: 'p12-unsupported' } })
  })

  test('our own throw-away key opens in OpenSSL', async () => {
    const file = await aKeyFile()
    const text = openssl('pkcs12', '-in', file, '-passin', `pass:${passphrase}`, '-nodes', '-info').toString()
    expect(text).toContain('BEGIN PRIVATE KEY')
    expect(text).toContain('BEGIN CERTIFICATE')
  })
})

describe('what is no key file', () => {
  test('is said to be none', async () => {
    const { certificate, keyPem } = await aPemPair()
    for (const bytes of [Buffer.alloc(0), Buffer.from('x'), Buffer.from(keyPem), certificate.der]) {
      expect(codeOf(await readPkcs12(bytes, 'x'))).toBe('p12-not-a-key-file')
    }
  })

  test('never makes the reader throw', async () => {
    const start = Buffer.from('3082010002010330', 'hex')
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        expect(codeOf(await readPkcs12(Buffer.concat([start, bytes]), 'x'))).not.toBe('ok')
      }),
    )
  })
})
