import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideNext, delayAfter } from '../../../electron/submission/retry-policy.ts'
import type { AttemptView } from '../../../shared/record/views.ts'
import { demoProfile } from './a-nap.ts'

const retry = { firstMs: 1000, factor: 2, maxMs: 60_000, maxAttempts: 4, jitter: 0.5 }
const always = { retry, repeatSafe: true, status: undefined }
const careful = { retry, repeatSafe: false, status: undefined }
const curious = { retry, repeatSafe: false, status: demoProfile().status }
const never = () => 0
const endedAt = '2026-07-06T08:00:00.000Z'
const tried = (outcome: AttemptView['outcome'], code?: string, args = {}) => ({
  startedAt: '2026-07-06T07:59:00.000Z',
  ...(outcome === 'pending' ? {} : { endedAt }),
  outcome,
  ...(code ? { problem: { code, args } } : {}),
})
const lost = tried('lost', 'nap-connection-lost')
const refused = tried('failed', 'nap-connection-refused')
const offline = tried('failed', 'nap-offline')
const later = (ms: number) => new Date(Date.parse(endedAt) + ms)

describe('delays', () => {
  it('grow to the longest and no further, and chance only shortens them', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (tries, chance) => {
          const full = delayAfter(tries, retry, () => 0)
          const delay = delayAfter(tries, retry, () => chance)
          expect(full).toBe(Math.min(60_000, 1000 * 2 ** (tries - 1)))
          expect(delay).toBeLessThanOrEqual(full)
          expect(delay).toBeGreaterThanOrEqual(Math.floor(full * 0.5))
        },
      ),
    )
  })
})

describe('what comes next', () => {
  it('nothing tried yet: it goes out at once', () => {
    expect(decideNext([], careful, never)).toEqual({ kind: 'send', at: new Date(0) })
  })

  it('an answer settles it', () => {
    for (const outcome of ['accepted', 'rejected'] as const) {
      expect(decideNext([lost, tried(outcome)], always, never)).toEqual({ kind: 'settled' })
    }
  })

  it('a lost answer goes out again only where the profile calls that safe', () => {
    expect(decideNext([lost], always, never)).toEqual({ kind: 'send', at: later(1000) })
    expect(decideNext([lost], careful, never)).toEqual({ kind: 'person', why: 'lost' })
  })

  it('where the NAP can be asked, it is asked before anybody else', () => {
    expect(decideNext([lost], curious, never)).toEqual({ kind: 'ask', at: later(1000) })
  })

  it('an attempt that a crash cut off counts as lost', () => {
    expect(decideNext([tried('pending')], careful, never)).toEqual({ kind: 'person', why: 'lost' })
    expect(decideNext([tried('pending')], always, never).kind).toBe('send')
  })

  it('a failure after a lost answer does not make the lost one safe', () => {
    expect(decideNext([lost, refused], careful, never)).toEqual({ kind: 'person', why: 'lost' })
    expect(decideNext([lost, offline], curious, never).kind).toBe('ask')
  })

  it('the NAP’s word that it has nothing clears the doubt', () => {
    const cleared = [lost, tried('failed', 'nap-never-received')]
    expect(decideNext(cleared, careful, never).kind).toBe('send')
    expect(decideNext([...cleared, lost], careful, never)).toEqual({ kind: 'person', why: 'lost' })
  })

  it('what surely was not processed goes out again, unless only a person can mend it', () => {
    expect(decideNext([refused], careful, never)).toEqual({ kind: 'send', at: later(1000) })
    for (const code of [
      'nap-server-certificate',
      'nap-client-key-not-opened',
      'nap-fault-sender',
      'unheard-of',
    ]) {
      expect(decideNext([tried('failed', code)], always, never)).toEqual({ kind: 'person', why: 'failed' })
    }
  })

  it('being offline is no attempt, however long it lasts', () => {
    const week = Array.from({ length: 100 }, () => offline)
    expect(decideNext(week, careful, never)).toEqual({ kind: 'send', at: later(60_000) })
    expect(decideNext([refused, refused, refused, refused], careful, never)).toEqual({
      kind: 'person',
      why: 'too-many-attempts',
    })
  })

  it('a NAP that asks for time gets it, within the profile’s longest delay', () => {
    const busy = (seconds: number) => tried('failed', 'nap-busy', { seconds })
    expect(decideNext([busy(30)], careful, never)).toEqual({ kind: 'send', at: later(30_000) })
    expect(decideNext([busy(86_400)], careful, never)).toEqual({ kind: 'send', at: later(60_000) })
  })
})
