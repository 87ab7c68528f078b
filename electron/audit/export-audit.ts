import { anchors, entriesAfter } from '../register/audit-entries.ts'
import type { Db } from '../register/db.ts'

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

/**
 * The chain as lines of JSON, readable in ten years without Bodymark: a line on what it is, a line an entry with the
 * hashes, a line an anchor with signature and certificate. With a VIN only that vehicle's entries, whose hashes can
 * be looked up in the whole export.
 */
export function* exportAudit(db: Db, vin: string): Generator<string> {
  yield JSON.stringify({
    kind: 'about',
    format: 'bodymark-audit-1',
    hash: 'SHA-256 of the JSON array [previous hash, seq, at, person, action, vin, args], UTF-8; the first previous hash is 64 zeros',
    anchor: 'RSASSA-PKCS1-v1_5 with SHA-256 over "Bodymark audit chain, entry <seq>, SHA-256 <hash>"',
    vin,
  })
  let after = 0
  for (;;) {
    const page = entriesAfter(db, after, 2000)
    if (page.length === 0) break
    for (const entry of page) {
      after = entry.seq
      if (!vin || entry.vin === vin) yield JSON.stringify({ kind: 'entry', ...entry })
    }
  }
  for (const { seq, hash, at, signature, certificate } of anchors(db))
    yield JSON.stringify({
      kind: 'anchor',
      seq,
      hash,
      at,
      signature: base64(signature),
      certificate: base64(certificate),
    })
}
