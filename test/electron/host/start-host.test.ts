import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Host, startHost } from '../../../electron/host/start-host.ts'
import { contract } from '../../../shared/ipc-contract.ts'
import { fakeBackend } from './fake-backend.ts'

let host: Host
let fake: ReturnType<typeof fakeBackend>
let folder: string

const here = (): string => `http://127.0.0.1:${host.port}`
const tokenOf = (url: string): string => new URL(url).hash.replace('#token=', '')

async function openSession(url = host.url): Promise<string> {
  const response = await post('/session', { token: tokenOf(url) })
  return (JSON.parse(response.text) as { session: string }).session
}

interface Answer {
  readonly status: number
  readonly text: string
  readonly headers: Readonly<Record<string, unknown>>
}

/** Plain HTTP, since `fetch` would not let a test forge Host and Origin. */
function send(
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: string | Buffer,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: host.port, method, path, headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          text: Buffer.concat(parts).toString(),
          headers: response.headers,
        }),
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

const post = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> =>
  send('POST', path, { 'content-type': 'application/json', ...headers }, JSON.stringify(body))

const bearer = (session: string): Record<string, string> => ({ authorization: `Bearer ${session}` })
const codeOf = (answer: Answer): string =>
  (JSON.parse(answer.text) as { problem: { code: string } }).problem.code

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bodymark-host-'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Bodymark</title>')
  fake = fakeBackend()
  const started = await startHost(fake.backend, { rendererDir: folder })
  if (!started.ok) throw new Error(started.problem.code)
  host = started.value
})
afterEach(async () => {
  await host.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('the loopback host lets in whoever holds the link, once', () => {
  it('exchanges the token of the link for a session and refuses it a second time', async () => {
    const first = await post('/session', { token: tokenOf(host.url) })
    const second = await post('/session', { token: tokenOf(host.url) })
    expect(first.status).toBe(200)
    expect(second.status).toBe(401)
    expect(codeOf(second)).toBe('link-used')
  })

  it('gives a further link for a further window', async () => {
    await openSession()
    const session = await openSession(host.newUrl())
    expect((await post('/api/workspace/get', {}, bearer(session))).status).toBe(200)
  })

  it('carries at least 256 bits in token and session', async () => {
    expect(Buffer.from(tokenOf(host.url), 'base64url')).toHaveLength(32)
    expect(Buffer.from(await openSession(), 'base64url')).toHaveLength(32)
  })

  it.each([
    ['no session', {}],
    ['an invented session', bearer('A'.repeat(43))],
    ['another scheme', { authorization: 'Basic abc' }],
  ])('refuses a call with %s and does not reach the backend', async (_name, headers) => {
    const answer = await post('/api/workspace/get', {}, headers)
    expect(answer.status).toBe(401)
    expect(fake.calls).toEqual([])
  })

  it('refuses the link’s token where a session is asked for', async () => {
    expect((await post('/api/workspace/get', {}, bearer(tokenOf(host.url)))).status).toBe(401)
  })
})

describe('the loopback host serves the contract and nothing more', () => {
  it('carries every channel to the backend and the answer back', async () => {
    const session = await openSession()
    for (const channel of Object.keys(contract)) {
      const answer = await post(`/api/${channel}`, { some: 'input' }, bearer(session))
      expect(JSON.parse(answer.text), channel).toEqual({
        ok: true,
        value: { channel, input: { some: 'input' } },
      })
    }
    expect(fake.calls).toHaveLength(Object.keys(contract).length)
  })

  it.each(['/api/no/such', '/api/workspace/get/more', '/api', '/../package.json', '/%2e%2e/package.json'])(
    'knows no %s',
    async (path) => {
      const answer = await post(path, {}, bearer(await openSession()))
      expect([400, 404]).toContain(answer.status)
      expect(fake.calls).toEqual([])
    },
  )

  it('does not read a channel by GET', async () => {
    expect((await send('GET', '/api/workspace/get', bearer(await openSession()))).status).toBe(404)
  })

  it('takes JSON alone', async () => {
    const session = await openSession()
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ]) {
      const answer = await send(
        'POST',
        '/api/workspace/get',
        { ...bearer(session), 'content-type': type },
        '{"a":1}',
      )
      expect(answer.status, type).toBe(415)
      expect(codeOf(answer)).toBe('request-not-json')
    }
  })

  it('names a body that is not JSON, and one that would reach for a prototype', async () => {
    const session = await openSession()
    for (const body of ['{"a":', '{"__proto__":{"admin":true}}']) {
      const answer = await send(
        'POST',
        '/api/workspace/get',
        { ...bearer(session), 'content-type': 'application/json' },
        body,
      )
      expect(codeOf(answer), body).toBe('request-broken')
    }
    expect(fake.calls).toEqual([])
  })

  it('has room for a file only where a file belongs', async () => {
    const session = await openSession()
    const large = { file: { name: 'a.xlsx', base64: 'A'.repeat(3 * 1024 * 1024) } }
    expect((await post('/api/intake/preview', large, bearer(session))).status).toBe(200)
    const refused = await post('/api/vehicle/set-values', large, bearer(session))
    expect(refused.status).toBe(413)
    expect(codeOf(refused)).toBe('request-too-large')
  })
})

describe('the loopback host is reached by its own page alone', () => {
  it.each([
    ['another name that resolves to this machine', { host: 'evil.example' }],
    ['another port in the Host header', { host: '127.0.0.1:1' }],
    ['a page of another origin', { origin: 'https://evil.example' }],
    ['a page without an origin', { origin: 'null' }],
    ['the same name on another port', { origin: 'http://127.0.0.1:1' }],
    ['a cross-site request', { 'sec-fetch-site': 'cross-site' }],
    ['another port of the same site', { 'sec-fetch-site': 'same-site' }],
  ])('refuses %s', async (_name, headers) => {
    const answer = await post('/api/workspace/get', {}, { ...bearer(await openSession()), ...headers })
    expect(answer.status).toBe(403)
    expect(codeOf(answer)).toBe('request-from-elsewhere')
    expect((await send('GET', '/', { ...headers })).status).toBe(403)
    expect(fake.calls).toEqual([])
  })

  it('opens where somebody follows a link to it from elsewhere, but not inside a foreign page', async () => {
    const site = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }
    expect((await send('GET', '/', { ...site, 'sec-fetch-dest': 'document' })).status).toBe(200)
    expect((await send('GET', '/', { ...site, 'sec-fetch-dest': 'iframe' })).status).toBe(403)
  })

  it('answers its own page', async () => {
    const headers = { origin: here(), 'sec-fetch-site': 'same-origin' }
    const answer = await post('/api/workspace/get', {}, { ...bearer(await openSession()), ...headers })
    expect(answer.status).toBe(200)
  })

  it('listens on 127.0.0.1 and on no other address of the machine', async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ family, internal }) => family === 'IPv4' && !internal)
    for (const { address } of others) {
      const socket = connect({ host: address, port: host.port })
      const [error] = await once(socket, 'error')
      expect((error as NodeJS.ErrnoException).code).toBe('ECONNREFUSED')
    }
  })

  it('allows no foreign page to read it and states what its own page may do', async () => {
    const page = await send('GET', '/', {})
    expect(page.text).toContain('Bodymark')
    expect(page.headers['access-control-allow-origin']).toBeUndefined()
    const policy = String(page.headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toContain('unsafe-eval')
    expect(page.headers['x-content-type-options']).toBe('nosniff')
    expect(page.headers['cache-control']).toBe('no-store')
  })
})

describe('the loopback host tells events', () => {
  const open = async (first: string): Promise<WebSocket> => {
    const socket = new WebSocket(`ws://127.0.0.1:${host.port}/events`)
    await once(socket, 'open')
    socket.send(first)
    return socket
  }

  it('to a window that shows its session first, and stops when that window is closed', async () => {
    const socket = await open(JSON.stringify({ session: await openSession() }))
    await expect.poll(() => fake.listeners.size).toBe(1)
    const heard = once(socket, 'message')
    fake.emit({ kind: 'changed', ids: [7] })
    const [message] = await heard
    expect(JSON.parse((message as MessageEvent).data as string)).toEqual({ kind: 'changed', ids: [7] })
    socket.close()
    await expect.poll(() => fake.listeners.size).toBe(0)
  })

  it.each(['{"session":"invented"}', '{}', 'null', 'not json'])('and closes after %s', async (first) => {
    const socket = await open(first)
    const [closed] = await once(socket, 'close')
    expect((closed as CloseEvent).code).toBe(1008)
    expect(fake.listeners.size).toBe(0)
  })
})

describe('a port that cannot be had', () => {
  it('is named', async () => {
    const second = await startHost(fake.backend, { port: host.port })
    expect(second).toMatchObject({ ok: false, problem: { code: 'port-in-use', args: { port: host.port } } })
  })
})
