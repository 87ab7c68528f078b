import type { Problem } from '../../shared/problem.ts'
import type { NapReason } from '../../shared/record/views.ts'

/** What a NAP said, or why it cannot be known what it said. `raw` is kept as it came: it is the proof. */
export type NapAnswer =
  | {
      readonly kind: 'accepted'
      readonly receipt: string
      /** The authority's own time of receipt, as it stands in the answer; empty where it gives none. */
      readonly receivedAt: string
      /** What the authority remarked all the same. */
      readonly reasons: readonly NapReason[]
      readonly raw: Uint8Array
    }
  | { readonly kind: 'rejected'; readonly reasons: readonly NapReason[]; readonly raw: Uint8Array }
  /** The request may have been processed. */
  | { readonly kind: 'lost'; readonly problem: Problem; readonly raw?: Uint8Array }
  /** The request was surely not processed; `retry`: the same may succeed later without anybody's doing. */
  | {
      readonly kind: 'failed'
      readonly problem: Problem
      readonly retry: boolean
      readonly raw?: Uint8Array
    }

/**
 * Failures that pass by themselves. `offline`: there is no way to the NAP at all, which is a state and counts as
 * no attempt. Every other failure waits for a person.
 */
const passing: Readonly<Record<string, 'offline' | 'again'>> = {
  'nap-offline': 'offline',
  'nap-connection-refused': 'again',
  'nap-connect-timeout': 'again',
  'nap-connection-broken': 'again',
  'nap-busy': 'again',
  'nap-fault-receiver': 'again',
  'nap-never-received': 'again',
}

/** Whether a failure may be tried again without anybody's doing. */
export function howToGoOn(failure: Problem | undefined): 'offline' | 'again' | 'person' {
  return passing[failure?.code ?? ''] ?? 'person'
}

export function failed(problem: Problem, raw?: Uint8Array): NapAnswer {
  return { kind: 'failed', problem, retry: howToGoOn(problem) !== 'person', ...(raw ? { raw } : {}) }
}
