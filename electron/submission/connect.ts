import { isIP } from 'node:net'
import { connect as connectTls, type PeerCertificate, type SecureContext, type TLSSocket } from 'node:tls'
import { type Problem, problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { namesOfAuthorities } from './open-client-key.ts'
import { refusesOurCertificate } from './tls-alerts.ts'
import { isVouchedFor } from './vouched-for.ts'

export interface Destination {
  readonly url: URL
  readonly key: SecureContext
  readonly ca: string | undefined
  readonly timeoutMs: number
}

/**
 * A connection on which both ends are who they should be, before a byte of the request leaves: whatever fails in
 * here, the NAP has surely processed nothing.
 *
 * Codes: `nap-offline`, `nap-connection-refused`, `nap-connect-timeout`, `nap-connection-broken`,
 * `nap-server-certificate`, `nap-client-certificate-refused`, `nap-client-certificate-expired`, `nap-tls-failed`.
 */
export async function connect(to: Destination): Promise<Result<TLSSocket>> {
  const socket = connectTls({ ...target(to.url), secureContext: to.key })
  const error = (await outcome(socket, to.timeoutMs)) ?? (await secondThoughts(socket))
  const refusal = error ? await refusalBy(error, socket, to) : await refusalOf(socket, to)
  if (!refusal) return ok(socket)
  socket.destroy()
  return fail(refusal)
}

async function refusalBy(error: NodeJS.ErrnoException, socket: TLSSocket, to: Destination): Promise<Problem> {
  // Set by Node exactly where the server's certificate is the reason.
  const doubt = socket.authorizationError as unknown
  return doubt ? serverCertificateProblem(to, error.code ?? error.name) : connectProblem(to.url, error)
}

/** What TLS itself let through. */
async function refusalOf(socket: TLSSocket, to: Destination): Promise<Problem | undefined> {
  if (!isVouchedFor(socket.getPeerX509Certificate(), to.ca)) {
    return serverCertificateProblem(to, 'AUTHORITY_NOT_EXPECTED')
  }
  return expiredCertificate(socket)
}

/** Some servers send no ticket at all. */
const ticketMs = 300

function target(url: URL) {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  // Several authorities may share an address and tell by this name which one is meant; RFC 6066 allows no address.
  const name = isIP(host) === 0 ? { servername: host } : {}
  return { host, port: Number(url.port || 443), ALPNProtocols: ['http/1.1'], ...name }
}

/** The error that ended the attempt, or undefined once both sides have finished their handshake. */
function outcome(socket: TLSSocket, timeoutMs: number): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve({ name: 'Timeout', message: '', code: 'ETIMEDOUT' }), timeoutMs)
    const settle = (error?: NodeJS.ErrnoException): void => {
      clearTimeout(timer)
      resolve(error)
    }
    socket.once('secureConnect', () => settle())
    // Stays on: an alert may arrive between the handshake and the first reader of the socket.
    socket.on('error', settle)
  })
}

/**
 * In TLS 1.3 our side is done before the server has looked at our certificate. A server that takes it usually sends
 * a session ticket next; waiting for it a moment means that a refusal comes before the request has left.
 */
function secondThoughts(socket: TLSSocket): Promise<NodeJS.ErrnoException | undefined> {
  if (socket.getProtocol() !== 'TLSv1.3') return Promise.resolve(undefined)
  return new Promise((resolve) => {
    const settle = (error?: NodeJS.ErrnoException): void => {
      clearTimeout(timer)
      resolve(error)
    }
    const timer = setTimeout(settle, ticketMs)
    // Told while TLS is still reading; what is written before it has finished stays lying there.
    socket.once('session', () => setImmediate(settle))
    socket.once('error', settle)
    socket.once('close', () => settle({ name: 'Closed', message: '', code: 'ECONNRESET' }))
  })
}

const problemByErrno: Readonly<Record<string, string>> = {
  ENOTFOUND: 'nap-offline',
  EAI_AGAIN: 'nap-offline',
  ENETUNREACH: 'nap-offline',
  ENETDOWN: 'nap-offline',
  EHOSTUNREACH: 'nap-offline',
  EHOSTDOWN: 'nap-offline',
  ECONNREFUSED: 'nap-connection-refused',
  ETIMEDOUT: 'nap-connect-timeout',
}

function connectProblem(url: URL, error: NodeJS.ErrnoException): Problem {
  const code = error.code ?? ''
  const args = { host: url.host, reason: code || error.name }
  const known = problemByErrno[code]
  if (known) return problem(known, args, {}, false)
  if (refusesOurCertificate(code)) return problem('nap-client-certificate-refused', args, {}, false)
  return problem(
    /^ERR_SSL_|^EPROTO$|^ERR_TLS_/.test(code) ? 'nap-tls-failed' : 'nap-connection-broken',
    args,
    {},
    false,
  )
}

function expiredCertificate(socket: TLSSocket): Problem | undefined {
  const own = socket.getCertificate()
  if (!own || !('valid_to' in own) || Date.parse(own.valid_to) > Date.now()) return undefined
  const until = new Date(own.valid_to).toISOString().slice(0, 10)
  return problem('nap-client-certificate-expired', { subject: nameOf(own.subject), until }, {}, false)
}

async function serverCertificateProblem(to: Destination, reason: string): Promise<Problem> {
  const shown = await lookAtServerCertificate(to)
  return problem(
    'nap-server-certificate',
    {
      host: to.url.host,
      reason,
      subject: nameOf(shown?.subject),
      issuer: nameOf(shown?.issuer),
      expected: namesOfAuthorities(to.ca) || '-',
    },
    {},
    false,
  )
}

/**
 * Fetches the certificate of a server that has just been refused, only to name it to a person: without our
 * certificate, without sending a byte, and closed at once.
 */
function lookAtServerCertificate(to: Destination): Promise<PeerCertificate | undefined> {
  return new Promise((resolve) => {
    const socket = connectTls({ ...target(to.url), rejectUnauthorized: false })
    const finish = (certificate?: PeerCertificate): void => {
      clearTimeout(timer)
      socket.destroy()
      resolve(certificate)
    }
    const timer = setTimeout(finish, to.timeoutMs)
    socket.once('secureConnect', () => finish(socket.getPeerCertificate()))
    socket.on('error', () => finish())
  })
}

function nameOf(name: PeerCertificate['subject'] | undefined): string {
  const parts = [name?.CN, name?.O].flat().filter((part) => part !== undefined)
  // Foreign text: one line, of a bearable length.
  return parts.join(', ').replace(/\s+/g, ' ').slice(0, 200) || '-'
}
