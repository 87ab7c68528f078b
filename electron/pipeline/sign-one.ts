import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { appendAudit } from '../audit/append.ts'
import { signedAction } from '../audit/verify.ts'
import { buildIviXml } from '../ivi-xml/build-ivi-xml.ts'
import { validateIvi } from '../ivi-xml/validate-xml.ts'
import { type Certificate, currentCertificate, isAsRead, setStatus } from '../register/certificates.ts'
import { addSignedDocument, keepDocument } from '../register/documents.ts'
import type { Vehicle } from '../register/vehicles.ts'
import type { SigningSession } from '../signature/key.ts'
import { type SignedIvi, type SignOptions, signIvi } from '../signature/sign-ivi.ts'
import { actorName, timestamp, type Workspace } from '../workspace.ts'
import { assessSigned, gateOf } from './assess.ts'
import { type Composed, composeForSigning } from './compose.ts'
import type { SignedCopy } from './copies.ts'

/** A message that nothing forbids to sign, as it stood at that moment. */
export interface Prepared {
  readonly vehicle: Vehicle
  readonly certificate: Certificate
  readonly composed: Composed
  readonly unsigned: Uint8Array
  readonly at: Date
  readonly form: SignOptions['form']
}

export function prepareForSigning(
  workspace: Workspace,
  vehicle: Vehicle,
  form: SignOptions['form'],
): Result<Prepared> {
  const { db, catalogue } = workspace
  const certificate = currentCertificate(db, vehicle.id)
  if (certificate.status !== 'checked')
    return fail(problem('sign-not-checked', { status: certificate.status }, { vin: vehicle.vin }))
  const at = workspace.ports.now()
  const composed = composeForSigning(workspace, vehicle, certificate, at)
  const unsigned = buildIviXml(composed.tree, catalogue)
  const gate = gateOf(workspace, vehicle, composed, unsigned)
  return gate ? fail(gate) : ok({ vehicle, certificate, composed, unsigned, at, form })
}

/** A stored certificate, with what names its copy. */
export interface Signed extends SignedCopy {
  readonly bytes: Uint8Array
}

/** Signs, proves and stores. The key has its octets when this first waits. */
export async function signPrepared(
  workspace: Workspace,
  prepared: Prepared,
  session: SigningSession,
): Promise<Result<Signed>> {
  const { vehicle, certificate, unsigned, at, form } = prepared
  const where = { vin: vehicle.vin }
  const signed = await signIvi(unsigned, session, { form, at })
  if (!signed.ok) return fail({ ...signed.problem, where: { ...where, ...signed.problem.where } })
  const { bytes } = signed.value
  // Receiving checks look at the signed file; its signature was verified where it was made.
  const schema = validateIvi(bytes, workspace.catalogue, { signature: 'required' })
  if (!schema.valid)
    return fail(problem('sign-schema-refuses', { text: schema.errors[0]?.text ?? '' }, where))
  if (!isAsRead(workspace.db, certificate)) return fail(problem('sign-changed-meanwhile', {}, where))
  store(workspace, prepared, signed.value, session)
  const { version, reference } = certificate
  return ok({ vin: vehicle.vin, version, reference, bytes })
}

function store(
  workspace: Workspace,
  { vehicle, certificate, composed, form }: Prepared,
  { bytes, signedAt }: SignedIvi,
  session: SigningSession,
): void {
  const { db } = workspace
  const at = timestamp(workspace)
  db.transaction(() => {
    const sha256 = keepDocument(db, bytes, 'signed', at)
    addSignedDocument(db, {
      certificateId: certificate.id,
      sha256,
      signedAt,
      signer: session.view.subject,
      signerSha256: createHash('sha256').update(session.certificateDer).digest('hex'),
      form,
      // Quickly rather than tightly: the batch waits for it.
      sources: deflateSync(JSON.stringify(composed.sources), { level: 1 }),
    })
    const moved = setStatus(db, certificate, 'signed', at)
    if (!moved.ok)
      throw new Error(`certificate ${certificate.id} cannot be signed from ${certificate.status}`)
    appendAudit(db, {
      at,
      person: actorName(workspace),
      action: signedAction,
      vin: vehicle.vin,
      args: { sha256, reference: certificate.reference, version: certificate.version },
    })
    assessSigned(workspace, vehicle, { ...certificate, status: 'signed' }, composed)
  })
}
