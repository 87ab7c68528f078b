import { hash } from 'node:crypto'
import type { Db } from './db.ts'
import { DocumentLost } from './errors.ts'

export type DocumentKind =
  | 'earlier-stage'
  | 'signed'
  | 'answer'
  | 'result'
  | 'slip-scan'
  | 'paper-scan'
  | 'schema'

/** Keeps bytes as they are, once; answers their SHA-256 in hex. */
export function keepDocument(db: Db, bytes: Uint8Array, kind: DocumentKind, at: string): string {
  const sha256 = hash('sha256', bytes)
  db.runSql(
    'INSERT INTO document (sha256, bytes, kind, added_at) VALUES (?, ?, ?, ?) ON CONFLICT (sha256) DO NOTHING',
    sha256,
    bytes,
    kind,
    at,
  )
  return sha256
}

/** The bytes of a hash; throws {@link DocumentLost} where they are gone or no longer match it. */
export function documentBytes(db: Db, sha256: string): Uint8Array {
  const row = db.first(db.query.selectFrom('document').select('bytes').where('sha256', '=', sha256))
  const bytes = row && new Uint8Array(row.bytes)
  if (!bytes || hash('sha256', bytes) !== sha256) throw new DocumentLost(sha256)
  return bytes
}

export interface SignedDocument {
  readonly certificateId: number
  readonly sha256: string
  readonly signedAt: string
  readonly signer: string
  readonly signerSha256: string
  readonly form: string
  /** Where each signed value came from: JSON, deflated. */
  readonly sources: Uint8Array
}

export function addSignedDocument(db: Db, document: SignedDocument): void {
  db.runSql(
    `INSERT INTO signed_document (certificate_id, sha256, signed_at, signer, signer_sha256, form, sources)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    document.certificateId,
    document.sha256,
    document.signedAt,
    document.signer,
    document.signerSha256,
    document.form,
    document.sources,
  )
}

export function signedDocumentOf(db: Db, certificateId: number): SignedDocument | undefined {
  const row = db.first(
    db.query.selectFrom('signed_document').selectAll().where('certificate_id', '=', certificateId),
  )
  return (
    row && {
      certificateId: row.certificate_id,
      sha256: row.sha256,
      signedAt: row.signed_at,
      signer: row.signer,
      signerSha256: row.signer_sha256,
      form: row.form,
      sources: new Uint8Array(row.sources),
    }
  )
}

/** What was ever signed here, for the audit to hold the chain against. */
export function signedDocuments(
  db: Db,
): readonly { readonly sha256: string; readonly signerSha256: string }[] {
  return db
    .all(db.query.selectFrom('signed_document').select(['sha256', 'signer_sha256']).orderBy('certificate_id'))
    .map((row) => ({ sha256: row.sha256, signerSha256: row.signer_sha256 }))
}

/** The signed certificates of the latest signing acts, with what names them. */
export function latestSignedDocuments(
  db: Db,
  limit: number,
): readonly {
  readonly sha256: string
  readonly vin: string
  readonly version: number
  readonly reference: string
}[] {
  return db.all(
    db.query
      .selectFrom('signed_document')
      .innerJoin('certificate', 'certificate.id', 'signed_document.certificate_id')
      .innerJoin('vehicle', 'vehicle.id', 'certificate.vehicle_id')
      .select(['signed_document.sha256', 'vehicle.vin', 'certificate.version', 'certificate.reference'])
      .orderBy('signed_document.signed_at', 'desc')
      .limit(limit),
  )
}
