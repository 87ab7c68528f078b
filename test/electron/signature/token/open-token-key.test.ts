import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { spawnNode } from '../../../../electron/host/spawn-node.ts'
import type { WorkerHandle } from '../../../../electron/ports.ts'
import type { SigningSession } from '../../../../electron/signature/key.ts'
import { describeKeys, openKey, parseKeySpec } from '../../../../electron/signature/open-key.ts'
import { signIvi } from '../../../../electron/signature/sign-ivi.ts'
import { usualTimeLimits } from '../../../../electron/signature/token/token-process.ts'
import { verifyIvi } from '../../../../electron/signature/verify-ivi.ts'
import { lacksTool } from '../../../needs.ts'
import { aMessage } from '../a-message.ts'
import { aKeyFile, aPemPair, codeOf, expectOk, temporaryFolder } from '../test-keys.ts'
import { lacksSoftToken, makeToken, pin, putKey, softModule, startSoftTokens } from './soft-token.ts'

const at = new Date()
const opened: SigningSession[] = []
let started: WorkerHandle[] = []
let seal: Awaited<ReturnType<typeof aPemPair>>

/** Starts real processes and keeps hold of them, so that a test can do them harm. */
const spawn: typeof spawnNode = (name) => {
  const worker = spawnNode(name)
  started.push(worker)
  return worker
}

async function open(settings: string, with_ = pin, limits = usualTimeLimits) {
  const spec = expectOk(parseKeySpec(`pkcs11:${softModule}${settings}`))
  const result = await openKey(spec, with_, spawn, { limits })
  if (result.ok) opened.push(result.value)
  return result
}

afterEach(async () => {
  for (const session of opened.splice(0)) await session.close()
  started = []
})

describe.skipIf(lacksSoftToken)('a key on a token (needs softhsm2-util, pkcs11-tool)', () => {
  beforeAll(async () => {
    const folder = startSoftTokens()
    for (const label of ['Siegel', 'Karte', 'Leer', 'Mehrere', 'Fehlversuch']) makeToken(label)
    seal = await aPemPair({ commonName: 'Siegel der Karosserie Muster GmbH', purpose: 'seal' })
    putKey(folder, 'Siegel', seal, { label: 'Siegel 2026', id: 'a1' })
    const expired = await aPemPair({ commonName: 'Abgelaufen', days: 1, notBefore: new Date('2024-01-01') })
    putKey(folder, 'Siegel', expired, { label: 'Siegel 2024', id: 'a2' })
    putKey(folder, 'Karte', await aPemPair({ commonName: 'Ohne Schlüssel' }), { label: 'Allein', id: 'b1' }, [
      'certificate',
    ])
    putKey(folder, 'Karte', await aPemPair({ algorithm: 'ec' }), { label: 'Kurve', id: 'b2' })
    putKey(folder, 'Mehrere', await aPemPair({ commonName: 'Eins' }), { label: 'Doppelt', id: 'c1' })
    putKey(folder, 'Mehrere', await aPemPair({ commonName: 'Zwei' }), { label: 'Doppelt', id: 'c2' })
    putKey(folder, 'Mehrere', await aPemPair({ commonName: 'Drei' }), { label: 'Drei', id: 'c3' })
    putKey(folder, 'Fehlversuch', await aPemPair({ commonName: 'Vier' }), { label: 'Vier', id: 'd1' })
  })

  test.each(['xades', 'xmldsig'] as const)('signs messages that verify, in the form %s', async (form) => {
    const session = expectOk(await open(';label=Siegel 2026'))
    for (let i = 0; i < 5; i++) {
      const { bytes } = expectOk(await signIvi(aMessage(), session, { form, at }))
      expect(verifyIvi(bytes)).toMatchObject({ valid: true, signer: { sha256: seal.certificate.sha256 } })
    }
  })

  test.skipIf(lacksTool('xmlsec1'))('signs what xmlsec1 accepts (needs xmlsec1)', async () => {
    const session = expectOk(await open(';label=Siegel 2026'))
    const { bytes } = expectOk(await signIvi(aMessage(), session, { form: 'xades', at }))
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'signed.xml'), bytes)
    writeFileSync(join(folder, 'signer.pem'), seal.certificatePem)
    const trust = ['--verify', '--trusted-pem', 'signer.pem', '--enabled-key-data', 'x509']
    const judged = spawnSync('xmlsec1', [...trust, '--id-attr:Id', 'SignedProperties', 'signed.xml'], {
      cwd: folder,
      encoding: 'utf8',
    })
    expect(judged.stderr).toMatch(/^OK$/m)
  })

  test('shows where it lies', async () => {
    const { view } = expectOk(await open(';label=Siegel 2026'))
    expect(view).toMatchObject({
      kind: 'pkcs11',
      token: 'Siegel',
      subject: 'CN=Siegel der Karosserie Muster GmbH, O=Fahrgestellwerk Beispiel AG, C=DE',
      purpose: 'seal',
      pinPad: false,
      unfit: [],
    })
    expect(view.spec).toMatch(/;slot=\d+;label=Siegel 2026$/)
    // The description leads back to the same key.
    const again = expectOk(await openKey(expectOk(parseKeySpec(view.spec)), pin, spawn))
    opened.push(again)
    expect(again.view.subject).toBe(view.subject)
  })

  test("is found by the token's label, and an expired one beside it does no harm", async () => {
    expect(expectOk(await open(';label=Siegel')).view.subject).toContain('Siegel der Karosserie')
  })

  test.each([
    [';label=Siegel 2024', 'certificate-expired'],
    [';label=Kurve', 'key-not-rsa'],
    [';label=Allein', 'token-key-missing'],
    [';label=Nirgends', 'token-no-such-key'],
    [';label=Mehrere', 'token-several-keys'],
    [';label=Doppelt', 'token-several-keys'],
    [';label=Leer', 'token-no-such-key'],
    [';slot=999', 'token-not-present'],
  ])('%s is refused with %s', async (settings, code) => {
    expect(codeOf(await open(settings))).toBe(code)
  })

  test.each(['c1', 'c2', 'c3'])('of several keys the one with the CKA_ID %s is chosen', async (id) => {
    const session = expectOk(await open(`;id=${id}`))
    expect(codeOf(await session.sign(Buffer.from('octets')))).toBe('ok')
  })

  test('is described without a PIN, once each, with what speaks against it', async () => {
    const sources = { files: [await aKeyFile()], modules: [softModule, softModule], usualModules: true }
    const views = expectOk(await describeKeys(sources, spawn))
    const found = views.map(({ kind, token, subject, unfit }) => [
      kind === 'p12' ? kind : token,
      subject.split(',')[0],
      unfit.map(({ code }) => code).join(' '),
    ])
    expect(found).toEqual(
      expect.arrayContaining([
        ['p12', '', ''],
        ['Siegel', 'CN=Siegel der Karosserie Muster GmbH', ''],
        ['Siegel', 'CN=Abgelaufen', 'certificate-expired'],
        ['Karte', 'CN=Siegel eines anderen', 'key-not-rsa'],
        ['Leer', '', 'token-without-certificate'],
        ['Mehrere', 'CN=Eins', ''],
        ['Mehrere', 'CN=Zwei', ''],
      ]),
    )
    expect(found.filter(([token]) => token === 'Mehrere')).toHaveLength(3)
    const doubled = views.filter(({ token, subject }) => token === 'Mehrere' && /Eins|Zwei/.test(subject))
    expect(doubled.map(({ spec }) => /;id=(c\d)$/.exec(spec)?.[1]).sort()).toEqual(['c1', 'c2'])
  })

  test('a library that is not there or none is shown with its problem', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'text.so'), 'no library')
    const modules = [join(folder, 'none.so'), join(folder, 'text.so')]
    const views = expectOk(await describeKeys({ files: [], modules, usualModules: false }, spawn))
    expect(views.map(({ unfit }) => unfit[0]?.code)).toEqual([
      'token-module-missing',
      'token-module-unloadable',
    ])
    const other = openKey({ kind: 'pkcs11', module: join(folder, 'none.so') }, pin, spawn)
    expect(codeOf(await other)).toBe('token-module-missing')
  })

  test('a wrong PIN is tried once, and what the token then says is passed on', async () => {
    expect(codeOf(await open(';label=Vier', 'wrong'))).toBe('token-pin-wrong-count-low')
    const views = expectOk(
      await describeKeys({ files: [], modules: [softModule], usualModules: false }, spawn),
    )
    expect(views.find(({ token }) => token === 'Fehlversuch')?.pinState).toBe('count-low')
    expect(codeOf(await open(';label=Vier'))).toBe('ok')
    expect(
      expectOk(await describeKeys({ files: [], modules: [softModule], usualModules: false }, spawn)).find(
        ({ token }) => token === 'Fehlversuch',
      )?.pinState,
    ).toBe('ok')
  })

  test('the PIN is in no message that comes back, and in no argument of the process', async () => {
    const messages: unknown[] = []
    const listening: typeof spawnNode = (name) => {
      const worker = spawnNode(name)
      worker.onMessage((message) => messages.push(message))
      return worker
    }
    const spec = expectOk(parseKeySpec(`pkcs11:${softModule};label=Siegel 2026`))
    const session = expectOk(await openKey(spec, pin, listening))
    await session.sign(Buffer.from('octets'))
    const refused = await openKey(spec, 'falsche-PIN-4711', listening)
    const processes = spawnSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).stdout
    expect(processes).toContain('worker-main')
    await session.close()
    for (const text of [JSON.stringify(messages), JSON.stringify(refused), processes]) {
      expect(text).not.toContain(pin)
      expect(text).not.toContain('4711')
    }
  })

  test('a process killed in the middle of a batch fails the rest and leaves what is signed', async () => {
    const session = expectOk(await open(';label=Siegel 2026'))
    const first = expectOk(await signIvi(aMessage(), session, { form: 'xades', at }))
    const pending = session.sign(Buffer.from('octets'))
    started.at(-1)?.kill()
    const codes = [codeOf(await pending), codeOf(await signIvi(aMessage(), session, { form: 'xades', at }))]
    expect(codes.at(-1)).toBe('token-process-ended')
    expect(verifyIvi(first.bytes).valid).toBe(true)
  })

  test('is closed for good', async () => {
    const session = expectOk(await open(';label=Siegel 2026'))
    await session.close()
    expect(codeOf(await session.sign(Buffer.from('octets')))).toBe('key-closed')
    await session.close()
  })
})
