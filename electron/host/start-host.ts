import websocket from '@fastify/websocket'
import Fastify, { type FastifyInstance } from 'fastify'
import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Backend } from '../backend-wire.ts'
import { addChannels } from './channels.ts'
import { addEvents } from './events.ts'
import { type RefusalCode, refuse } from './refusals.ts'
import { isFromHere } from './same-machine.ts'
import { addScreens } from './screens.ts'
import { securityHeaders } from './security-headers.ts'
import { createSessions, type Sessions } from './sessions.ts'

export interface HostOptions {
  /** 0 lets the system choose. */
  readonly port?: number
  /** Folder of the built screens; without it only the contract is served. */
  readonly rendererDir?: string
}

export interface Host {
  /** The link to open: its fragment carries a token that is good once and is never sent as part of a request. */
  readonly url: string
  readonly port: number
  /** A further link, for a further window. */
  newUrl(): string
  close(): Promise<void>
}

/** Room for the JSON of a call that carries no file. */
const smallBody = 2 * 1024 * 1024

/**
 * Serves a backend over HTTP and a WebSocket, on 127.0.0.1 only. Problems: `port-in-use`, `port-not-allowed`.
 */
export async function startHost(backend: Backend, options: HostOptions = {}): Promise<Result<Host>> {
  const sessions = createSessions()
  const app = Fastify({ bodyLimit: smallBody, forceCloseConnections: true })
  const address = { port: 0 }
  await guard(app, address)
  await app.register(websocket, { options: { maxPayload: 4096 } })
  addSessionRoute(app, sessions)
  addChannels(app, backend, sessions)
  addEvents(app, backend, sessions)
  if (options.rendererDir) await addScreens(app, options.rendererDir)
  try {
    await app.listen({ host: '127.0.0.1', port: options.port ?? 0 })
  } catch (error) {
    await app.close()
    return portProblem(error, options.port ?? 0)
  }
  const bound = app.server.address()
  if (bound === null || typeof bound === 'string') throw new Error('the host listens nowhere')
  address.port = bound.port
  const newUrl = (): string => `http://127.0.0.1:${bound.port}/#token=${sessions.newToken()}`
  return ok({ url: newUrl(), port: bound.port, newUrl, close: () => app.close() })
}

function portProblem(error: unknown, port: number): Result<never> {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') return fail(problem('port-in-use', { port }))
  if (code === 'EACCES') return fail(problem('port-not-allowed', { port }))
  throw error
}

/** Checks and headers that hold for every request, also for those that no route answers. */
async function guard(app: FastifyInstance, address: { readonly port: number }): Promise<void> {
  // JSON alone is understood: a form or plain text is what a foreign page could send without asking.
  app.removeContentTypeParser('text/plain')
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(securityHeaders(address.port))
    if (!isFromHere(request.headers, address.port)) {
      const { status, body } = refuse('request-from-elsewhere')
      return reply.code(status).send(body)
    }
    return undefined
  })
  app.setNotFoundHandler((request, reply) => {
    const { status, body } = refuse('channel-unknown', { channel: request.url.slice(0, 80) })
    return reply.code(status).send(body)
  })
  const refusals: Readonly<Record<string, RefusalCode>> = {
    FST_ERR_CTP_BODY_TOO_LARGE: 'request-too-large',
    FST_ERR_CTP_INVALID_MEDIA_TYPE: 'request-not-json',
  }
  app.setErrorHandler((error, _request, reply) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const { status, body } = refuse(refusals[code] ?? 'request-broken')
    return reply.code(status).send(body)
  })
}

function addSessionRoute(app: FastifyInstance, sessions: Sessions): void {
  app.post('/session', async (request, reply) => {
    const given = request.body
    const token = typeof given === 'object' && given !== null && 'token' in given ? given.token : undefined
    const session = typeof token === 'string' ? sessions.exchange(token) : undefined
    if (session) return { session }
    const { status, body } = refuse('link-used')
    return reply.code(status).send(body)
  })
}
