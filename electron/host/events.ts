import type { FastifyInstance } from 'fastify'
import type { Backend } from '../backend-wire.ts'
import type { Sessions } from './sessions.ts'

/** The close code for a broken rule (RFC 6455, 7.4.1). */
const policyViolation = 1008
const patienceMs = 5000

/** What is used of a WebSocket here. */
interface Socket {
  send(text: string): void
  close(code: number): void
  once(event: 'message', listener: (message: Buffer) => void): void
  once(event: 'close', listener: () => void): void
}

/**
 * `GET /events` as a WebSocket: the session comes as the first message,
 * `{"session": "…"}`, since a browser cannot add a header to this request
 * and a secret in an address ends in histories. Then every event of the backend comes as one JSON text.
 */
export function addEvents(app: FastifyInstance, backend: Backend, sessions: Sessions): void {
  // Routes with a socket are known only once the plugin is loaded.
  app.after(() => {
    app.get('/events', { websocket: true }, (socket: Socket) => {
      const timer = setTimeout(() => socket.close(policyViolation), patienceMs)
      socket.once('message', (message) => {
        clearTimeout(timer)
        if (!sessions.isOpen(sessionOf(message.toString()))) {
          socket.close(policyViolation)
          return
        }
        const stop = backend.onEvent((event) => socket.send(JSON.stringify(event)))
        socket.once('close', stop)
      })
      socket.once('close', () => clearTimeout(timer))
    })
  })
}

function sessionOf(message: string): string {
  try {
    const { session } = JSON.parse(message) as { session?: unknown }
    return typeof session === 'string' ? session : ''
  } catch {
    return ''
  }
}
