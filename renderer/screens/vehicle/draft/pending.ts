import { checkCharacters } from '../../../../shared/ivi/check-value.ts'
import { longestTyped } from '../../../../shared/record/typed-value.ts'

/** A change of one place; `null` takes the value (or a row's path the row) away. */
export interface Change {
  readonly path: string
  readonly value: string | null
}

/** What was typed and is not known to be saved: `waiting` is newer than `sent`. */
export interface Pending {
  readonly waiting: ReadonlyMap<string, string | null>
  readonly sent: ReadonlyMap<string, string | null>
}

export const nothingPending: Pending = { waiting: new Map(), sent: new Map() }

/** The typed value of a place, or undefined where nothing is under way. */
export function pendingAt(pending: Pending, path: string): string | null | undefined {
  const newest = pending.waiting.get(path)
  return newest === undefined ? pending.sent.get(path) : newest
}

export function withChanges(pending: Pending, changes: readonly Change[]): Pending {
  const waiting = new Map(pending.waiting)
  for (const { path, value } of changes) waiting.set(path, value)
  return { ...pending, waiting }
}

/** Whether a value can be saved at all; what cannot stays here as it was typed, and the field says why. */
function isSendable(value: string | null): boolean {
  return value === null || (value.length <= longestTyped && checkCharacters(value) === undefined)
}

/** What would go on its way now. */
export function sendable({ waiting }: Pending): ReadonlyMap<string, string | null> {
  return new Map([...waiting].filter(([, value]) => isSendable(value)))
}

/** Everything that can goes on its way; what is typed from now on waits for the next turn. */
export function asSent(pending: Pending): Pending {
  const held = [...pending.waiting].filter(([, value]) => !isSendable(value))
  return { waiting: new Map(held), sent: sendable(pending) }
}

/** The backend answered: what was sent is part of its answer now. */
export function asSaved(pending: Pending): Pending {
  return { ...pending, sent: new Map() }
}

/** Sending failed: it waits again, under what was typed since. */
export function asUnsent(pending: Pending): Pending {
  return { waiting: new Map([...pending.sent, ...pending.waiting]), sent: new Map() }
}

export function isPending(pending: Pending): boolean {
  return pending.waiting.size > 0 || pending.sent.size > 0
}

/** The saved values with everything typed laid over them. */
export function overlaid(saved: ReadonlyMap<string, string>, pending: Pending): Map<string, string> {
  const leaves = new Map(saved)
  for (const changes of [pending.sent, pending.waiting]) {
    for (const [path, value] of changes) {
      if (value === null || value === '') leaves.delete(path)
      else leaves.set(path, value)
    }
  }
  return leaves
}
