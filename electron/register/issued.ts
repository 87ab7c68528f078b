import type { Db } from './db.ts'

/** Notes under which approval a certificate was signed, so that small series can be counted. */
export function addIssued(
  db: Db,
  issued: {
    readonly certificateId: number
    readonly vehicleId: number
    readonly approval: string
    readonly year: number
  },
): void {
  db.runSql(
    'INSERT INTO issued (certificate_id, vehicle_id, approval, year) VALUES (?, ?, ?, ?)',
    issued.certificateId,
    issued.vehicleId,
    issued.approval,
    issued.year,
  )
}

/**
 * Vehicles signed in a year under an approval, whichever its extension: a correction counts once, a withdrawn
 * certificate not at all. `except` is the vehicle that asks.
 */
export function countIssued(db: Db, approval: string, year: number, except = 0): number {
  const [row] = db.allSql<{ count: number }>(
    `SELECT count(DISTINCT issued.vehicle_id) AS count FROM issued
       JOIN certificate ON certificate.id = issued.certificate_id
     WHERE (issued.approval = ? OR substr(issued.approval, 1, ?) = ?) AND issued.year = ?
       AND issued.vehicle_id <> ? AND certificate.status <> 'withdrawn'`,
    approval,
    approval.length + 1,
    `${approval}*`,
    year,
    except,
  )
  return row?.count ?? 0
}
