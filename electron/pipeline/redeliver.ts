import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { appendAudit } from '../audit/append.ts'
import { currentCertificate, setStatus } from '../register/certificates.ts'
import { addSubmission, submissionOf } from '../register/submissions.ts'
import { findVehicle } from '../register/vehicles.ts'
import { actorName, timestamp, type Workspace } from '../workspace.ts'
import { assess } from './assess.ts'

/**
 * Sends again what was turned away for a cause that lies outside of it (a transport rejected, a duplicate, a fault at
 * the authority): the same bytes, so the same reference, version and moment. Content that is wrong asks for a
 * correction. Code: `redeliver-refused`.
 */
export function redeliver(workspace: Workspace, id: number, reason: string): Result<null> {
  const { db } = workspace
  const vehicle = findVehicle(db, id)
  if (!vehicle) return fail(problem('vehicle-unknown', { id }))
  const certificate = currentCertificate(db, id)
  const { status, reference, version } = certificate
  const last = submissionOf(db, certificate.id)
  if (status !== 'rejected' || !last)
    return fail(problem('redeliver-refused', { status }, { vin: vehicle.vin }))
  const at = timestamp(workspace)
  db.transaction(() => {
    // A submission of its own, so that the count of attempts begins anew.
    addSubmission(db, last, at)
    setStatus(db, certificate, 'queued', at)
    appendAudit(db, {
      at,
      person: actorName(workspace),
      action: 'redelivery',
      vin: vehicle.vin,
      args: { nap: last.nap, version, reference, sha256: last.sha256, reason },
    })
    assess(workspace, id)
  })
  workspace.emit({ kind: 'changed', ids: [id] })
  return ok(null)
}
