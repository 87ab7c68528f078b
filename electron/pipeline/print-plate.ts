import { hash } from 'node:crypto'
import { problem } from '../../shared/problem.ts'
import { isOpen } from '../../shared/record/status.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { appendAudit } from '../audit/append.ts'
import { printPlate } from '../print/print-plate.ts'
import { currentCertificate } from '../register/certificates.ts'
import { findVehicle } from '../register/vehicles.ts'
import { actorName, timestamp, type Workspace } from '../workspace.ts'
import { compose } from './compose.ts'
import { ownPlate } from './own-plate.ts'
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
  const composed = compose(workspace, vehicle, certificate)
  const isDraft = isOpen(certificate.status)
  const { bytes, pages } = printPlate({
    ...{ language, vin, isDraft, catalogue: composed.catalogue },
    ...ownPlate(workspace, vin, composed),
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
