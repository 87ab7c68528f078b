import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { assertNever } from '../../shared/assert-never.ts'
import { type Problem, problem } from '../../shared/problem.ts'
import type { Status } from '../../shared/record/status.ts'
import type { BatchItem } from '../../shared/record/views.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { appendAudit } from '../audit/append.ts'
import { outFolder } from '../out-folder.ts'
import {
  type Certificate,
  currentCertificate,
  findCertificatesIn,
  setStatus,
} from '../register/certificates.ts'
import { documentBytes, keepDocument, signedDocumentOf } from '../register/documents.ts'
import {
  type AttemptEnd,
  addSubmission,
  attemptsOf,
  beginAttempt,
  endAttempt,
  submissionOf,
} from '../register/submissions.ts'
import { chooseNap, findVehicle, type Vehicle } from '../register/vehicles.ts'
import { nextTry } from '../submission/retry-policy.ts'
import { type NapAnswer, sendToNap } from '../submission/send.ts'
import { actorName, timestamp, type Workspace } from '../workspace.ts'
import { assess } from './assess.ts'
import { napEndpoint, napProfile } from './naps.ts'

/** Puts signed certificates into the outbox of a NAP. */
export function queueForNap(
  workspace: Workspace,
  ids: readonly number[],
  nap: string,
): Result<readonly BatchItem[]> {
  if (!napProfile(workspace, nap)) return fail(problem('nap-unknown', { nap }))
  const items = ids.flatMap((id) => {
    const vehicle = findVehicle(workspace.db, id)
    return vehicle ? [queueOne(workspace, vehicle, nap)] : []
  })
  workspace.emit({ kind: 'changed', ids })
  return ok(items)
}

function queueOne(workspace: Workspace, vehicle: Vehicle, nap: string): BatchItem {
  const { db } = workspace
  const certificate = currentCertificate(db, vehicle.id)
  const signed = signedDocumentOf(db, certificate.id)
  if (certificate.status !== 'signed' || !signed)
    return refused(
      vehicle,
      certificate.status,
      problem('submit-not-signed', { status: certificate.status }, { vin: vehicle.vin }),
    )
  const at = timestamp(workspace)
  db.transaction(() => {
    addSubmission(
      db,
      { certificateId: certificate.id, nap, reference: certificate.reference, sha256: signed.sha256 },
      at,
    )
    chooseNap(db, vehicle.id, nap, at)
    setStatus(db, certificate, 'queued', at)
    appendAudit(db, { at, person: actorName(workspace), action: 'queued', vin: vehicle.vin, args: { nap } })
    assess(workspace, vehicle.id)
  })
  return { vin: vehicle.vin, ok: true, status: 'queued' }
}

/**
 * Sends what waits. Without ids: everything that is due, lost answers included where the profile calls repeating
 * safe. A NAP that cannot be reached holds up its own vehicles only.
 */
export async function sendQueued(
  workspace: Workspace,
  ids?: readonly number[],
): Promise<readonly BatchItem[]> {
  const waiting = ids
    ? ids.map((id) => currentCertificate(workspace.db, id))
    : [...findCertificatesIn(workspace.db, 'queued'), ...findCertificatesIn(workspace.db, 'unknown')].filter(
        (certificate) => isDue(workspace, certificate),
      )
  const items: BatchItem[] = []
  const unreachable = new Map<string, Problem>()
  for (const certificate of waiting) {
    const vehicle = findVehicle(workspace.db, certificate.vehicleId)
    const submission = submissionOf(workspace.db, certificate.id)
    if (!vehicle) continue
    if (!submission || !maySend(workspace, certificate, submission.nap)) {
      items.push(refused(vehicle, certificate.status, notSendable(certificate, vehicle)))
      continue
    }
    const down = unreachable.get(submission.nap)
    const item = down
      ? refused(vehicle, certificate.status, down)
      : await sendOne(workspace, vehicle, certificate, submission)
    if (item.problem?.batchGoesOn === false) unreachable.set(submission.nap, item.problem)
    items.push(item)
    workspace.emit({
      kind: 'progress',
      task: 'send',
      done: items.length,
      total: waiting.length,
      vin: vehicle.vin,
    })
  }
  workspace.emit({ kind: 'changed', ids: waiting.map(({ vehicleId }) => vehicleId) })
  return items
}

function maySend(workspace: Workspace, certificate: Certificate, nap: string): boolean {
  if (certificate.status === 'queued') return true
  return certificate.status === 'unknown' && napProfile(workspace, nap)?.repeatSafe === true
}

function notSendable(certificate: Certificate, vehicle: Vehicle): Problem {
  return certificate.status === 'unknown'
    ? problem('submit-decision-needed', {}, { vin: vehicle.vin })
    : problem('submit-not-queued', { status: certificate.status }, { vin: vehicle.vin })
}

function isDue(workspace: Workspace, certificate: Certificate): boolean {
  const submission = submissionOf(workspace.db, certificate.id)
  if (!submission || !maySend(workspace, certificate, submission.nap)) return false
  const notBefore = attemptsOf(workspace.db, certificate.id).at(-1)?.notBefore
  return !notBefore || notBefore <= timestamp(workspace)
}

async function sendOne(
  workspace: Workspace,
  vehicle: Vehicle,
  certificate: Certificate,
  submission: {
    readonly id: number
    readonly nap: string
    readonly sha256: string
    readonly reference: string
  },
): Promise<BatchItem> {
  const { db } = workspace
  const profile = napProfile(workspace, submission.nap)
  const endpoint = await napEndpoint(workspace, submission.nap)
  if (!endpoint.ok) return refused(vehicle, certificate.status, endpoint.problem)
  if (!profile) return refused(vehicle, certificate.status, problem('nap-unknown', { nap: submission.nap }))
  const bytes = documentBytes(db, submission.sha256)
  const begun = timestamp(workspace)
  // The attempt stands in the register before the first byte leaves: a crash must not hide that one may have arrived.
  const attempt = db.transaction(() => {
    const begunAttempt = beginAttempt(db, submission.id, begun)
    setStatus(db, certificate, 'sent', begun)
    appendAudit(db, {
      at: begun,
      person: actorName(workspace),
      action: 'sent',
      vin: vehicle.vin,
      args: { nap: submission.nap, attempt: begunAttempt.number, sha256: submission.sha256 },
    })
    return begunAttempt
  })
  const answer = await sendToNap(profile, endpoint.value, bytes, submission.reference)
  return recordAnswer(workspace, vehicle, { ...certificate, status: 'sent' }, attempt, answer)
}

function recordAnswer(
  workspace: Workspace,
  vehicle: Vehicle,
  certificate: Certificate,
  attempt: { readonly id: number; readonly number: number },
  answer: NapAnswer,
): BatchItem {
  const { db } = workspace
  const at = timestamp(workspace)
  const { end, status } = meaning(workspace, certificate, answer)
  const raw = 'raw' in answer ? answer.raw : undefined
  db.transaction(() => {
    const answerSha256 = raw && keepDocument(db, raw, 'answer', at)
    endAttempt(db, attempt.id, { ...end, answerSha256 }, at)
    setStatus(db, certificate, status, at)
    appendAudit(db, {
      at,
      person: actorName(workspace),
      action: `answer-${end.outcome}`,
      vin: vehicle.vin,
      args: { attempt: attempt.number, ...(end.receipt ? { receipt: end.receipt } : {}) },
    })
    assess(workspace, vehicle.id)
  })
  if (raw) {
    const name = `${vehicle.vin}-v${certificate.version}-${attempt.number}-${end.outcome}.xml`
    writeFileSync(join(outFolder(workspace.dir, 'receipts'), name), raw)
  }
  const reasons = end.reasons ?? []
  return {
    vin: vehicle.vin,
    ok: status === 'accepted',
    status,
    ...(end.problem ? { problem: end.problem } : {}),
    ...(reasons.length > 0 ? { reasons } : {}),
  }
}

function meaning(
  workspace: Workspace,
  certificate: Certificate,
  answer: NapAnswer,
): { readonly end: AttemptEnd; readonly status: Status } {
  switch (answer.kind) {
    case 'accepted':
      return { end: { outcome: 'accepted', receipt: answer.receipt }, status: 'accepted' }
    case 'rejected':
      return { end: { outcome: 'rejected', reasons: answer.reasons }, status: 'rejected' }
    case 'lost':
      return {
        end: { outcome: 'lost', problem: answer.problem, notBefore: later(workspace, certificate) },
        status: 'unknown',
      }
    case 'failed':
      return {
        end: { outcome: 'failed', problem: answer.problem, notBefore: later(workspace, certificate) },
        status: 'queued',
      }
    default:
      return assertNever(answer)
  }
}

/** When the next try may leave by the profile's policy; undefined where a person has to look first. */
function later(workspace: Workspace, certificate: Certificate): string | undefined {
  const submission = submissionOf(workspace.db, certificate.id)
  const policy = submission && napProfile(workspace, submission.nap)?.retry
  const attempts = attemptsOf(workspace.db, certificate.id).length
  return policy && nextTry(attempts, policy, workspace.ports.now(), Math.random)?.toISOString()
}

function refused(vehicle: Vehicle, status: Status, because: Problem): BatchItem {
  return { vin: vehicle.vin, ok: false, status, problem: because }
}

const decisions = { 'send-again': 'queued', 'was-accepted': 'accepted', 'was-rejected': 'rejected' } as const
export type Decision = keyof typeof decisions

/** A person's word on a lost answer. Sending again takes the same bytes under the same reference. */
export function decideLost(
  workspace: Workspace,
  id: number,
  decision: Decision,
  reason: string,
): Result<null> {
  const { db } = workspace
  const vehicle = findVehicle(db, id)
  if (!vehicle) return fail(problem('vehicle-unknown', { id }))
  const certificate = currentCertificate(db, id)
  if (certificate.status !== 'unknown')
    return fail(problem('nothing-to-decide', { status: certificate.status }, { vin: vehicle.vin }))
  const at = timestamp(workspace)
  db.transaction(() => {
    setStatus(db, certificate, decisions[decision], at)
    appendAudit(db, {
      at,
      person: actorName(workspace),
      action: 'decided',
      vin: vehicle.vin,
      args: { decision, reason },
    })
    assess(workspace, id)
  })
  workspace.emit({ kind: 'changed', ids: [id] })
  return ok(null)
}
