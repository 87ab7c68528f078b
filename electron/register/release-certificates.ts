import type { Db } from './db.ts'

const isCurrent =
  'certificate.id = (SELECT MAX(id) FROM certificate AS newest WHERE newest.vehicle_id = certificate.vehicle_id)'

/** Vehicles whose certificate is still open in a release, the one worked on last first. */
export function openInRelease(db: Db, release: string): readonly number[] {
  return db
    .allSql<{ vehicle_id: number }>(
      `SELECT vehicle_id FROM certificate WHERE release = ? AND status IN ('draft', 'checked') AND ${isCurrent}
       ORDER BY updated_at DESC, id DESC`,
      release,
    )
    .map((row) => row.vehicle_id)
}

/** How many certificates a release has, whatever became of them. */
export function countInRelease(db: Db, release: string): number {
  const [row] = db.allSql<{ count: number }>(
    'SELECT COUNT(*) AS count FROM certificate WHERE release = ?',
    release,
  )
  return row?.count ?? 0
}

/**
 * Vehicles whose one and only certificate is open in another release. What corrects a certificate, or follows one that
 * was signed, keeps that one's release and is not among them.
 */
export function openFirstsBeside(db: Db, release: string): readonly number[] {
  return db
    .allSql<{ vehicle_id: number }>(
      `SELECT vehicle_id FROM certificate WHERE release <> ? AND status IN ('draft', 'checked')
       AND (SELECT COUNT(*) FROM certificate AS other WHERE other.vehicle_id = certificate.vehicle_id) = 1
       ORDER BY id`,
      release,
    )
    .map((row) => row.vehicle_id)
}

export function saveRelease(db: Db, certificateId: number, release: string, at: string): void {
  db.runSql('UPDATE certificate SET release = ?, updated_at = ? WHERE id = ?', release, at, certificateId)
}
