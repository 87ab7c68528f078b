import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import type { Problem } from '../../shared/problem.ts'
import { problem } from '../../shared/problem.ts'
import type { BatchItem } from '../../shared/record/views.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { appendAnchored, appendAudit } from '../audit/append.ts'
import { signedAction, signingActAction } from '../audit/verify.ts'
import { buildIviXml } from '../ivi-xml/build-ivi-xml.ts'
import { validateIvi } from '../ivi-xml/validate-xml.ts'
import { type Certificate, currentCertificate, setStatus } from '../register/certificates.ts'
import { addSignedDocument, keepDocument } from '../register/documents.ts'
import { problemOfStorage } from '../register/errors.ts'
import { registerFileName } from '../register/open.ts'
import { findVehicle, type Vehicle } from '../register/vehicles.ts'
import type { SigningSession } from '../signature/key.ts'
import { openKey, parseKeySpec } from '../signature/open-key.ts'
import { signIvi } from '../signature/sign-ivi.ts'
import { verifyIvi } from '../signature/verify-ivi.ts'
import { actorName, timestamp, type Workspace } from '../workspace.ts'
import { assess, gateOf } from './assess.ts'
import { composeForSigning } from './compose.ts'
import { writeSignedCopy } from './copies.ts'
import { signatureFormOf } from './naps.ts'
import { requireRole } from './people.ts'

/**
 * One signing act over many certificates: one key, one PIN, opened once and closed at the end. What is signed stays
 * signed even where the token is pulled out in the middle; the act ends with an anchored audit entry.
 */
export async function signBatch(
  workspace: Workspace,
  input: { readonly ids: readonly number[]; readonly key: string; readonly pin: string },
): Promise<Result<readonly BatchItem[]>> {
  const signer = requireRole(workspace, 'signer')
  if (!signer.ok) return signer
  const spec = parseKeySpec(input.key)
  if (!spec.ok) return spec
  const opened = await openKey(spec.value, input.pin, workspace.ports.spawn)
  if (!opened.ok) return opened
  const session = opened.value
  try {
    const [unfit] = session.view.unfit
    if (unfit) return fail(unfit)
    return ok(await signEach(workspace, input.ids, session))
  } finally {
    await session.close()
  }
}

async function signEach(
  workspace: Workspace,
  ids: readonly number[],
  session: SigningSession,
): Promise<readonly BatchItem[]> {
  const items: BatchItem[] = []
  let signed = 0
  let stopped: Problem | undefined
  for (const id of ids) {
    const vehicle = findVehicle(workspace.db, id)
    if (!vehicle) continue
    const result = stopped ? fail(stopped) : await storing(() => signOne(workspace, vehicle, session))
    const { status } = currentCertificate(workspace.db, id)
    if (result.ok) {
      signed += 1
      items.push({ vin: vehicle.vin, ok: true, status, ...(result.value ? { problem: result.value } : {}) })
    } else {
      // A token that is gone refuses the rest without another word to it: a PIN must never be tried twice.
      if (result.problem.batchGoesOn === false) stopped = result.problem
      items.push({ vin: vehicle.vin, ok: false, status, problem: result.problem })
    }
    workspace.emit({
      kind: 'progress',
      task: 'sign',
      done: items.length,
      total: ids.length,
      vin: vehicle.vin,
    })
  }
  if (signed > 0) {
    const closed = await storing(() =>
      appendAnchored(
        workspace.db,
        {
          at: timestamp(workspace),
          person: actorName(workspace),
          action: signingActAction,
          args: { count: signed, certificate: session.view.subject },
        },
        session,
      ),
    )
    // The certificates are signed all the same; the next act anchors this one's entries with its own.
    if (!closed.ok)
      items.push({ vin: '', ok: false, status: 'signed', problem: problem('audit-not-anchored') })
  }
  workspace.emit({ kind: 'changed', ids })
  return items
}

/** A disk that fills up in the middle ends the act, and what was signed before is told all the same. */
async function storing<Value>(work: () => Promise<Result<Value>>): Promise<Result<Value>> {
  try {
    return await work()
  } catch (error) {
    const known = problemOfStorage(error, registerFileName)
    if (known) return fail(known)
    throw error
  }
}

/** Answers what went wrong beside the signing itself, where something did. */
async function signOne(
  workspace: Workspace,
  vehicle: Vehicle,
  session: SigningSession,
): Promise<Result<Problem | undefined>> {
  const { db, catalogue } = workspace
  const before = currentCertificate(db, vehicle.id)
  if (before.status !== 'checked')
    return fail(problem('sign-not-checked', { status: before.status }, { vin: vehicle.vin }))
  const at = workspace.ports.now()
  const composed = composeForSigning(workspace, vehicle, before, at)
  const unsigned = buildIviXml(composed.tree, catalogue)
  const gate = gateOf(workspace, vehicle, composed, unsigned)
  if (gate) return fail(gate)
  const form = signatureFormOf(workspace, vehicle.nap)
  const signed = await signIvi(unsigned, session, { form, at })
  if (!signed.ok) return fail({ ...signed.problem, where: { vin: vehicle.vin, ...signed.problem.where } })
  const proved = proveSigned(workspace, signed.value.bytes, vehicle)
  if (!proved.ok) return proved
  const after = currentCertificate(db, vehicle.id)
  if (after.id !== before.id || after.updatedAt !== before.updatedAt)
    return fail(problem('sign-changed-meanwhile', {}, { vin: vehicle.vin }))
  storeSigned(workspace, vehicle, before, {
    bytes: signed.value.bytes,
    signedAt: signed.value.signedAt,
    sources: deflateSync(JSON.stringify(composed.sources)),
    form,
    session,
  })
  const { version, reference } = before
  return ok(writeSignedCopy(workspace, { vin: vehicle.vin, version, reference }, signed.value.bytes))
}

/** Receiving checks look at the signed file, so this does too: signature and whole schema once more. */
function proveSigned(workspace: Workspace, bytes: Uint8Array, vehicle: Vehicle): Result<null> {
  const report = verifyIvi(bytes)
  const schema = validateIvi(bytes, workspace.catalogue, { signature: 'required' })
  if (report.valid && schema.valid) return ok(null)
  return fail(
    report.problems[0] ??
      problem('sign-schema-refuses', { text: schema.errors[0]?.text ?? '' }, { vin: vehicle.vin }),
  )
}

function storeSigned(
  workspace: Workspace,
  vehicle: Vehicle,
  certificate: Certificate,
  signed: { bytes: Uint8Array; signedAt: string; sources: Uint8Array; form: string; session: SigningSession },
): void {
  const { db } = workspace
  const at = timestamp(workspace)
  db.transaction(() => {
    const sha256 = keepDocument(db, signed.bytes, 'signed', at)
    addSignedDocument(db, {
      certificateId: certificate.id,
      sha256,
      signedAt: signed.signedAt,
      signer: signed.session.view.subject,
      signerSha256: createHash('sha256').update(signed.session.certificateDer).digest('hex'),
      form: signed.form,
      sources: signed.sources,
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
    assess(workspace, vehicle.id)
  })
}
