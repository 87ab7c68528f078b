import type { Layers } from '../../shared/record/layers.ts'
import { moveStatus, type Status } from '../../shared/record/status.ts'
import type { SignOffView } from '../../shared/record/views.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { Db } from './db.ts'
import { packLayers, unpackLayers } from './pack-layers.ts'

/** One version of a vehicle's certificate. `layers` holds what file, weighing and people said. */
export interface Certificate {
  readonly id: number
  readonly vehicleId: number
  readonly version: number
  readonly status: Status
  readonly reference: string
  readonly release: string
  readonly layers: Layers
  readonly reason: string
  readonly createdAt: string
  readonly updatedAt: string
}

export function addCertificate(
  db: Db,
  input: {
    vehicleId: number
    version: number
    reference: string
    release: string
    layers: Layers
    reason?: string
  },
  at: string,
): number {
  return db.runSql(
    `INSERT INTO certificate (vehicle_id, version, status, reference, release, layers, reason, created_at, updated_at)
     VALUES (?, ?, 'draft', ?, ?, ?, ?, ?, ?)`,
    input.vehicleId,
    input.version,
    input.reference,
    input.release,
    packLayers(input.layers),
    input.reason ?? '',
    at,
    at,
  ).id
}

type Row = {
  readonly id: number
  readonly vehicle_id: number
  readonly version: number
  readonly status: string
  readonly reference: string
  readonly release: string
  readonly layers: string
  readonly reason: string
  readonly created_at: string
  readonly updated_at: string
}

function toCertificate(row: Row): Certificate {
  return {
    id: row.id,
    vehicleId: row.vehicle_id,
    version: row.version,
    status: row.status as Status,
    reference: row.reference,
    release: row.release,
    layers: unpackLayers(row.layers),
    reason: row.reason,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

/** The newest one: the one that people work on. */
export function currentCertificate(db: Db, vehicleId: number): Certificate {
  const [row] = db.allSql<Row>(
    'SELECT * FROM certificate WHERE vehicle_id = ? ORDER BY id DESC LIMIT 1',
    vehicleId,
  )
  if (!row) throw new Error(`vehicle ${vehicleId} has no certificate`)
  return toCertificate(row)
}

/** Whether a certificate is still the newest of its vehicle and nobody has touched it since it was read. */
export function isAsRead(db: Db, { id, vehicleId, updatedAt }: Certificate): boolean {
  const [newest] = db.allSql<{ id: number; updated_at: string }>(
    'SELECT id, updated_at FROM certificate WHERE vehicle_id = ? ORDER BY id DESC LIMIT 1',
    vehicleId,
  )
  return newest?.id === id && newest.updated_at === updatedAt
}

export function certificateVersions(db: Db, vehicleId: number): readonly Certificate[] {
  return db
    .all(db.query.selectFrom('certificate').selectAll().where('vehicle_id', '=', vehicleId).orderBy('id'))
    .map(toCertificate)
}

export function findCertificateByReference(db: Db, reference: string): Certificate | undefined {
  const row = db.first(db.query.selectFrom('certificate').selectAll().where('reference', '=', reference))
  return row && toCertificate(row)
}

export function saveLayers(db: Db, certificateId: number, layers: Layers, at: string): void {
  db.runSql(
    'UPDATE certificate SET layers = ?, updated_at = ? WHERE id = ?',
    packLayers(layers),
    at,
    certificateId,
  )
}

/** What a certificate is made of changed beside its layers, such as the body. */
export function touchCertificate(db: Db, certificateId: number, at: string): void {
  db.runSql('UPDATE certificate SET updated_at = ? WHERE id = ?', at, certificateId)
}

/** The one place where a certificate's state changes; the table of transitions decides. */
export function setStatus(db: Db, certificate: Certificate, to: Status, at: string): Result<Status> {
  if (certificate.status === to) return ok(to)
  const moved = moveStatus(certificate.status, to)
  if (!moved.ok) return moved
  db.runSql(
    'UPDATE certificate SET status = ?, updated_at = ? WHERE id = ? AND status = ?',
    to,
    at,
    certificate.id,
    certificate.status,
  )
  // A late answer for an older version does not speak for the correction that is open.
  db.runSql(
    `UPDATE vehicle SET status = ?, updated_at = ?
     WHERE id = ? AND ? = (SELECT max(id) FROM certificate WHERE vehicle_id = vehicle.id)`,
    to,
    at,
    certificate.vehicleId,
    certificate.id,
  )
  return moved
}

export function findCertificatesIn(db: Db, status: Status): readonly Certificate[] {
  return db
    .all(db.query.selectFrom('certificate').selectAll().where('status', '=', status).orderBy('id'))
    .map(toCertificate)
}

export interface SignOff extends SignOffView {
  readonly id: number
  readonly value: string
}

export function addSignOff(db: Db, certificateId: number, signOff: Omit<SignOff, 'id'>): void {
  db.run(
    db.query.insertInto('sign_off').values({
      certificate_id: certificateId,
      path: signOff.path,
      value: signOff.value,
      person: signOff.person,
      reason: signOff.reason,
      at: signOff.at,
      voided_at: null,
    }),
  )
}

export function validSignOffs(db: Db, certificateId: number): readonly SignOff[] {
  return db.allSql<SignOff>(
    `SELECT id, path, value, person, reason, at FROM sign_off
     WHERE certificate_id = ? AND voided_at IS NULL ORDER BY id`,
    certificateId,
  )
}

/** What was signed off holds for the next version too, as long as its value stays. */
export function carrySignOffs(db: Db, from: number, to: number): void {
  db.runSql(
    `INSERT INTO sign_off (certificate_id, path, value, person, reason, at, voided_at)
     SELECT ?, path, value, person, reason, at, NULL FROM sign_off
     WHERE certificate_id = ? AND voided_at IS NULL ORDER BY id`,
    to,
    from,
  )
}

/** A later change of the value takes the sign-off's ground away; the row stays as history. */
export function voidSignOff(db: Db, signOffId: number, at: string): void {
  db.run(db.query.updateTable('sign_off').set({ voided_at: at }).where('id', '=', signOffId))
}
