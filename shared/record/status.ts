import { problem } from '../problem.ts'
import { fail, ok, type Result } from '../result.ts'

/** The states of a certificate; no other file may move one. */
export const statuses = [
  'draft',
  'checked',
  'signed',
  'queued',
  'sent',
  'unknown',
  'accepted',
  'rejected',
  'withdrawn',
  'registered',
] as const
export type Status = (typeof statuses)[number]

const transitions: Readonly<Record<Status, readonly Status[]>> = {
  draft: ['checked'],
  // Any change after the check voids it.
  checked: ['draft', 'signed'],
  signed: ['queued', 'withdrawn'],
  queued: ['sent', 'withdrawn'],
  // The answer may be lost: then the same bytes are asked for or sent again, or a person decides.
  sent: ['accepted', 'rejected', 'unknown', 'queued'],
  unknown: ['queued', 'sent', 'accepted', 'rejected'],
  accepted: ['registered'],
  // A cause outside of its content: the same bytes again. Wrong content asks for a new version.
  rejected: ['queued'],
  withdrawn: [],
  registered: [],
}

/** The states in which content may change. */
export function isOpen(status: Status): boolean {
  return status === 'draft' || status === 'checked'
}

/** The states that a new version (correction) may start from. */
export function mayBeCorrected(status: Status): boolean {
  return status === 'rejected' || status === 'accepted' || status === 'registered'
}

export function moveStatus(from: Status, to: Status): Result<Status> {
  return transitions[from].includes(to) ? ok(to) : fail(problem('status-not-reachable', { from, to }))
}
