import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { contract } from '../../shared/ipc-contract.ts'
import type { Backend } from '../backend-wire.ts'
import { refuse } from './refusals.ts'
import type { Sessions } from './sessions.ts'

/** Room for a dropped file, as base64 in JSON. */
const fileBody = 300 * 1024 * 1024

/** A channel may carry a file's bytes where its input has a place for them. */
function carriesFiles(input: z.ZodType): boolean {
  return JSON.stringify(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' })).includes('"base64"')
}

/** The session that a request shows: `Authorization: Bearer …`. */
function bearer(header: string | undefined): string {
  return /^Bearer ([\w-]+)$/.exec(header ?? '')?.[1] ?? ''
}

/** One route a channel of the contract: `POST /api/<channel>`, its input as JSON, its answer a `Result`. */
export function addChannels(app: FastifyInstance, backend: Backend, sessions: Sessions): void {
  for (const [name, { input }] of Object.entries(contract)) {
    app.post(`/api/${name}`, {
      ...(carriesFiles(input) ? { bodyLimit: fileBody } : {}),
      // Before the body is read: nobody without a session makes the host take in 300 MB.
      onRequest: async (request, reply) => {
        if (sessions.isOpen(bearer(request.headers.authorization))) return undefined
        const { status, body } = refuse('session-missing')
        return reply.code(status).send(body)
      },
      handler: (request) => backend.call(name, request.body),
    })
  }
}
