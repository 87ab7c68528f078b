import type { Db } from './db.ts'

export interface KeptQuotation {
  readonly id: number
  readonly name: string
  readonly customer: string
  /** As it was saved, in the form of `shared/weights/quotation.ts`. */
  readonly body: unknown
  /** The vehicle that it became. */
  readonly vehicleId?: number
  readonly person: string
  readonly createdAt: string
  readonly updatedAt: string
}

type Row = {
  readonly id: number
  readonly name: string
  readonly customer: string
  readonly body: string
  readonly vehicle_id: number | null
  readonly person: string
  readonly created_at: string
  readonly updated_at: string
}

const toQuotation = (row: Row): KeptQuotation => ({
  id: row.id,
  name: row.name,
  customer: row.customer,
  body: JSON.parse(row.body) as unknown,
  ...(row.vehicle_id === null ? {} : { vehicleId: row.vehicle_id }),
  person: row.person,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
})

export interface QuotationToKeep {
  readonly name: string
  readonly customer: string
  readonly body: unknown
  readonly person: string
}

export function addQuotation(db: Db, { name, customer, body, person }: QuotationToKeep, at: string): number {
  return db.runSql(
    'INSERT INTO quotation (name, customer, body, person, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?)',
    name,
    customer,
    JSON.stringify(body),
    person,
    at,
    at,
  ).id
}

export function changeQuotation(db: Db, id: number, change: QuotationToKeep, at: string): void {
  const { name, customer, body, person } = change
  db.runSql(
    'UPDATE quotation SET name = ?, customer = ?, body = ?, person = ?, updated_at = ? WHERE id = ?',
    name,
    customer,
    JSON.stringify(body),
    person,
    at,
    id,
  )
}

export function markOrdered(db: Db, id: number, vehicleId: number, at: string): void {
  db.runSql('UPDATE quotation SET vehicle_id = ?, updated_at = ? WHERE id = ?', vehicleId, at, id)
}

export function findQuotation(db: Db, id: number): KeptQuotation | undefined {
  const [row] = db.allSql<Row>('SELECT * FROM quotation WHERE id = ?', id)
  return row && toQuotation(row)
}

/** The last changed first. */
export function keptQuotations(db: Db): readonly KeptQuotation[] {
  return db.allSql<Row>('SELECT * FROM quotation ORDER BY updated_at DESC, id DESC').map(toQuotation)
}
