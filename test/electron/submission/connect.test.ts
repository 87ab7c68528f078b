import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { makeThrowAwayAuthority, type ThrowAwayAuthority } from '../../../build/demo/pki.ts'
import type { NapEndpoint } from '../../../electron/submission/profile.ts'
import { sendToNap } from '../../../electron/submission/send.ts'
import { lacksTool } from '../../needs.ts'
import { type ControlWish, clearControl, writeControl } from '../../simulator/misbehave.ts'
import { demoProfile, endpointOf, openNap, type TestNap } from './a-nap.ts'
import { signedMessage } from './a-signed-message.ts'

const profile = demoProfile()
const quick = { ...profile, limits: { ...profile.limits, connectMs: 1500 } }
let nap: TestNap
let message: Awaited<ReturnType<typeof signedMessage>>

beforeAll(async () => {
  nap = await openNap()
  message = await signedMessage(nap.signer)
})
afterEach(() => clearControl(nap.simulator.dir))
afterAll(() => nap.close())

const send = (change: Partial<NapEndpoint> = {}) =>
  sendToNap(quick, { ...nap.endpoint, ...change }, message.bytes, message.reference)
const after = async (control: ControlWish, change: Partial<NapEndpoint> = {}) => {
  writeControl(nap.simulator.dir, control)
  return send(change)
}
const failed = (code: string, args: Record<string, unknown> = {}, retry = false) => ({
  kind: 'failed',
  retry,
  problem: { code, batchGoesOn: false, args },
})

describe('a server that is not the access point gets nothing', () => {
  afterEach(() => expect(nap.simulator.entries).toHaveLength(0))

  it.each([
    ['other-name', 'ERR_TLS_CERT_ALTNAME_INVALID', 'somebody-else', 'Bodymark training authority'],
    ['other-authority', 'SELF_SIGNED_CERT_IN_CHAIN', 'training-nap', 'Bodymark other training authority'],
    ['expired', 'CERT_HAS_EXPIRED', 'training-nap', 'Bodymark training authority'],
  ] as const)(
    '%s: its certificate and the expected one are named',
    async (certificate, reason, subject, issuer) => {
      const expected = 'CN=Bodymark training authority'
      expect(await after({ certificate })).toMatchObject(
        failed('nap-server-certificate', { reason, subject, issuer, expected }),
      )
    },
  )

  it('an authority is not trusted for having issued our own key, which carries its certificate along', async () => {
    const reason = 'AUTHORITY_NOT_EXPECTED'
    const { certificatePem } = await makeThrowAwayAuthority('Only this one')
    expect(await send({ ca: certificatePem })).toMatchObject(
      failed('nap-server-certificate', { reason, expected: 'CN=Only this one' }),
    )
    // The system's authorities do not know it either.
    expect(await send({ ca: undefined })).toMatchObject(
      failed('nap-server-certificate', { reason, expected: '-' }),
    )
  })

  it('one of several authorities is enough', async () => {
    const { certificatePem } = await makeThrowAwayAuthority('Another')
    const { client } = endpointOf(nap.simulator, 'foreign-client')
    const answer = await send({ ca: `${certificatePem}\n${nap.endpoint.ca}`, client })
    expect(answer).toMatchObject(failed('nap-client-certificate-refused'))
  })
})

describe('our own key', () => {
  it('of another authority is refused by the server', async () => {
    const { client } = endpointOf(nap.simulator, 'foreign-client')
    expect(await send({ client })).toMatchObject(
      failed('nap-client-certificate-refused', { reason: 'HTTP 403' }),
    )
  })

  it('refused without a word looks like a lost answer, and is told as one', async () => {
    const { client } = endpointOf(nap.simulator, 'foreign-client')
    expect(await after({ refusal: 'close' }, { client })).toMatchObject({
      kind: 'lost',
      problem: { code: 'nap-connection-lost' },
    })
  })

  it('that has expired is noticed before anything is sent', async () => {
    const { client } = endpointOf(nap.simulator, 'expired-client')
    expect(await send({ client })).toMatchObject(
      failed('nap-client-certificate-expired', { subject: 'training-client-of-yesterday' }),
    )
  })

  it('with a wrong passphrase is not opened, and no problem repeats the passphrase', async () => {
    const answer = await send({ client: { ...nap.endpoint.client, passphrase: 'top secret' } })
    expect(answer).toMatchObject(failed('nap-client-key-not-opened'))
    expect(JSON.stringify(answer)).not.toContain('top secret')
  })

  it('in a file that is no PKCS#12 is told apart from a wrong passphrase', async () => {
    for (const p12 of [Buffer.from('no key'), Buffer.alloc(0), Buffer.from('3003020105', 'hex')]) {
      expect(await send({ client: { ...nap.endpoint.client, p12 } })).toMatchObject(
        failed('nap-client-key-unreadable'),
      )
    }
  })

  it('an unreadable certificate of the server’s authority is told', async () => {
    for (const ca of ['', 'no PEM', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n']) {
      expect(await send({ ca })).toMatchObject(failed('nap-server-authority-unreadable'))
    }
  })
})

describe('a place where no access point is', () => {
  const open = new Set<Socket>()
  let server: Server | undefined
  afterEach(() => {
    for (const socket of open) socket.destroy()
    server?.close()
  })
  /** A server below TLS, which does to each connection what it is told. */
  const listen = async (greet: (socket: Socket) => void): Promise<string> => {
    server = createServer((socket) => {
      open.add(socket.on('error', () => {}))
      greet(socket)
    })
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
    return `https://127.0.0.1:${(server.address() as AddressInfo).port}/nap`
  }

  it('an unknown host is a state, not an error', async () => {
    expect(await send({ url: 'https://nap.invalid/nap' })).toMatchObject(
      failed('nap-offline', { host: 'nap.invalid' }, true),
    )
  })

  it('a port where nothing listens', async () => {
    expect(await send({ url: 'https://127.0.0.1:1/nap' })).toMatchObject(
      failed('nap-connection-refused', { reason: 'ECONNREFUSED' }, true),
    )
  })

  it('a server that takes the connection and says nothing', async () => {
    expect(await send({ url: await listen(() => {}) })).toMatchObject(failed('nap-connect-timeout', {}, true))
  })

  it('a server that hangs up', async () => {
    expect(await send({ url: await listen((socket) => socket.destroy()) })).toMatchObject(
      failed('nap-connection-broken', {}, true),
    )
  })

  it('a server that speaks no TLS', async () => {
    const url = await listen((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
    expect(await send({ url })).toMatchObject(failed('nap-tls-failed'))
  })

  it.each(['http://127.0.0.1/nap', 'ftp://127.0.0.1/', 'nap', '', 'https://user:word@127.0.0.1/nap'])(
    'an address that is none: %j',
    async (url) => {
      const answer = await send({ url })
      expect(answer).toMatchObject(failed('nap-endpoint-invalid'))
      expect(JSON.stringify(answer)).not.toContain('word')
    },
  )

  it('the address may name the host as well as its number', async () => {
    const url = nap.simulator.url.replace('127.0.0.1', 'localhost')
    expect(await send({ url })).toMatchObject({ kind: 'accepted' })
  })
})

describe.skipIf(lacksTool('openssl'))('against OpenSSL’s own server (needs openssl)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bodymark-openssl-'))
  let authority: ThrowAwayAuthority
  let client: NapEndpoint['client']
  let server: ChildProcess | undefined

  beforeAll(async () => {
    authority = await makeThrowAwayAuthority('OpenSSL authority')
    const own = await authority.issue({ commonName: 'server', purpose: 'server', hosts: ['127.0.0.1'] })
    client = await authority.issue({ commonName: 'client', purpose: 'client' })
    const [p12, pass] = [join(folder, 'server.p12'), join(folder, 'pass')]
    writeFileSync(p12, own.p12, { mode: 0o600 })
    writeFileSync(pass, own.passphrase, { mode: 0o600 })
    const pem = [
      'pkcs12',
      '-in',
      p12,
      '-passin',
      `file:${pass}`,
      '-nodes',
      '-out',
      join(folder, 'server.pem'),
    ]
    expect(spawnSync('openssl', pem).status).toBe(0)
    writeFileSync(join(folder, 'ca.pem'), authority.certificatePem)
  })
  afterEach(() => server?.kill())
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  /** It answers pages over HTTP (`-www`), which is all that these tests need. */
  const serve = async (...options: readonly string[]): Promise<string> => {
    const port = 20_000 + Math.floor(Math.random() * 20_000)
    const args = ['s_server', '-accept', `127.0.0.1:${port}`, '-cert', 'server.pem', '-www', ...options]
    const started = spawn('openssl', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
    server = started
    let said = ''
    await new Promise<void>((resolve, reject) => {
      const listen = (chunk: Buffer): void => {
        said += chunk.toString()
        if (said.includes('ACCEPT')) resolve()
      }
      started.stdout.on('data', listen)
      started.stderr.on('data', listen)
      started.once('exit', () => reject(new Error(said)))
    })
    return `https://127.0.0.1:${port}/nap`
  }
  const sendThere = (url: string, own = client) =>
    sendToNap(quick, { url, client: own, ca: authority.certificatePem }, message.bytes, message.reference)

  it('the alert by which TLS 1.3 refuses a client certificate is understood, although our side was done before', async () => {
    const url = await serve('-tls1_3', '-Verify', '1', '-verify_return_error', '-CAfile', 'ca.pem')
    const { client: stranger } = endpointOf(nap.simulator, 'client')
    expect(await sendThere(url, stranger)).toMatchObject(
      failed('nap-client-certificate-refused', { reason: 'ERR_SSL_TLSV1_ALERT_UNKNOWN_CA' }),
    )
  })

  it('and in TLS 1.2, where it comes during the handshake', async () => {
    const url = await serve('-tls1_2', '-Verify', '1', '-verify_return_error', '-CAfile', 'ca.pem')
    const { client: stranger } = endpointOf(nap.simulator, 'client')
    expect(await sendThere(url, stranger)).toMatchObject(failed('nap-client-certificate-refused'))
  })

  it('TLS 1.1 is not spoken', async () => {
    const url = await serve('-tls1_1', '-cipher', 'ALL:@SECLEVEL=0')
    expect(await sendThere(url)).toMatchObject(failed('nap-tls-failed'))
  })
})
