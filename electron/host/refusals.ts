import { problem } from '../../shared/problem.ts'
import type { Result } from '../../shared/result.ts'

/** Why the host itself refuses a request, before any handler sees it, with the HTTP status that says the same. */
const statuses = {
  'request-from-elsewhere': 403,
  'session-missing': 401,
  'link-used': 401,
  'channel-unknown': 404,
  'request-too-large': 413,
  'request-not-json': 415,
  'request-broken': 400,
} as const

export type RefusalCode = keyof typeof statuses

export interface Refusal {
  readonly status: number
  readonly body: Result<never>
}

export function refuse(code: RefusalCode, args: Readonly<Record<string, string>> = {}): Refusal {
  return { status: statuses[code], body: { ok: false, problem: problem(code, args) } }
}
