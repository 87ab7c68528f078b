import { createHash } from 'node:crypto'
import { type Problem, problem } from '../../shared/problem.ts'
import { anchors, entriesAfter, type StoredAnchor, type StoredEntry } from '../register/audit-entries.ts'
import type { Db } from '../register/db.ts'
import { signedDocuments } from '../register/documents.ts'
import { anchorOctets, entryHash, genesis } from './hash-chain.ts'

export interface AuditReport {
  readonly entries: number
  readonly anchors: number
  /** Entries after the last anchor: no key stands for them yet. */
  readonly unanchored: number
  readonly problems: readonly Problem[]
}

export type VerifyDetached = (
  octets: Uint8Array,
  signature: Uint8Array,
  certificateDer: Uint8Array,
) => boolean

/** The act of signing one certificate; its arguments name the SHA-256 of the signed bytes. */
export const signedAction = 'signed'
/** The end of a signing act: always anchored. */
export const signingActAction = 'signing-act'

/**
 * Walks the whole chain: every entry's number, link and hash; every anchor's signature over the entry that it names;
 * every signing act's anchor; every signed certificate's entry. A chain rebuilt after a change no longer fits the
 * anchors, an anchor made with a key that never signed a certificate here is told, and so is one cut off.
 */
export function verifyAudit(db: Db, verifyDetached: VerifyDetached): AuditReport {
  const problems: Problem[] = []
  const all = anchors(db)
  const anchorBySeq = new Map(all.map((anchor) => [anchor.seq, anchor]))
  const documents = signedDocuments(db)
  const unlisted = new Set(documents.map(({ sha256 }) => sha256))
  const signers = new Set(documents.map(({ signerSha256 }) => signerSha256))
  let last = { seq: 0, hash: genesis }
  let lastAnchored = 0
  let entries = 0
  for (const entry of everyEntry(db)) {
    entries += 1
    problems.push(...judgeLink(entry, last))
    const anchor = anchorBySeq.get(entry.seq)
    anchorBySeq.delete(entry.seq)
    if (anchor) {
      const told = judgeAnchor(anchor, entry.hash, signers, verifyDetached)
      if (told) problems.push(told)
      else lastAnchored = entry.seq
    } else if (entry.action === signingActAction)
      problems.push(problem('audit-anchor-missing', { entry: entry.seq }))
    if (entry.action === signedAction) {
      const { sha256 } = JSON.parse(entry.args) as { sha256?: string }
      if (sha256 && !unlisted.delete(sha256))
        problems.push(problem('audit-document-missing', { entry: entry.seq, sha256 }, { vin: entry.vin }))
    }
    last = entry
  }
  for (const { seq } of anchorBySeq.values()) problems.push(problem('audit-tail-missing', { entry: seq }))
  for (const sha256 of unlisted) problems.push(problem('audit-document-unlisted', { sha256 }))
  return { entries, anchors: all.length, unanchored: Math.max(0, last.seq - lastAnchored), problems }
}

function* everyEntry(db: Db): Generator<StoredEntry> {
  let after = 0
  for (;;) {
    const page = entriesAfter(db, after, 2000)
    if (page.length === 0) return
    yield* page
    after = page.at(-1)?.seq ?? after
  }
}

function* judgeLink(
  entry: StoredEntry,
  last: { readonly seq: number; readonly hash: string },
): Generator<Problem> {
  if (entry.seq !== last.seq + 1)
    yield problem('audit-entry-missing', { from: last.seq + 1, to: entry.seq - 1 })
  if (entry.previous !== last.hash) yield problem('audit-link-broken', { entry: entry.seq })
  if (entryHash(entry.previous, entry) !== entry.hash)
    yield problem('audit-entry-changed', { entry: entry.seq, at: entry.at })
}

function judgeAnchor(
  anchor: StoredAnchor,
  hash: string,
  signers: ReadonlySet<string>,
  verifyDetached: VerifyDetached,
): Problem | undefined {
  const octets = anchorOctets(anchor.seq, hash)
  if (anchor.hash !== hash || !verifyDetached(octets, anchor.signature, anchor.certificate))
    return problem('audit-anchor-broken', { entry: anchor.seq })
  const signer = createHash('sha256').update(anchor.certificate).digest('hex')
  return signers.has(signer)
    ? undefined
    : problem('audit-anchor-stranger', { entry: anchor.seq, certificate: signer.slice(0, 16) })
}
