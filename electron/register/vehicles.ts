import type { Problem } from '../../shared/problem.ts'
import type { Status } from '../../shared/record/status.ts'
import type { VehicleRow, Why } from '../../shared/record/views.ts'
import type { PlacedMass } from '../../shared/weights/loads.ts'
import type { Db } from './db.ts'

/** A vehicle as the source named it. */
export interface Vehicle {
  readonly id: number
  readonly source: string
  readonly vin: string
  readonly order: string
  readonly category: string
  readonly variantId: string
  /** Ids of the variant's options that it has. */
  readonly options: readonly string[]
  /** Masses of this one vehicle, beside those of body and options. */
  readonly masses: readonly PlacedMass[]
  readonly nap: string
  readonly sourceFile: number | undefined
  readonly sourceRow: number | undefined
  readonly fingerprint: string
  /** Cells of its row that could not be read; each counts until somebody gives the value. */
  readonly unread: readonly Problem[]
}

/** The source of a vehicle that a person entered; a list that names its VIN later becomes its source. */
export const byHand = ''

export interface VehicleInput {
  readonly source: string
  readonly vin: string
  readonly order: string
  readonly category: string
  readonly variantId: string
  /** Ids of the variant's options; undefined where the source does not speak of them. */
  readonly options?: readonly string[] | undefined
  readonly nap: string
  readonly sourceFile?: number | undefined
  readonly sourceRow?: number | undefined
  readonly fingerprint: string
  /** Cells of its row that could not be read; each counts until somebody gives the value. */
  readonly unread: readonly Problem[]
}

export interface Summary {
  readonly status: Status
  readonly version: number
  readonly category: string
  readonly base: VehicleRow['base']
  readonly baseName: string
  readonly variantName: string
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  readonly openDrift: number
  readonly why: Why | undefined
}

type Row = {
  readonly id: number
  readonly source: string
  readonly vin: string
  readonly order_number: string
  readonly category: string
  readonly variant_id: string
  readonly options: string
  readonly masses: string
  readonly nap: string
  readonly source_file: number | null
  readonly source_row: number | null
  readonly fingerprint: string
  readonly unread: string
}

const columns = [
  'id',
  'source',
  'vin',
  'order_number',
  'category',
  'variant_id',
  'options',
  'masses',
  'nap',
  'source_file',
  'source_row',
  'fingerprint',
  'unread',
] as const
const columnList = columns.join(', ')

function toVehicle(row: Row): Vehicle {
  return {
    id: row.id,
    source: row.source,
    vin: row.vin,
    order: row.order_number,
    category: row.category,
    variantId: row.variant_id,
    options: JSON.parse(row.options) as string[],
    masses: JSON.parse(row.masses) as PlacedMass[],
    nap: row.nap,
    sourceFile: row.source_file ?? undefined,
    sourceRow: row.source_row ?? undefined,
    fingerprint: row.fingerprint,
    unread: JSON.parse(row.unread) as Problem[],
  }
}

export function findVehicle(db: Db, id: number): Vehicle | undefined {
  const [row] = db.allSql<Row>(`SELECT ${columnList} FROM vehicle WHERE id = ?`, id)
  return row && toVehicle(row)
}

export function findVehicleBySource(db: Db, source: string, vin: string): Vehicle | undefined {
  const [row] = db.allSql<Row>(`SELECT ${columnList} FROM vehicle WHERE source = ? AND vin = ?`, source, vin)
  return row && toVehicle(row)
}

/** The vehicles of a VIN, the one worked on last first. */
export function findVehiclesByVin(db: Db, vin: string): readonly Vehicle[] {
  return db
    .all(db.query.selectFrom('vehicle').select(columns).where('vin', '=', vin).orderBy('updated_at', 'desc'))
    .map(toVehicle)
}

export function addVehicle(db: Db, input: VehicleInput, at: string): number {
  const { id } = db.runSql(
    `INSERT INTO vehicle (source, vin, order_number, category, variant_id, options, nap, source_file, source_row,
      fingerprint, unread, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    input.source,
    input.vin,
    input.order,
    input.category,
    input.variantId,
    JSON.stringify(input.options ?? []),
    input.nap,
    input.sourceFile ?? null,
    input.sourceRow ?? null,
    input.fingerprint,
    JSON.stringify(input.unread),
    at,
    at,
  )
  db.runSql(
    'INSERT INTO vehicle_text (rowid, vin, order_number, words) VALUES (?, ?, ?, ?)',
    id,
    input.vin,
    input.order,
    `${input.variantId} ${input.nap}`,
  )
  return id
}

export function updateVehicle(db: Db, id: number, input: Omit<VehicleInput, 'vin'>, at: string): void {
  db.run(
    db.query
      .updateTable('vehicle')
      .set({
        source: input.source,
        order_number: input.order,
        ...(input.category ? { category: input.category } : {}),
        variant_id: input.variantId,
        ...(input.options ? { options: JSON.stringify(input.options) } : {}),
        nap: input.nap,
        source_file: input.sourceFile ?? null,
        source_row: input.sourceRow ?? null,
        fingerprint: input.fingerprint,
        unread: JSON.stringify(input.unread),
        updated_at: at,
        assessed: 0,
      })
      .where('id', '=', id),
  )
  db.runSql('UPDATE vehicle_text SET order_number = ? WHERE rowid = ?', input.order, id)
}

export function chooseVariant(
  db: Db,
  id: number,
  choice: {
    readonly variantId: string
    readonly options: readonly string[]
    readonly masses?: readonly PlacedMass[]
    readonly unread: readonly Problem[]
  },
  at: string,
): void {
  const { variantId, options, masses, unread } = choice
  db.run(
    db.query
      .updateTable('vehicle')
      .set({
        variant_id: variantId,
        options: JSON.stringify(options),
        ...(masses ? { masses: JSON.stringify(masses) } : {}),
        unread: JSON.stringify(unread),
        updated_at: at,
        assessed: 0,
      })
      .where('id', '=', id),
  )
}

export function chooseNap(db: Db, id: number, nap: string, at: string): void {
  db.run(db.query.updateTable('vehicle').set({ nap, updated_at: at }).where('id', '=', id))
}

/** How many vehicles of each body there are, and how many of them are still open. */
export function variantUse(db: Db): ReadonlyMap<string, { readonly open: number; readonly all: number }> {
  const rows = db.allSql<{ id: string; open: number; total: number }>(
    `SELECT variant_id AS id, count(*) AS total, count(*) FILTER (WHERE status IN ('draft', 'checked')) AS open
       FROM vehicle GROUP BY variant_id`,
  )
  return new Map(rows.map(({ id, open, total }) => [id, { open, all: total }]))
}

/** The vehicles of an order number, the one worked on last first. */
export function findVehiclesByOrder(db: Db, order: string): readonly Vehicle[] {
  return db
    .all(
      db.query
        .selectFrom('vehicle')
        .select(columns)
        .where('order_number', '=', order)
        .orderBy('updated_at', 'desc'),
    )
    .map(toVehicle)
}

/** Everything that is still open is looked at again: the company, a variant or a rule changed. */
export function markAllOpenStale(db: Db): void {
  db.run(db.query.updateTable('vehicle').set({ assessed: 0 }).where('status', 'in', ['draft', 'checked']))
}

/** Whether what the register shows of a vehicle is older than the vehicle. */
export function isStale(db: Db, id: number): boolean {
  return db.first(db.query.selectFrom('vehicle').select('assessed').where('id', '=', id))?.assessed === 0
}

export function isAnyStale(db: Db): boolean {
  return findStaleVehicles(db, 1).length > 0
}

export function findStaleVehicles(db: Db, limit: number): readonly number[] {
  return db
    .all(db.query.selectFrom('vehicle').select('id').where('assessed', '=', 0).orderBy('id').limit(limit))
    .map(({ id }) => id)
}

export function saveSummary(db: Db, id: number, summary: Summary, words: string): void {
  db.runSql(
    `UPDATE vehicle SET assessed = 1, status = ?, version = ?, category = ?, base = ?, base_name = ?, variant_name = ?,
       errors = ?, warnings = ?, infos = ?, open_drift = ?, why = ? WHERE id = ?`,
    summary.status,
    summary.version,
    summary.category,
    summary.base,
    summary.baseName,
    summary.variantName,
    summary.errors,
    summary.warnings,
    summary.infos,
    summary.openDrift,
    summary.why ? JSON.stringify(summary.why) : null,
    id,
  )
  // Written only where it differs: the index takes a row's text apart into all its threes of letters.
  db.runSql('UPDATE vehicle_text SET words = ? WHERE rowid = ? AND words <> ?', words, id, words)
}

/** Every vehicle in the order of its source, for the status table and the write-back. */
export function allVehicleIds(db: Db): readonly number[] {
  return db.all(db.query.selectFrom('vehicle').select('id').orderBy('id')).map(({ id }) => id)
}

export function findVehiclesOfSource(db: Db, sourceFile: number): readonly number[] {
  return db
    .all(
      db.query.selectFrom('vehicle').select('id').where('source_file', '=', sourceFile).orderBy('source_row'),
    )
    .map(({ id }) => id)
}

/** What waits for somebody: open work, certificates to sign, answers to look at. */
export function waitingCounts(db: Db): { register: number; sign: number; outbox: number } {
  const [counts] = db.allSql<{ register: number; sign: number; outbox: number }>(
    `SELECT count(*) FILTER (WHERE status IN ('draft', 'rejected')) AS register,
       count(*) FILTER (WHERE status = 'checked') AS sign,
       count(*) FILTER (WHERE status IN ('signed', 'queued', 'sent', 'unknown')) AS outbox FROM vehicle`,
  )
  return counts ?? { register: 0, sign: 0, outbox: 0 }
}
