import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { appendAudit } from '../audit/append.ts'
import { currentCertificate, setStatus } from '../register/certificates.ts'
import { addSubmission, submissionOf } from '../register/submissions.ts'
import { findVehicle } from '../register/vehicles.ts'
import { actorName, timestamp, type Workspace } from '../workspace.ts'
import { assess } from './assess.ts'

const decisions = { 'send-again': 'queued', 'was-accepted': 'accepted', 'was-rejected': 'rejected' } as const
type Decision = keyof typeof decisions

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
    const lost = submissionOf(db, certificate.id)
    // A submission of its own, so that the count of attempts begins anew; bytes and reference stay.
    if (decision === 'send-again' && lost) addSubmission(db, lost, at)
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
