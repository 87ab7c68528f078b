import { join } from 'node:path'
import { packHtml } from '../../shared/approvals/pack/pack.ts'
import type { Language } from '../../shared/messages.ts'
import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { appendAudit } from '../audit/append.ts'
import { outFolder, writeWhole } from '../out-folder.ts'
import { currentCertificate } from '../register/certificates.ts'
import { findVehicle } from '../register/vehicles.ts'
import { actorName, timestamp, type Workspace } from '../workspace.ts'
import { compose } from './compose.ts'
import { ownPlate } from './own-plate.ts'
import { weightsOfVehicle } from './weights.ts'

export interface Pack {
  /** Where the workspace keeps it. */
  readonly file: string
  readonly name: string
  readonly html: string
}

/** Data sheet, calculation and statutory plate of a vehicle, made of its record as it stands; the making is audited. */
export async function approvalPack(
  workspace: Workspace,
  id: number,
  language: Language,
): Promise<Result<Pack>> {
  const { db } = workspace
  const vehicle = findVehicle(db, id)
  if (!vehicle) return fail(problem('vehicle-unknown', { id }))
  const { vin, order } = vehicle
  const weights = weightsOfVehicle(workspace, id, [])
  if (!weights.ok) return weights
  const composed = compose(workspace, vehicle, currentCertificate(db, id))
  const at = timestamp(workspace)
  const html = packHtml({
    ...{ vin, order, catalogue: composed.catalogue, language, day: at.slice(0, 10) },
    ...ownPlate(workspace, vin, composed),
    weights: weights.value,
  })
  const name = `${vin}-${language === 'de' ? 'unterlagen' : 'papers'}.html`
  const file = join(outFolder(workspace.dir, 'papers'), name)
  writeWhole(file, html)
  appendAudit(db, { at, person: actorName(workspace), action: 'approval-pack', vin, args: { file: name } })
  return ok({ file, name, html })
}
