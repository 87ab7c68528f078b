import { problem } from '../../shared/problem.ts'
import { isOpen, mayBeCorrected } from '../../shared/record/status.ts'
import type { NextAction, VehicleDetail, VehicleRow } from '../../shared/record/views.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { listEntries } from '../register/audit-entries.ts'
import { type Certificate, currentCertificate } from '../register/certificates.ts'
import { vehicleRow } from '../register/search-vehicles.ts'
import { attemptsOf } from '../register/submissions.ts'
import { findVehicle, isStale } from '../register/vehicles.ts'
import type { Workspace } from '../workspace.ts'
import { assess, assessment } from './assess.ts'
import { companyPolicy } from './policy.ts'

/** Everything that the vehicle's screen shows, as it stands now. */
export function vehicleDetail(workspace: Workspace, id: number): Result<VehicleDetail> {
  const { db } = workspace
  if (isStale(db, id)) db.transaction(() => assess(workspace, id))
  const vehicle = findVehicle(db, id)
  const row = vehicleRow(db, id)
  if (!vehicle || !row) return fail(problem('vehicle-unknown', { id }))
  const certificate = currentCertificate(db, id)
  const { composed, findings, mayIssue } = assessment(workspace, vehicle, certificate)
  return ok({
    row,
    levels: companyPolicy(workspace).levels,
    release: certificate.release,
    certificateId: certificate.id,
    reference: certificate.reference,
    editable: isOpen(certificate.status),
    tree: composed.tree,
    sources: composed.sources,
    stages: composed.stages,
    findings,
    drift: composed.drift,
    ...(mayIssue ? { mayIssue } : {}),
    ...(isOpen(certificate.status) ? { leftOut: composed.leftOut } : {}),
    next: mayIssue?.state === 'individual' ? 'print-papers' : nextAction(row, certificate),
    attempts: attemptsOf(db, certificate.id).map(
      ({ submissionId: _submission, answerSha256: _answer, ...view }) => view,
    ),
    history: listEntries(db, { vin: vehicle.vin, limit: 200 }),
  })
}

const wantsBody: ReadonlySet<string> = new Set(['variant-missing', 'variant-unknown'])

/** The one thing to do next, in the order in which a certificate comes about. */
export function nextAction(row: VehicleRow, certificate: Certificate): NextAction {
  switch (certificate.status) {
    case 'draft':
      if (row.why?.kind === 'problem' && wantsBody.has(row.why.problem.code)) return 'choose-variant'
      if (row.base === 'missing') return 'link-base'
      if (row.findings.error > 0) return 'mend-findings'
      if (row.openDrift > 0) return 'sign-off'
      return 'check'
    case 'checked':
      return 'sign'
    case 'signed':
    case 'queued':
      return 'submit'
    case 'sent':
      return 'wait'
    case 'unknown':
      return 'decide'
    default:
      // A base that was corrected since asks for a correction of ours.
      return mayBeCorrected(certificate.status) &&
        (certificate.status === 'rejected' || row.findings.error + row.findings.warning > 0)
        ? 'correct'
        : 'done'
  }
}
