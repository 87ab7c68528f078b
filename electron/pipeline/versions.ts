import paths from '../../schemas/rules/paths.json' with { type: 'json' }
import { compareMessages } from '../../shared/compare/compare-messages.ts'
import { differences } from '../../shared/compare/comparison.ts'
import type { VersionView } from '../../shared/compare/version-view.ts'
import { valueAt } from '../../shared/ivi/message.ts'
import { problem } from '../../shared/problem.ts'
import type { AttemptView } from '../../shared/record/views.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { entriesOf } from '../register/audit-entries.ts'
import { certificateVersions } from '../register/certificates.ts'
import { signedDocumentOf } from '../register/documents.ts'
import { attemptsOf } from '../register/submissions.ts'
import { findVehicle } from '../register/vehicles.ts'
import type { Workspace } from '../workspace.ts'
import { compose } from './compose.ts'

/** What of the audit opens a version. */
const openings = ['imported', 'vehicle-added', 'correction-opened', 'withdrawn']

/** Every version of a vehicle's certificate with what became of it, the first one first. */
export function versionViews(workspace: Workspace, id: number): Result<readonly VersionView[]> {
  const { db } = workspace
  const vehicle = findVehicle(db, id)
  if (!vehicle) return fail(problem('vehicle-unknown', { id }))
  const opened = entriesOf(db, vehicle.vin, openings)
  let before: Parameters<typeof compareMessages>[0] | undefined
  return ok(
    certificateVersions(db, id).map((certificate): VersionView => {
      const { tree, catalogue } = compose(workspace, vehicle, certificate)
      const signed = signedDocumentOf(db, certificate.id)
      const side = { tree, catalogue }
      const changed = before && differences(compareMessages(before, side).vehicle).length
      before = side
      const dateTime = signed && valueAt(tree, paths.messageMoment)
      return {
        certificate: certificate.id,
        version: certificate.version,
        status: certificate.status,
        reference: certificate.reference,
        release: certificate.release,
        reason: certificate.reason,
        openedAt: certificate.createdAt,
        openedBy: opened.find(({ at }) => at === certificate.createdAt)?.person ?? '',
        ...(dateTime ? { dateTime } : {}),
        ...(signed ? { signedAt: signed.signedAt, signer: signed.signer, sha256: signed.sha256 } : {}),
        attempts: attemptsOf(db, certificate.id).map(
          ({ submissionId: _submission, answerSha256: _answer, ...view }): AttemptView => view,
        ),
        ...(changed === undefined ? {} : { changed }),
      }
    }),
  )
}
