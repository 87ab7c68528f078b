import type { TLSSocket } from 'node:tls'
import { Client } from 'undici'
import { type Problem, problem } from '../../shared/problem.ts'
import type { SoapRequest } from './build-envelope.ts'
import { connect } from './connect.ts'
import { openClientKey } from './open-client-key.ts'
import type { NapEndpoint, NapProfile } from './profile.ts'
import { refusesOurCertificate } from './tls-alerts.ts'

export interface HttpAnswer {
  readonly kind: 'answer'
  readonly status: number
  /** Seconds after which the server wants to be asked again, 0 where it says nothing. */
  readonly retryAfter: number
  readonly raw: Uint8Array
}
/** `failed`: the NAP surely did not process the request. `lost`: it may have. */
export interface NoAnswer {
  readonly kind: 'failed' | 'lost'
  readonly problem: Problem
}

/**
 * One request over a connection of its own, at most once: nothing here repeats, follows a redirect or resumes a
 * session, so that each request checks both certificates anew.
 *
 * Codes besides those of {@link openClientKey} and {@link connect}: `nap-endpoint-invalid`,
 * `nap-client-certificate-refused`, `nap-answer-timeout`, `nap-connection-lost`, `nap-answer-too-big`.
 */
export async function post(
  endpoint: NapEndpoint,
  limits: NapProfile['limits'],
  request: SoapRequest,
): Promise<HttpAnswer | NoAnswer> {
  const url = endpointUrl(endpoint.url)
  if (!url) return { kind: 'failed', problem: problem('nap-endpoint-invalid', {}, {}, false) }
  const key = openClientKey(endpoint)
  if (!key.ok) return { kind: 'failed', problem: key.problem }

  const totalMs = endpoint.timeoutMs ?? limits.totalMs
  const signal = AbortSignal.timeout(totalMs)
  const timeoutMs = Math.min(totalMs, limits.connectMs)
  const socket = await connect({ url, key: key.value, ca: endpoint.ca, timeoutMs })
  if (!socket.ok) return { kind: 'failed', problem: socket.problem }
  return exchange(socket.value, url, limits, request, signal)
}

function endpointUrl(text: string): URL | undefined {
  const url = URL.parse(text)
  return url?.protocol === 'https:' && url.username === '' && url.password === '' ? url : undefined
}

async function exchange(
  socket: TLSSocket,
  url: URL,
  limits: NapProfile['limits'],
  request: SoapRequest,
  signal: AbortSignal,
): Promise<HttpAnswer | NoAnswer> {
  const begun = performance.now()
  let socketError: Error | undefined
  socket.once('error', (error) => {
    socketError = error
  })
  const client = new Client(url.origin, {
    connect: oneConnection(socket),
    allowH2: false,
    headersTimeout: limits.headersMs,
    bodyTimeout: limits.bodyMs,
  })
  try {
    const { statusCode, headers, body } = await client.request({
      path: url.pathname + url.search,
      method: 'POST',
      headers: {
        ...request.headers,
        accept: 'application/soap+xml, text/xml',
        'accept-encoding': 'identity',
      },
      body: request.body,
      signal,
    })
    const chunks: Uint8Array[] = []
    let size = 0
    for await (const chunk of body as AsyncIterable<Uint8Array>) {
      size += chunk.length
      if (size > limits.maxAnswerBytes) {
        return {
          kind: 'lost',
          problem: problem('nap-answer-too-big', { max: limits.maxAnswerBytes }, {}, false),
        }
      }
      chunks.push(chunk)
    }
    const retryAfter = Number(headers['retry-after'])
    return {
      kind: 'answer',
      status: statusCode,
      retryAfter: Number.isFinite(retryAfter) && retryAfter > 0 ? retryAfter : 0,
      raw: Buffer.concat(chunks),
    }
  } catch (error) {
    return unanswered(url, begun, signal, [socketError, error])
  } finally {
    socket.destroy()
    await client.destroy()
  }
}

/** Hands undici the connection that was checked, and no second one: the request must not leave twice. */
function oneConnection(socket: TLSSocket) {
  let used = false
  return (_: unknown, callback: (...result: [null, TLSSocket] | [Error, null]) => void): void => {
    const isSecond = used
    used = true
    // Called while undici works off its queue, which does not look again if it is answered at once.
    queueMicrotask(() => {
      if (isSecond) callback(new Error('a request has one connection'), null)
      else callback(null, socket)
    })
  }
}

function unanswered(url: URL, begun: number, signal: AbortSignal, errors: readonly unknown[]): NoAnswer {
  const codes = errors.map((error) => (error instanceof Error && 'code' in error ? String(error.code) : ''))
  const reason = codes.find((code) => code !== '') ?? '-'
  if (codes.some(refusesOurCertificate)) {
    return { kind: 'failed', problem: problem('nap-client-certificate-refused', { reason }, {}, false) }
  }
  const { host } = url
  const late = codes.includes('UND_ERR_HEADERS_TIMEOUT') || codes.includes('UND_ERR_BODY_TIMEOUT')
  if (late || signal.aborted) {
    const seconds = Math.round((performance.now() - begun) / 1000)
    return { kind: 'lost', problem: problem('nap-answer-timeout', { host, seconds }, {}, false) }
  }
  return { kind: 'lost', problem: problem('nap-connection-lost', { host, reason }, {}, false) }
}
