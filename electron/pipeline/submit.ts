import { assertNever } from '../../shared/assert-never.ts'
import { type Problem, problem } from '../../shared/problem.ts'
import type { Status } from '../../shared/record/status.ts'
import type { BatchItem } from '../../shared/record/views.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { appendAudit } from '../audit/append.ts'
import {
  type Certificate,
  currentCertificate,
  findCertificatesIn,
  setStatus,
} from '../register/certificates.ts'
import { documentBytes, keepDocument, signedDocumentOf } from '../register/documents.ts'
import { problemOfStorage } from '../register/errors.ts'
import { registerFileName } from '../register/open.ts'
import {
  type AttemptEnd,
  addSubmission,
  attemptsOf,
  beginAttempt,
  endAttempt,
  type Submission,
  submissionOf,
} from '../register/submissions.ts'
import { chooseNap, findVehicle, type Vehicle } from '../register/vehicles.ts'
import type { NapProfile } from '../submission/profile.ts'
import { decideNext } from '../submission/retry-policy.ts'
import { askNap, type NapAnswer, sendToNap } from '../submission/send.ts'
import { actorName, catalogueOf, timestamp, type Workspace } from '../workspace.ts'
import { assess } from './assess.ts'
import { writeAnswerCopy } from './copies.ts'
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

/** Batches that people send now. The outbox's own look leaves the way to them, so that each gets its own answers. */
const byPeople = new WeakMap<Workspace, number>()

/**
 * Sends what waits. Without ids: everything that is due, lost answers included where the profile calls repeating
 * safe or can be asked. With ids, at once. A NAP that cannot be reached holds up its own vehicles only.
 */
export async function sendQueued(
  workspace: Workspace,
  ids?: readonly number[],
): Promise<readonly BatchItem[]> {
  if (!ids) return sendAll(workspace)
  byPeople.set(workspace, (byPeople.get(workspace) ?? 0) + 1)
  try {
    return await sendAll(workspace, ids)
  } finally {
    byPeople.set(workspace, (byPeople.get(workspace) ?? 1) - 1)
  }
}

async function sendAll(workspace: Workspace, ids?: readonly number[]): Promise<readonly BatchItem[]> {
  const { db } = workspace
  const now = workspace.ports.now()
  const wanted = ids
    ? ids.map((id) => currentCertificate(db, id))
    : [...findCertificatesIn(db, 'queued'), ...findCertificatesIn(db, 'unknown')]
  const items: BatchItem[] = []
  const unreachable = new Map<string, Problem>()
  for (const certificate of wanted) {
    if (!ids && (byPeople.get(workspace) ?? 0) > 0) break
    const vehicle = findVehicle(db, certificate.vehicleId)
    if (!vehicle) continue
    const planned = planOf(workspace, vehicle, certificate)
    if (!planned.ok) {
      if (ids) items.push(refused(vehicle, certificate.status, planned.problem))
      continue
    }
    const plan = planned.value
    if (!ids && (plan.step === 'person' || plan.at > now)) continue
    const down = unreachable.get(plan.submission.nap)
    const item = down
      ? refused(vehicle, certificate.status, down)
      : await storing(vehicle, certificate, () => runPlan(workspace, vehicle, certificate, plan))
    if (item.problem?.batchGoesOn === false) unreachable.set(plan.submission.nap, item.problem)
    items.push(item)
    workspace.emit({
      kind: 'progress',
      task: 'send',
      done: items.length,
      total: wanted.length,
      vin: vehicle.vin,
    })
  }
  workspace.emit({ kind: 'changed', ids: wanted.map(({ vehicleId }) => vehicleId) })
  return items
}

/** A disk that fills up, or evidence that is gone, is the vehicle's answer; what went before is told all the same. */
async function storing(
  vehicle: Vehicle,
  { status }: Certificate,
  work: () => Promise<BatchItem>,
): Promise<BatchItem> {
  try {
    return await work()
  } catch (error) {
    const known = problemOfStorage(error, registerFileName)
    if (known) return refused(vehicle, status, known)
    throw error
  }
}

interface Plan {
  readonly submission: Submission
  readonly profile: NapProfile
  /** `person`: not by itself, but a person may send it now. */
  readonly step: 'send' | 'ask' | 'person'
  readonly at: Date
}

function planOf(workspace: Workspace, vehicle: Vehicle, certificate: Certificate): Result<Plan> {
  const where = { vin: vehicle.vin }
  // The outbox sends by itself as well, maybe at the moment in which a person asks for it.
  if (certificate.status === 'sent') return fail(problem('submit-under-way', {}, where))
  const submission = submissionOf(workspace.db, certificate.id)
  if (!submission || (certificate.status !== 'queued' && certificate.status !== 'unknown'))
    return fail(problem('submit-not-queued', { status: certificate.status }, where))
  const profile = napProfile(workspace, submission.nap)
  if (!profile) return fail(problem('nap-unknown', { nap: submission.nap }, where))
  const attempts = attemptsOf(workspace.db, certificate.id).filter(
    ({ submissionId }) => submissionId === submission.id,
  )
  // Fixed for an attempt, so that looking twice does not move the time of the next one.
  const share = ((attempts.at(-1)?.id ?? 0) * 0.618) % 1
  const next = decideNext(attempts, profile, () => share)
  switch (next.kind) {
    case 'send':
    case 'ask':
      return ok({ submission, profile, step: next.kind, at: next.at })
    case 'person':
      return next.why === 'lost'
        ? fail(problem('submit-decision-needed', { nap: profile.name }, where))
        : ok({ submission, profile, step: 'person', at: new Date(0) })
    case 'settled':
      return fail(problem('submit-not-queued', { status: certificate.status }, where))
    default:
      return assertNever(next)
  }
}

async function runPlan(
  workspace: Workspace,
  vehicle: Vehicle,
  certificate: Certificate,
  plan: Plan,
): Promise<BatchItem> {
  const { db } = workspace
  const { submission, profile } = plan
  const endpoint = await napEndpoint(workspace, submission.nap)
  if (!endpoint.ok) return refused(vehicle, certificate.status, endpoint.problem)
  const bytes = documentBytes(db, submission.sha256)
  const begun = timestamp(workspace)
  // The attempt stands in the register before the first byte leaves: a crash must not hide that one may have arrived.
  const attempt = db.transaction(() => {
    const { status } = currentCertificate(db, vehicle.id)
    if (status !== certificate.status) return undefined
    const begunAttempt = beginAttempt(db, submission.id, begun)
    setStatus(db, certificate, 'sent', begun)
    appendAudit(db, {
      at: begun,
      person: actorName(workspace),
      action: plan.step === 'ask' ? 'asked' : 'sent',
      vin: vehicle.vin,
      args: { nap: submission.nap, attempt: begunAttempt.number, sha256: submission.sha256 },
    })
    return begunAttempt
  })
  // Somebody else's call took it in the meantime: one request at a time.
  if (!attempt) return refused(vehicle, 'sent', problem('submit-under-way', {}, { vin: vehicle.vin }))
  const { reference } = submission
  const release = catalogueOf(workspace, certificate.release)
  const answer =
    plan.step === 'ask'
      ? await askNap(profile, endpoint.value, reference, release)
      : await sendToNap(profile, endpoint.value, bytes, reference, release)
  return recordAnswer(
    workspace,
    vehicle,
    { ...certificate, status: 'sent' },
    { ...attempt, step: plan.step },
    answer,
  )
}

function recordAnswer(
  workspace: Workspace,
  vehicle: Vehicle,
  certificate: Certificate,
  attempt: { readonly id: number; readonly number: number; readonly step: Plan['step'] },
  answer: NapAnswer,
): BatchItem {
  const { db } = workspace
  const at = timestamp(workspace)
  const { end, status } = meaning(answer, attempt.step)
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
  const { version, reference } = certificate
  const copy = { vin: vehicle.vin, version, reference, attempt: attempt.number }
  const beside = raw && writeAnswerCopy(workspace, { ...copy, outcome: end.outcome }, raw)
  const because = end.problem ?? beside
  const reasons = end.reasons ?? []
  return {
    vin: vehicle.vin,
    ok: status === 'accepted',
    status,
    ...(because ? { problem: because } : {}),
    ...(reasons.length > 0 ? { reasons } : {}),
  }
}

function meaning(
  answer: NapAnswer,
  step: Plan['step'],
): { readonly end: AttemptEnd; readonly status: Status } {
  switch (answer.kind) {
    case 'accepted':
      return {
        end: { outcome: 'accepted', receipt: answer.receipt, reasons: answer.reasons },
        status: 'accepted',
      }
    case 'rejected':
      return { end: { outcome: 'rejected', reasons: answer.reasons }, status: 'rejected' }
    case 'lost':
      return { end: { outcome: 'lost', problem: answer.problem }, status: 'unknown' }
    case 'failed':
      return {
        end: { outcome: 'failed', problem: answer.problem },
        // A question that could not be put leaves the doubt that it was about.
        status: step === 'ask' && answer.problem.code !== 'nap-never-received' ? 'unknown' : 'queued',
      }
    default:
      return assertNever(answer)
  }
}

function refused(vehicle: Vehicle, status: Status, because: Problem): BatchItem {
  return { vin: vehicle.vin, ok: false, status, problem: because }
}
