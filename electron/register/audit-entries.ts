import type { AuditView } from '../../shared/record/views.ts'
import type { Db } from './db.ts'

/** An entry as it is chained; `args` is JSON text, hashed as it stands. */
export interface StoredEntry {
  readonly seq: number
  readonly at: string
  readonly person: string
  readonly action: string
  readonly vin: string
  readonly args: string
  readonly previous: string
  readonly hash: string
}

export interface StoredAnchor {
  readonly seq: number
  readonly hash: string
  readonly at: string
  readonly signature: Uint8Array
  readonly certificate: Uint8Array
}

export function insertEntry(db: Db, entry: StoredEntry): void {
  db.runSql(
    'INSERT INTO audit_entry (seq, at, person, action, vin, args, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    entry.seq,
    entry.at,
    entry.person,
    entry.action,
    entry.vin,
    entry.args,
    entry.previous,
    entry.hash,
  )
}

export function lastEntry(db: Db): { readonly seq: number; readonly hash: string } | undefined {
  return db.allSql<{ seq: number; hash: string }>(
    'SELECT seq, hash FROM audit_entry ORDER BY seq DESC LIMIT 1',
  )[0]
}

/** Entries after `after`, the oldest first. */
export function entriesAfter(db: Db, after: number, limit: number): readonly StoredEntry[] {
  return db.all(
    db.query.selectFrom('audit_entry').selectAll().where('seq', '>', after).orderBy('seq').limit(limit),
  )
}

export function insertAnchor(db: Db, anchor: StoredAnchor): void {
  db.runSql(
    'INSERT INTO audit_anchor (seq, hash, at, signature, certificate) VALUES (?, ?, ?, ?, ?)',
    anchor.seq,
    anchor.hash,
    anchor.at,
    anchor.signature,
    anchor.certificate,
  )
}

export function anchors(db: Db): readonly StoredAnchor[] {
  return db.all(db.query.selectFrom('audit_anchor').selectAll().orderBy('seq')).map((row) => ({
    ...row,
    signature: new Uint8Array(row.signature),
    certificate: new Uint8Array(row.certificate),
  }))
}

/** Every entry of these actions of a vehicle, the oldest first. */
export function entriesOf(
  db: Db,
  vin: string,
  actions: readonly string[],
): readonly Pick<StoredEntry, 'at' | 'person' | 'action'>[] {
  return db.all(
    db.query
      .selectFrom('audit_entry')
      .select(['at', 'person', 'action'])
      .where('vin', '=', vin)
      .where('action', 'in', actions)
      .orderBy('seq'),
  )
}

/** The newest entries first, of one vehicle or of all. */
export function listEntries(
  db: Db,
  query: { vin: string; before?: number | undefined; limit: number },
): readonly AuditView[] {
  let rows = db.query
    .selectFrom('audit_entry')
    .select(['seq', 'at', 'person', 'action', 'vin', 'args'])
    .orderBy('seq', 'desc')
    .limit(query.limit)
  if (query.vin) rows = rows.where('vin', '=', query.vin)
  if (query.before) rows = rows.where('seq', '<', query.before)
  return db.all(rows).map((row) => ({
    seq: row.seq,
    at: row.at,
    person: row.person,
    action: row.action,
    vin: row.vin,
    args: JSON.parse(row.args) as AuditView['args'],
  }))
}
