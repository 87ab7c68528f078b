import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { describeFileKey, openFileKey } from '../../../../electron/signature/pkcs12/open-file-key.ts'
import { aKeyFile, codeOf, expectOk, passphrase, temporaryFolder } from '../test-keys.ts'

const now = new Date()
const open = async (file: string, password = passphrase) => openFileKey({ kind: 'p12', file }, password, now)

describe('a key file', () => {
  test('opens into a session that shows its certificate', async () => {
    const file = await aKeyFile({ purpose: 'seal' })
    const session = expectOk(await open(file))
    expect(session.view).toMatchObject({
      spec: `p12:${file}`,
      kind: 'p12',
      token: 'key.p12',
      subject: 'CN=Siegel der Probe, O=Karosserie Muster GmbH, C=DE',
      algorithm: 'RSA 2048',
      purpose: 'seal',
      unfit: [],
    })
    expect(session.chainDer).toEqual([])
  })

  test('says by QcType whether it is for a seal or a signature, and unknown otherwise', async () => {
    const purpose = async (options: { purpose?: 'signature' }) =>
      expectOk(await open(await aKeyFile(options))).view.purpose
    expect(await purpose({ purpose: 'signature' })).toBe('signature')
    expect(await purpose({})).toBe('unknown')
  })

  test('signs no more once it is closed', async () => {
    const session = expectOk(await open(await aKeyFile()))
    expect(codeOf(await session.sign(Buffer.from('a')))).toBe('ok')
    await session.close()
    expect(codeOf(await session.sign(Buffer.from('a')))).toBe('key-closed')
  })

  test.each([
    ['an elliptic curve', { algorithm: 'ec' as const }, 'key-not-rsa'],
    ['1,024 bits', { bits: 1024 }, 'key-too-short'],
    ['a certificate that has expired', { days: 1, notBefore: new Date('2024-01-01') }, 'certificate-expired'],
    [
      'a certificate that is not valid yet',
      { notBefore: new Date('2999-01-01') },
      'certificate-not-yet-valid',
    ],
  ])('with %s is refused', async (_, options, code) => {
    expect(codeOf(await open(await aKeyFile(options)))).toBe(code)
  })

  test('that is not there, is a folder, is something else or too big, is told apart', async () => {
    const folder = temporaryFolder()
    expect(codeOf(await open(join(folder, 'none.p12')))).toBe('p12-not-found')
    mkdirSync(join(folder, 'folder.p12'))
    expect(codeOf(await open(join(folder, 'folder.p12')))).toBe('p12-unreadable')
    writeFileSync(join(folder, 'text.p12'), '-----BEGIN PRIVATE KEY-----')
    expect(codeOf(await open(join(folder, 'text.p12')))).toBe('p12-not-a-key-file')
    writeFileSync(join(folder, 'big.p12'), Buffer.alloc(2 * 1024 * 1024))
    expect(codeOf(await open(join(folder, 'big.p12')))).toBe('p12-not-a-key-file')
    const file = await aKeyFile()
    const wrong = await open(file, 'wrong')
    expect(wrong).toMatchObject({ ok: false, problem: { code: 'p12-wrong-password', where: { file } } })
    writeFileSync(file, readFileSync(file).subarray(0, -20))
    expect(codeOf(await open(file))).toBe('p12-damaged')
  })
})

describe('a key file before its password is known', () => {
  test('shows its name, and what is wrong with the file', async () => {
    const file = await aKeyFile()
    expect(await describeFileKey({ kind: 'p12', file })).toMatchObject({
      token: 'key.p12',
      subject: '',
      unfit: [],
    })
    writeFileSync(file, 'x')
    expect((await describeFileKey({ kind: 'p12', file })).unfit[0]?.code).toBe('p12-not-a-key-file')
    expect((await describeFileKey({ kind: 'p12', file: `${file}x` })).unfit[0]?.code).toBe('p12-not-found')
  })

  test('never shows the password where it goes wrong', async () => {
    const result = await open(await aKeyFile(), 'Geheimnis-4711')
    expect(JSON.stringify(result)).not.toContain('4711')
  })
})
