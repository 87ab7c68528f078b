import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { spawnNode } from '../../../../electron/host/spawn-node.ts'
import type { SigningSession } from '../../../../electron/signature/key.ts'
import { describeKeys, openKey } from '../../../../electron/signature/open-key.ts'
import { signIvi } from '../../../../electron/signature/sign-ivi.ts'
import { usualTimeLimits } from '../../../../electron/signature/token/token-process.ts'
import { verifyIvi } from '../../../../electron/signature/verify-ivi.ts'
import { lacksTool } from '../../../needs.ts'
import { aMessage } from '../a-message.ts'
import { aPemPair, codeOf, expectOk, temporaryFolder } from '../test-keys.ts'
import { lacksSoftToken, makeToken, pin, putKey, softModule, startSoftTokens } from './soft-token.ts'

const folder = temporaryFolder()
const module = join(folder, 'troubled.so')
const at = new Date()
/** So that a hanging library costs a test some seconds only. */
const limits = { ...usualTimeLimits, open: 20, list: 5, login: 5, sign: 5, close: 2 }
let sessions: SigningSession[] = []
let runs = 0

const spec = { kind: 'pkcs11', module, label: 'Siegel' } as const

/** Makes the library cause this trouble in processes started from now on. */
function cause(trouble: string): { readonly log: () => readonly string[] } {
  const file = join(folder, `log-${++runs}`)
  Object.assign(process.env, { TROUBLE: trouble, TROUBLE_LOG: file })
  return { log: () => (existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []) }
}

async function open(with_ = pin) {
  const result = await openKey(spec, with_, spawnNode, { limits })
  if (result.ok) sessions.push(result.value)
  return result
}

async function batch(session: SigningSession, count: number): Promise<readonly string[]> {
  const codes: string[] = []
  for (let i = 0; i < count; i++)
    codes.push(codeOf(await signIvi(aMessage(), session, { form: 'xades', at })))
  return codes
}

const logins = (log: readonly string[]) => log.filter((line) => line.startsWith('login'))

describe.skipIf(lacksSoftToken || lacksTool('cc'))(
  'a library that gives trouble (needs softhsm2-util, pkcs11-tool, cc)',
  () => {
    beforeAll(async () => {
      const source = fileURLToPath(new URL('troubled-module.c', import.meta.url))
      const headers = fileURLToPath(
        new URL('../../../../node_modules/pkcs11js/includes/pkcs11', import.meta.url),
      )
      const flags = ['-shared', '-fPIC', `-I${headers}`, '-o', module, source, '-ldl']
      execFileSync('cc', flags, { stdio: 'pipe' })
      Object.assign(process.env, { SOFTHSM2_MODULE: softModule, TROUBLE_PIN: pin })
      const tokens = startSoftTokens()
      makeToken('Siegel')
      putKey(tokens, 'Siegel', await aPemPair(), { label: 'Siegel', id: 'a1' })
    })

    afterEach(async () => {
      for (const session of sessions) await session.close()
      sessions = []
    })

    test('and none at all is the yardstick: one login, SHA-256 with RSA in the token', async () => {
      const { log } = cause('')
      expect(await batch(expectOk(await open()), 2)).toEqual(['ok', 'ok'])
      expect(log()).toEqual(['login 1', 'mechanism 64', 'sign 0', 'mechanism 64', 'sign 1'])
    })

    test.each(['raw-rsa', 'listed-only'])(
      'without SHA-256 in the token (%s), the digest is made here, and the signature verifies',
      async (trouble) => {
        const { log } = cause(trouble)
        const session = expectOk(await open())
        const { bytes } = expectOk(await signIvi(aMessage(), session, { form: 'xades', at }))
        expect(verifyIvi(bytes).valid).toBe(true)
        expect(log()).toContain('mechanism 1')
      },
    )

    test('without RSA is refused before anything is signed', async () => {
      cause('no-rsa')
      expect(codeOf(await open())).toBe('token-mechanism-missing')
    })

    test('that says already initialised and already logged in is taken at its word', async () => {
      cause('already')
      expect(await batch(expectOk(await open()), 1)).toEqual(['ok'])
    })

    test('that asks for the PIN at each signature gets it between the start and the signature', async () => {
      const { log } = cause('always')
      expect(await batch(expectOk(await open()), 2)).toEqual(['ok', 'ok'])
      expect(log()).toEqual([
        'login 1',
        'mechanism 64',
        'login 2',
        'sign 0',
        'mechanism 64',
        'login 2',
        'sign 1',
      ])
    })

    test('that refuses the PIN in the middle of a batch is not asked again', async () => {
      const { log } = cause('always-wrong')
      expect(await batch(expectOk(await open()), 4)).toEqual([
        'ok',
        'token-pin-wrong',
        'token-pin-wrong',
        'token-pin-wrong',
      ])
      expect(logins(log())).toEqual(['login 1', 'login 2', 'login 2'])
    })

    test('with a PIN pad gets no PIN from us', async () => {
      cause('pin-pad')
      expect(await batch(expectOk(await open('typed by mistake')), 1)).toEqual(['ok'])
      const views = expectOk(
        await describeKeys({ files: [], modules: [module], usualModules: false }, spawnNode),
      )
      expect(views[0]?.pinPad).toBe(true)
    })

    test.each([
      ['cancelled', 'token-pin-cancelled'],
      ['final-try', 'token-pin-wrong-final-try'],
      ['locks', 'token-pin-locked'],
      ['locked-now', 'token-pin-locked'],
      ['expired', 'token-pin-expired'],
    ])('that answers the PIN with "%s" is tried once and reported as %s', async (trouble, code) => {
      const { log } = cause(trouble)
      expect(codeOf(await open())).toBe(code)
      expect(logins(log())).toHaveLength(1)
    })

    test('with a locked token is not tried at all', async () => {
      const { log } = cause('locked')
      expect(codeOf(await open())).toBe('token-pin-locked')
      expect(logins(log())).toHaveLength(0)
      const [view] = expectOk(
        await describeKeys({ files: [], modules: [module], usualModules: false }, spawnNode),
      )
      expect(view).toMatchObject({ pinState: 'locked', unfit: [{ code: 'token-pin-locked' }] })
    })

    test('that pads wrongly never gets its signature out', async () => {
      cause('wrong-signature')
      expect(codeOf(await expectOk(await open()).sign(Buffer.from('octets')))).toBe('key-signature-wrong')
    })

    test.each([
      ['removed', 'token-removed'],
      ['crash', 'token-process-ended'],
      ['hang-at-sign', 'token-hangs'],
    ])(
      'that is %s in the middle of a batch fails the rest as %s and leaves what is signed',
      async (trouble, code) => {
        cause(trouble)
        const session = expectOk(await open())
        const { bytes } = expectOk(await signIvi(aMessage(), session, { form: 'xades', at }))
        expect(await batch(session, 3)).toEqual(['ok', code, code])
        expect(verifyIvi(bytes).valid).toBe(true)
      },
    )

    test.each(['hang-at-list', 'hang-at-login'])(
      'that hangs (%s) is killed, and its process is gone',
      async (trouble) => {
        cause(trouble)
        const exits: Promise<unknown>[] = []
        const spawn: typeof spawnNode = (name) => {
          const worker = spawnNode(name)
          exits.push(new Promise((resolve) => worker.onExit(resolve)))
          return worker
        }
        expect(codeOf(await openKey(spec, pin, spawn, { limits }))).toBe('token-hangs')
        expect(await Promise.all(exits)).toHaveLength(1)
      },
    )

    test('that hangs does not keep other keys from being shown', async () => {
      cause('hang-at-list')
      const sources = { files: [], modules: [module, softModule], usualModules: false }
      const views = expectOk(await describeKeys(sources, spawnNode, { limits }))
      expect(views.map(({ unfit }) => unfit.map(({ code }) => code))).toEqual([['token-hangs'], []])
    })
  },
)
