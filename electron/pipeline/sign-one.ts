import { hash } from 'node:crypto'
import { promisify } from 'node:util'
import { deflate, type ZlibOptions } from 'node:zlib'
import { valueAt } from '../../shared/ivi/message.ts'
import { type Problem, problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { appendAudit } from '../audit/append.ts'
import { signedAction } from '../audit/verify.ts'
import { buildIviXml } from '../ivi-xml/build-ivi-xml.ts'
import { validateIvi } from '../ivi-xml/validate-xml.ts'
import { type Certificate, currentCertificate, isAsRead, setStatus } from '../register/certificates.ts'
import { addSignedDocument, keepDocument } from '../register/documents.ts'
import { addIssued } from '../register/issued.ts'
import type { Vehicle } from '../register/vehicles.ts'
import type { SigningSession } from '../signature/key.ts'
import {
  askSignature,
  proveSignature,
  type SignedIvi,
  type SignOptions,
  type Unproved,
} from '../signature/sign-ivi.ts'
import { actorName, timestamp, type Workspace } from '../workspace.ts'
import { assessSigned, gateOf } from './assess.ts'
import { type Composed, composeForSigning } from './compose.ts'
import type { SignedCopy } from './copies.ts'
import { judgeVehicle, refusalOf, seriesYear } from './may-issue.ts'

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
  const { db } = workspace
  const certificate = currentCertificate(db, vehicle.id)
  if (certificate.status !== 'checked')
    return fail(problem('sign-not-checked', { status: certificate.status }, { vin: vehicle.vin }))
  const at = workspace.ports.now()
  const composed = composeForSigning(workspace, vehicle, certificate, at)
  const unsigned = buildIviXml(composed.tree, composed.catalogue)
  const gate = gateOf(workspace, vehicle, composed, unsigned)
  return gate ? fail(gate) : ok({ vehicle, certificate, composed, unsigned, at, form })
}

/** A stored certificate, with what names its copy. */
export interface Signed extends SignedCopy {
  readonly bytes: Uint8Array
}

/** A signature that was made but neither proved nor stored. */
export interface Asked {
  readonly prepared: Prepared
  readonly session: SigningSession
  readonly unproved: Unproved
  /** Where each value came from: JSON, deflated. */
  readonly sources: Uint8Array
}

/** The key has its octets when this first waits. */
export async function askKey(prepared: Prepared, session: SigningSession): Promise<Result<Asked>> {
  const { vehicle, composed, unsigned, form, at } = prepared
  const signature = askSignature(unsigned, session, { form, at })
  // Quickly rather than tightly, and while the key works: the batch waits for it.
  const sources = await deflated(JSON.stringify(composed.sources), { level: 1 })
  const unproved = await signature
  return unproved.ok
    ? ok({ prepared, session, unproved: unproved.value, sources })
    : fail(ofVehicle(vehicle, unproved.problem))
}

/** Verifies what the key made, holds it against the schema and stores it. */
export function proveAndStore(workspace: Workspace, asked: Asked): Result<Signed> {
  const { vehicle, certificate } = asked.prepared
  const where = { vin: vehicle.vin }
  const proved = proveSignature(asked.unproved)
  if (!proved.ok) return fail(ofVehicle(vehicle, proved.problem))
  const { bytes } = proved.value
  // Receiving checks look at the signed file.
  const schema = validateIvi(bytes, asked.prepared.composed.catalogue, { signature: 'required' })
  if (!schema.valid)
    return fail(problem('sign-schema-refuses', { text: schema.errors[0]?.text ?? '' }, where))
  // The one signed just before may have taken the last place of a small series, or the folder changed.
  const unlicensed = refusalOf(judgeVehicle(workspace, vehicle, asked.prepared.composed), vehicle.vin)
  if (unlicensed) return fail(unlicensed)
  if (!store(workspace, asked, proved.value)) return fail(problem('sign-changed-meanwhile', {}, where))
  const { version, reference } = certificate
  return ok({ vin: vehicle.vin, version, reference, bytes })
}

function ofVehicle({ vin }: Vehicle, found: Problem): Problem {
  return { ...found, where: { vin, ...found.where } }
}

const deflated = promisify<string, ZlibOptions, Uint8Array>(deflate)

/** Answers false, and stores nothing, where somebody changed the certificate while the key worked. */
function store(
  workspace: Workspace,
  { prepared: { vehicle, certificate, composed, form }, session, sources }: Asked,
  { bytes, signedAt }: SignedIvi,
): boolean {
  const { db } = workspace
  const at = timestamp(workspace)
  return db.transaction(() => {
    if (!isAsRead(db, certificate)) return false
    const sha256 = keepDocument(db, bytes, 'signed', at)
    addSignedDocument(db, {
      certificateId: certificate.id,
      sha256,
      signedAt,
      signer: session.view.subject,
      signerSha256: hash('sha256', session.certificateDer),
      form,
      sources,
    })
    addIssued(db, {
      certificateId: certificate.id,
      vehicleId: vehicle.id,
      approval: valueAt(composed.tree, 'CocDataGroup/TypeApprovalNumber') ?? '',
      year: seriesYear(workspace, composed.tree),
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
    return true
  })
}
