import { assertNever } from '../../shared/assert-never.ts'
import type { AttemptView } from '../../shared/record/views.ts'
import { howToGoOn } from './nap-answer.ts'
import type { NapProfile } from './profile.ts'

export type Backoff = NapProfile['retry']

/** The delay doubles, or whatever the profile says, up to its longest; chance takes a part of it away. */
export function delayAfter(tries: number, backoff: Backoff, random: () => number): number {
  const full = Math.min(backoff.maxMs, backoff.firstMs * backoff.factor ** Math.max(0, tries - 1))
  return Math.round(full * (1 - backoff.jitter * random()))
}

export type NextStep =
  /** The same bytes under the same reference. */
  | { readonly kind: 'send'; readonly at: Date }
  /** The NAP is asked what became of the reference before anything is sent again. */
  | { readonly kind: 'ask'; readonly at: Date }
  | { readonly kind: 'person'; readonly why: 'lost' | 'failed' | 'too-many-attempts' }
  | { readonly kind: 'settled' }

type Tried = Pick<AttemptView, 'startedAt' | 'endedAt' | 'outcome' | 'problem'>

/**
 * What comes after these attempts, in their order, since a person last decided. An attempt that never ended was
 * cut off by a crash and counts as lost.
 */
export function decideNext(
  attempts: readonly Tried[],
  profile: Pick<NapProfile, 'retry' | 'repeatSafe' | 'status'>,
  random: () => number,
): NextStep {
  const last = attempts.at(-1)
  if (!last) return { kind: 'send', at: new Date(0) }
  if (last.outcome === 'accepted' || last.outcome === 'rejected') return { kind: 'settled' }

  const counted = attempts.filter(({ problem }) => howToGoOn(problem) !== 'offline').length
  if (counted >= profile.retry.maxAttempts) return { kind: 'person', why: 'too-many-attempts' }
  // Offline may last for days: it is looked at again and again, ever more rarely.
  const tries = howToGoOn(last.problem) === 'offline' ? attempts.length : counted
  const wished = Number(last.problem?.args?.seconds ?? 0) * 1000
  const delay = Math.max(delayAfter(tries, profile.retry, random), Math.min(wished, profile.retry.maxMs))
  const at = new Date(Date.parse(last.endedAt ?? last.startedAt) + delay)

  if (mayHaveArrived(attempts) && !profile.repeatSafe) {
    return profile.status ? { kind: 'ask', at } : { kind: 'person', why: 'lost' }
  }
  switch (last.outcome) {
    case 'lost':
    case 'pending':
      return { kind: 'send', at }
    case 'failed':
      return howToGoOn(last.problem) === 'person' ? { kind: 'person', why: 'failed' } : { kind: 'send', at }
    default:
      return assertNever(last.outcome)
  }
}

/** A request that may have arrived stays in doubt until the NAP says that it has nothing. */
function mayHaveArrived(attempts: readonly Tried[]): boolean {
  const cleared = attempts.findLastIndex(({ problem }) => problem?.code === 'nap-never-received')
  return attempts.slice(cleared + 1).some(({ outcome }) => outcome === 'lost' || outcome === 'pending')
}
