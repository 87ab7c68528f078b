import type { Db } from './db.ts'

export interface KeptWeighing {
  readonly id: number
  readonly vehicleId: number
  readonly slip: string
  readonly day: string
  /** The slip with what was made of it, in the form of `shared/weights`. */
  readonly body: unknown
  readonly appliedAt?: string
  readonly person: string
  readonly addedAt: string
}

type Row = {
  readonly id: number
  readonly vehicle_id: number
  readonly slip: string
  readonly day: string
  readonly body: string
  readonly applied_at: string | null
  readonly person: string
  readonly added_at: string
}

const toWeighing = (row: Row): KeptWeighing => ({
  id: row.id,
  vehicleId: row.vehicle_id,
  slip: row.slip,
  day: row.day,
  body: JSON.parse(row.body) as unknown,
  ...(row.applied_at === null ? {} : { appliedAt: row.applied_at }),
  person: row.person,
  addedAt: row.added_at,
})

export function addWeighing(
  db: Db,
  weighing: Pick<KeptWeighing, 'vehicleId' | 'slip' | 'day' | 'body' | 'person'>,
  at: string,
): number {
  return db.runSql(
    'INSERT INTO weighing (vehicle_id, slip, day, body, person, added_at) VALUES (?, ?, ?, ?, ?, ?)',
    weighing.vehicleId,
    weighing.slip,
    weighing.day,
    JSON.stringify(weighing.body),
    weighing.person,
    at,
  ).id
}

export function saveWeighingBody(db: Db, id: number, body: unknown): void {
  db.runSql('UPDATE weighing SET body = ? WHERE id = ?', JSON.stringify(body), id)
}

export function findWeighing(db: Db, id: number): KeptWeighing | undefined {
  const [row] = db.allSql<Row>('SELECT * FROM weighing WHERE id = ?', id)
  return row && toWeighing(row)
}

/** The newest first. */
export function weighingsOf(db: Db, vehicleId: number): readonly KeptWeighing[] {
  return db
    .allSql<Row>('SELECT * FROM weighing WHERE vehicle_id = ? ORDER BY day DESC, id DESC', vehicleId)
    .map(toWeighing)
}

/** One weighing at a time stands as the weighed values. */
export function markApplied(db: Db, { id, vehicleId }: KeptWeighing, at: string): void {
  db.runSql('UPDATE weighing SET applied_at = NULL WHERE vehicle_id = ?', vehicleId)
  db.runSql('UPDATE weighing SET applied_at = ? WHERE id = ?', at, id)
}

/** A vehicle that has a body, for the sampling plan. */
export interface SampledVehicle {
  readonly id: number
  readonly vin: string
  readonly variantId: string
  readonly variantName: string
  readonly status: string
  readonly weighed: boolean
}

/** In the order in which they came, body by body. */
export function vehiclesToSample(db: Db): readonly SampledVehicle[] {
  return db
    .allSql<{
      id: number
      vin: string
      variant_id: string
      variant_name: string
      status: string
      weighed: number
    }>(
      `SELECT id, vin, variant_id, variant_name, status,
        EXISTS (SELECT 1 FROM weighing WHERE weighing.vehicle_id = vehicle.id) AS weighed
      FROM vehicle WHERE variant_id <> '' ORDER BY variant_id, id`,
    )
    .map((row) => ({
      id: row.id,
      vin: row.vin,
      variantId: row.variant_id,
      variantName: row.variant_name,
      status: row.status,
      weighed: row.weighed === 1,
    }))
}
