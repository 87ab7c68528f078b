import { hash } from 'node:crypto'
import plateFacts from '../../schemas/approvals/plate.json' with { type: 'json' }
import paths from '../../schemas/rules/paths.json' with { type: 'json' }
import { rowsAt, valueAt } from '../../shared/ivi/message.ts'
import { problem } from '../../shared/problem.ts'
import { isOpen } from '../../shared/record/status.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { overlayStages } from '../../shared/rules/overlay-stages.ts'
import { appendAudit } from '../audit/append.ts'
import { printPlate } from '../print/print-plate.ts'
import { currentCertificate } from '../register/certificates.ts'
import { findVehicle } from '../register/vehicles.ts'
import { actorName, catalogueOf, timestamp, type Workspace } from '../workspace.ts'
import { companyProfile } from './company.ts'
import { compose } from './compose.ts'
import { individualApproval } from './may-issue.ts'
import { fileSafe, knownLanguage, type Printout } from './print.ts'

/**
 * The statutory plate of our stage, of the record as it stands; the printing is audited.
 * Problems: `vehicle-unknown`, `print-language-unknown`.
 */
export function printVehiclePlate(workspace: Workspace, id: number, language: string): Result<Printout> {
  const known = knownLanguage(language)
  if (!known.ok) return known
  const { db } = workspace
  const vehicle = findVehicle(db, id)
  if (!vehicle) return fail(problem('vehicle-unknown', { id }))
  const { vin } = vehicle
  const certificate = currentCertificate(db, id)
  const { tree, stages } = compose(workspace, vehicle, certificate)
  const named = valueAt(tree, paths.approvalNumber) ?? ''
  const own = rowsAt(tree, plateFacts.manufacturer).at(-1)
  const stated = own && valueAt(own, 'ManufacturerStageNumber')
  const isDraft = isOpen(certificate.status)
  const { bytes, pages } = printPlate({
    ...{ language, vin, isDraft },
    catalogue: catalogueOf(workspace, certificate.release),
    tree: overlayStages(stages, tree),
    manufacturer:
      (own && valueAt(own, 'ManufacturerName')) ?? companyProfile(workspace).ManufacturerName ?? '',
    approval: individualApproval(workspace, named, vin) ?? named,
    stage: stated === undefined ? (stages.at(-1)?.stageNumber ?? 0) + 1 : Number(stated),
  })
  const name = `${fileSafe(vin)}-plate-${language}.pdf`
  const sha256 = hash('sha256', bytes)
  const at = timestamp(workspace)
  appendAudit(db, {
    ...{ at, person: actorName(workspace), action: 'plate-printed', vin },
    args: { file: name, sha256 },
  })
  return ok({ name, vin, pages, sha256, standing: isDraft ? 'draft' : 'certificate', bytes })
}
