import type { Lapse, VerdictState } from '../../shared/approvals/verdict.ts'
import type { Status } from '../../shared/record/status.ts'
import type { Db } from './db.ts'

/** What the approval folder says of an open vehicle, as its summary keeps it. */
export interface KeptVerdict {
  /** Our approval with its extension. */
  readonly approval: string
  readonly state: VerdictState | ''
  readonly lapse: Lapse | undefined
  /** The day on which it was judged. */
  readonly day: string
}

export function saveVerdict(db: Db, vehicleId: number, verdict: KeptVerdict): void {
  db.runSql(
    'UPDATE vehicle SET approval = ?, may_issue = ?, lapses_on = ?, lapse = ?, judged_on = ? WHERE id = ?',
    verdict.approval,
    verdict.state,
    verdict.lapse?.on ?? null,
    verdict.lapse ? JSON.stringify(verdict.lapse) : null,
    verdict.day,
    vehicleId,
  )
}

/** A new day changes what lapses: whoever it may concern is judged again. */
export function markLapsingStale(db: Db, today: string, soon: string): void {
  db.runSql(
    `UPDATE vehicle SET assessed = 0 WHERE status IN ('draft', 'checked') AND judged_on < ?
       AND (may_issue = 'refused' OR lapses_on <= ?)`,
    today,
    soon,
  )
}

export interface LapsingVehicle {
  readonly id: number
  readonly vin: string
  readonly order: string
  readonly status: Status
  readonly approval: string
  readonly state: VerdictState
  readonly lapse: Lapse
}

/** Open vehicles whose time runs, the most pressing first. */
export function findLapsing(db: Db, limit: number): readonly LapsingVehicle[] {
  const rows = db.allSql<{
    id: number
    vin: string
    order_number: string
    status: string
    approval: string
    may_issue: string
    lapse: string
  }>(
    `SELECT id, vin, order_number, status, approval, may_issue, lapse FROM vehicle
     WHERE lapses_on IS NOT NULL AND status IN ('draft', 'checked') ORDER BY lapses_on, created_at, id LIMIT ?`,
    limit,
  )
  return rows.map((row) => ({
    id: row.id,
    vin: row.vin,
    order: row.order_number,
    status: row.status as Status,
    approval: row.approval,
    state: row.may_issue as VerdictState,
    lapse: JSON.parse(row.lapse) as Lapse,
  }))
}

/** Open vehicles by approval (with extension) and by what the folder says of them. */
export function countByApproval(
  db: Db,
): readonly { readonly approval: string; readonly state: VerdictState; readonly count: number }[] {
  return db.allSql(
    `SELECT approval, may_issue AS state, count(*) AS count FROM vehicle
     WHERE status IN ('draft', 'checked') AND approval <> '' GROUP BY approval, may_issue`,
  )
}
