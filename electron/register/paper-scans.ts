import { deflateSync, inflateSync } from 'node:zlib'
import type { PaperScan, ScanKind, ScanPage } from '../../shared/paper/scan.ts'
import type { Db } from './db.ts'

type Row = {
  readonly id: number
  readonly name: string
  readonly kind: ScanKind
  readonly sha256: string
  readonly page_count: number
  readonly has_text: number
  readonly person: string
  readonly added_at: string
  readonly replaced: number
}

const columns = 'id, name, kind, sha256, page_count, has_text, person, added_at, replaced'

const toScan = (row: Row): PaperScan => ({
  id: row.id,
  name: row.name,
  kind: row.kind,
  sha256: row.sha256,
  pages: row.page_count,
  hasText: row.has_text === 1,
  person: row.person,
  addedAt: row.added_at,
  replaced: row.replaced === 1,
})

export interface NewScan extends Pick<PaperScan, 'name' | 'kind' | 'sha256' | 'person' | 'addedAt'> {
  readonly pages: readonly ScanPage[]
}

/** Adds a scan behind the others, or in the place of another, which stays as replaced. */
export function addPaperScan(db: Db, base: number, scan: NewScan, instead?: number): number {
  const { id } = db.runSql(
    `INSERT INTO paper_scan
       (paper_base_id, name, kind, sha256, pages, page_count, has_text, person, added_at, place)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?,
       coalesce((SELECT place FROM paper_scan WHERE id = ?),
                (SELECT coalesce(max(place), 0) + 1 FROM paper_scan WHERE paper_base_id = ?)))`,
    base,
    scan.name,
    scan.kind,
    scan.sha256,
    deflateSync(JSON.stringify(scan.pages)),
    scan.pages.length,
    scan.pages.some(({ pieces }) => pieces.length > 0) ? 1 : 0,
    scan.person,
    scan.addedAt,
    instead ?? null,
    base,
  )
  if (instead !== undefined) replacePaperScan(db, instead)
  return id
}

/** Nothing is read from it any more; it stays. */
export function replacePaperScan(db: Db, id: number): void {
  db.runSql('UPDATE paper_scan SET replaced = 1 WHERE id = ?', id)
}

/** All scans of a base in the order of the paper, replaced ones among them. */
export function paperScansOf(db: Db, base: number): readonly PaperScan[] {
  return db
    .allSql<Row>(`SELECT ${columns} FROM paper_scan WHERE paper_base_id = ? ORDER BY place, id`, base)
    .map(toScan)
}

interface ScanOfBase extends PaperScan {
  readonly base: number
}

export function findPaperScan(db: Db, id: number): ScanOfBase | undefined {
  return firstScan(db, 'id = ?', id)
}

/** The first that was attached with these bytes, to whatever base. */
export function scanOfBytes(db: Db, sha256: string): ScanOfBase | undefined {
  return firstScan(db, 'sha256 = ?', sha256)
}

function firstScan(db: Db, condition: string, value: number | string): ScanOfBase | undefined {
  const [row] = db.allSql<Row & { paper_base_id: number }>(
    `SELECT ${columns}, paper_base_id FROM paper_scan WHERE ${condition} ORDER BY id LIMIT 1`,
    value,
  )
  return row && { ...toScan(row), base: row.paper_base_id }
}

export function scanPages(db: Db, id: number): readonly ScanPage[] {
  const [row] = db.allSql<{ pages: Uint8Array }>('SELECT pages FROM paper_scan WHERE id = ?', id)
  return row ? (JSON.parse(inflateSync(row.pages).toString('utf8')) as ScanPage[]) : []
}
