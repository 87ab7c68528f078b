import type { Result } from '../../shared/result.ts'
import { ok } from '../../shared/result.ts'
import { insertAnchor, insertEntry, lastEntry, type StoredEntry } from '../register/audit-entries.ts'
import type { Db } from '../register/db.ts'
import { anchorOctets, entryHash, genesis } from './hash-chain.ts'

export interface AuditEvent {
  readonly at: string
  readonly person: string
  /** Names a text `audit.<action>` of the message catalogue. */
  readonly action: string
  readonly vin?: string
  readonly args?: Readonly<Record<string, string | number>>
}

/** Adds an entry at the chain's end; call it in the transaction of what it tells. */
export function appendAudit(db: Db, event: AuditEvent): void {
  insertEntry(db, nextEntry(db, event))
}

export interface AnchorKey {
  readonly certificateDer: Uint8Array
  sign(octets: Uint8Array): Promise<Result<Uint8Array>>
}

/**
 * Closes a signing act: its entry becomes the chain's head and the act's own key signs it, so that whoever owns the
 * file cannot rebuild the chain unseen. Entry and anchor are stored together or not at all.
 */
export async function appendAnchored(db: Db, event: AuditEvent, key: AnchorKey): Promise<Result<null>> {
  for (;;) {
    const entry = nextEntry(db, event)
    const signed = await key.sign(anchorOctets(entry.seq, entry.hash))
    if (!signed.ok) return signed
    const stored = db.transaction(() => {
      // While the token worked, another entry may have become the head: then that one is the predecessor.
      if ((lastEntry(db)?.hash ?? genesis) !== entry.previous) return false
      insertEntry(db, entry)
      insertAnchor(db, {
        seq: entry.seq,
        hash: entry.hash,
        at: entry.at,
        signature: signed.value,
        certificate: key.certificateDer,
      })
      return true
    })
    if (stored) return ok(null)
  }
}

function nextEntry(db: Db, event: AuditEvent): StoredEntry {
  const last = lastEntry(db)
  const content = {
    seq: (last?.seq ?? 0) + 1,
    at: event.at,
    person: event.person,
    action: event.action,
    vin: event.vin ?? '',
    args: JSON.stringify(event.args ?? {}),
  }
  const previous = last?.hash ?? genesis
  return { ...content, previous, hash: entryHash(previous, content) }
}
