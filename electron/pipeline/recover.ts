import { problem } from '../../shared/problem.ts'
import { appendAudit } from '../audit/append.ts'
import { findCertificatesIn, setStatus } from '../register/certificates.ts'
import { endAttempt, findInterruptedAttempts } from '../register/submissions.ts'
import { findVehicle } from '../register/vehicles.ts'
import { timestamp, type Workspace } from '../workspace.ts'
import { assess } from './assess.ts'
import { restoreMissingCopies } from './copies.ts'

/**
 * What a crash left half done. A request that was on its way may have arrived: its answer counts as lost, and what
 * follows is decided as for any lost answer (the same bytes again where the profile calls that safe, else a person).
 */
export function recoverInterrupted(workspace: Workspace): void {
  const { db } = workspace
  restoreMissingCopies(workspace)
  const interrupted = findInterruptedAttempts(db)
  if (interrupted.length === 0) return
  const at = timestamp(workspace)
  db.transaction(() => {
    const sent = new Map(findCertificatesIn(db, 'sent').map((certificate) => [certificate.id, certificate]))
    for (const { id, certificateId } of interrupted) {
      endAttempt(db, id, { outcome: 'lost', problem: problem('nap-answer-lost-in-crash') }, at)
      const certificate = sent.get(certificateId)
      if (!certificate) continue
      setStatus(db, certificate, 'unknown', at)
      appendAudit(db, {
        at,
        person: '-',
        action: 'attempt-interrupted',
        vin: findVehicle(db, certificate.vehicleId)?.vin ?? '',
        args: { reference: certificate.reference },
      })
      assess(workspace, certificate.vehicleId)
    }
  })
}
