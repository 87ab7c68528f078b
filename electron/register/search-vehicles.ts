import { sql } from 'kysely'
import type { VerdictState } from '../../shared/approvals/verdict.ts'
import { type Status, statuses } from '../../shared/record/status.ts'
import type { RegisterPage, VehicleRow, Why } from '../../shared/record/views.ts'
import type { Db } from './db.ts'

export interface VehicleQuery {
  readonly search: string
  readonly statuses: readonly Status[]
  readonly only: 'all' | 'errors' | 'drift' | 'no-base' | 'may-not-issue'
  readonly sort: 'vin' | 'order' | 'status' | 'updatedAt' | 'attention'
  readonly descending: boolean
  /** Only these vehicles. */
  readonly ids?: readonly number[] | undefined
  /** Only those for this access point; empty for those that name none. */
  readonly nap?: string | undefined
  readonly offset: number
  readonly limit: number
}

/** What needs a person first, then what is under way, then what is done. */
const attention = sql`CASE status WHEN 'unknown' THEN 0 WHEN 'rejected' THEN 1 WHEN 'signed' THEN 2
  WHEN 'queued' THEN 3 WHEN 'sent' THEN 4 WHEN 'accepted' THEN 5 ELSE 6 END`
const sortColumns = {
  vin: sql.ref('vin'),
  order: sql.ref('order_number'),
  status: sql.ref('status'),
  updatedAt: sql.ref('updated_at'),
  attention,
} as const

/** One page of the register, with how many there are and how many in each state (of what the search finds). */
export function searchVehicles(db: Db, query: VehicleQuery): RegisterPage {
  const found = () => {
    let rows = db.query.selectFrom('vehicle')
    const words = query.search.trim()
    const phrases = ftsPhrases(words)
    // The trigram index needs three letters; anything shorter is looked for at the start of VIN and order.
    if (phrases)
      rows = rows.where(
        sql<boolean>`id IN (SELECT rowid FROM vehicle_text WHERE vehicle_text MATCH ${phrases})`,
      )
    else if (words) {
      const start = `${words.replace(/[\\%_]/g, '\\$&')}%`
      rows = rows.where(
        sql<boolean>`(vin LIKE ${start} ESCAPE '\\' OR order_number LIKE ${start} ESCAPE '\\')`,
      )
    }
    if (query.ids)
      rows = rows.where(sql<boolean>`id IN (SELECT value FROM json_each(${JSON.stringify(query.ids)}))`)
    if (query.nap !== undefined) rows = rows.where('nap', '=', query.nap)
    if (query.only === 'errors') rows = rows.where('errors', '>', 0)
    if (query.only === 'drift') rows = rows.where('open_drift', '>', 0)
    if (query.only === 'no-base') rows = rows.where('base', '=', 'missing')
    if (query.only === 'may-not-issue') rows = rows.where('may_issue', '=', 'refused')
    return rows
  }
  const counts = db.all(
    found()
      .select(({ fn }) => ['status', fn.countAll<number>().as('count')])
      .groupBy('status'),
  )
  const byStatus = Object.fromEntries(statuses.map((status) => [status, 0])) as Record<Status, number>
  for (const { status, count } of counts) byStatus[status as Status] = count
  const wanted = query.statuses.length > 0 ? query.statuses : statuses
  const total = wanted.reduce((sum, status) => sum + byStatus[status], 0)
  let page = found().selectAll()
  if (query.statuses.length > 0) page = page.where('status', 'in', query.statuses)
  const rows = db.all(
    page
      .orderBy(sortColumns[query.sort], query.descending ? 'desc' : 'asc')
      .orderBy('id', query.descending ? 'desc' : 'asc')
      .limit(query.limit)
      .offset(query.offset),
  )
  return { rows: rows.map(toRow), total, byStatus }
}

export function vehicleRow(db: Db, id: number): VehicleRow | undefined {
  const row = db.first(db.query.selectFrom('vehicle').selectAll().where('id', '=', id))
  return row && toRow(row)
}

function ftsPhrases(words: string): string {
  return words
    .split(/\s+/)
    .filter((word) => word.length >= 3)
    .map((word) => `"${word.replaceAll('"', '""')}"`)
    .join(' ')
}

function toRow(row: {
  id: number
  vin: string
  order_number: string
  category: string
  base: string
  base_name: string
  variant_id: string
  variant_name: string
  options: string
  status: string
  version: number
  errors: number
  warnings: number
  infos: number
  open_drift: number
  nap: string
  why: string | null
  may_issue: string
  lapses_on: string | null
  updated_at: string
}): VehicleRow {
  return {
    id: row.id,
    vin: row.vin,
    order: row.order_number,
    category: row.category,
    base: row.base as VehicleRow['base'],
    baseName: row.base_name,
    variantId: row.variant_id,
    variantName: row.variant_name,
    ...(row.options === '[]' ? {} : { options: JSON.parse(row.options) as string[] }),
    status: row.status as Status,
    version: row.version,
    findings: { error: row.errors, warning: row.warnings, info: row.infos },
    openDrift: row.open_drift,
    nap: row.nap,
    ...(row.why ? { why: JSON.parse(row.why) as Why } : {}),
    ...(row.may_issue ? { mayIssue: row.may_issue as VerdictState } : {}),
    ...(row.lapses_on ? { lapsesOn: row.lapses_on } : {}),
    updatedAt: row.updated_at,
  }
}

/** Every vehicle that a query finds, in its order. */
export function findVehicleIds(db: Db, query: Omit<VehicleQuery, 'offset' | 'limit'>): readonly number[] {
  return searchVehicles(db, { ...query, offset: 0, limit: 1_000_000 }).rows.map(({ id }) => id)
}
