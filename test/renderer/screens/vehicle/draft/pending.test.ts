import { expect, it } from 'vitest'
import {
  asSaved,
  asSent,
  asUnsent,
  isPending,
  nothingPending,
  overlaid,
  pendingAt,
  withChanges,
} from '../../../../../renderer/screens/vehicle/draft/pending.ts'

const typed = withChanges(nothingPending, [{ path: 'a', value: '1' }])

it('what is typed while the last save is under way waits for the next', () => {
  const sent = withChanges(asSent(typed), [{ path: 'a', value: '12' }])
  expect(pendingAt(sent, 'a')).toBe('12')
  expect(pendingAt(asSaved(sent), 'a')).toBe('12')
  expect(isPending(asSaved(asSent(asSaved(sent))))).toBe(false)
})

it('a save that failed waits again, under what was typed since', () => {
  const both = withChanges(asSent(withChanges(typed, [{ path: 'b', value: '2' }])), [
    { path: 'a', value: '9' },
  ])
  const unsent = asUnsent(both)
  expect(unsent.sent.size).toBe(0)
  expect([...unsent.waiting]).toEqual([
    ['a', '9'],
    ['b', '2'],
  ])
})

it('typed values lie over the saved ones; null and empty take away', () => {
  const pending = withChanges(typed, [
    { path: 'b', value: null },
    { path: 'c', value: '' },
  ])
  const saved = new Map([
    ['a', '0'],
    ['b', '0'],
    ['c', '0'],
    ['d', '0'],
  ])
  expect([...overlaid(saved, pending)]).toEqual([
    ['a', '1'],
    ['d', '0'],
  ])
})
