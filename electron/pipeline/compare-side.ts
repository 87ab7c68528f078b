import paths from '../../schemas/rules/paths.json' with { type: 'json' }
import type { Side } from '../../shared/compare/compare-messages.ts'
import type { SideView } from '../../shared/compare/views.ts'
import type { Catalogue } from '../../shared/ivi/catalogue.ts'
import { type MessageTree, valueAt } from '../../shared/ivi/message.ts'
import type { Releases } from '../../shared/ivi/releases.ts'
import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { readAnyRelease } from '../ivi-xml/find-release.ts'
import { type Certificate, certificateVersions, currentCertificate } from '../register/certificates.ts'
import { documentBytes, signedDocumentOf } from '../register/documents.ts'
import { stagesOf } from '../register/stages.ts'
import { findVehicle, type Vehicle } from '../register/vehicles.ts'
import { verifyIvi } from '../signature/verify-ivi.ts'
import type { Workspace } from '../workspace.ts'
import { compose } from './compose.ts'

/** A message to compare, with what names it. */
export interface SideMessage extends Side {
  readonly view: SideView
}

/**
 * A file whoever made it. `known` is its signature where the same bytes were verified before. Codes: those of
 * `readAnyRelease`, each with the file.
 */
export function fileSide(
  file: string,
  bytes: Uint8Array,
  releases: Releases,
  known?: SideView['signature'],
): Result<SideMessage> {
  const read = readAnyRelease(bytes, releases)
  if (!read.ok) return fail({ ...read.problem, where: { file, ...read.problem.where } })
  const { tree, catalogue, signed } = read.value
  const signature = known ?? (signed ? signatureOf(bytes) : noSignature)
  return ok({ tree, catalogue, view: { ...viewOf(tree, catalogue), kind: 'file', file, signature } })
}

/** A vehicle's certificate as it stands, or an older one of its own. Codes: `vehicle-unknown`, `version-unknown`. */
export function certificateSide(workspace: Workspace, id: number, wanted?: number): Result<SideMessage> {
  const vehicle = findVehicle(workspace.db, id)
  if (!vehicle) return fail(problem('vehicle-unknown', { id }))
  const current = currentCertificate(workspace.db, id)
  const certificate =
    wanted === undefined || wanted === current.id
      ? current
      : certificateVersions(workspace.db, id).find((one) => one.id === wanted)
  if (!certificate) return fail(problem('version-unknown', {}, { vin: vehicle.vin }))
  return ok(ownSide(workspace, vehicle, certificate))
}

/** A certificate of ours: the draft as it is composed now, or what was signed. */
export function ownSide(workspace: Workspace, vehicle: Vehicle, certificate: Certificate): SideMessage {
  const { db } = workspace
  const { tree, catalogue } = compose(workspace, vehicle, certificate)
  const signed = signedDocumentOf(db, certificate.id)
  return {
    tree,
    catalogue,
    view: {
      ...viewOf(tree, catalogue),
      kind: 'certificate',
      file: '',
      vehicle: vehicle.id,
      certificate: certificate.id,
      status: certificate.status,
      signature: signed ? signatureOf(documentBytes(db, signed.sha256)) : noSignature,
    },
  }
}

/** An earlier stage of a vehicle that counts now. Codes: `vehicle-unknown`, `stage-unknown`. */
export function stageSide(workspace: Workspace, id: number, wanted: number | 'latest'): Result<SideMessage> {
  const { db } = workspace
  const vehicle = findVehicle(db, id)
  if (!vehicle) return fail(problem('vehicle-unknown', { id }))
  const stages = stagesOf(db, vehicle.vin)
  const stage = wanted === 'latest' ? stages.at(-1) : stages.find((one) => one.stageNumber === wanted)
  if (!stage)
    return fail(
      problem(
        wanted === 'latest' ? 'compare-no-stage' : 'stage-unknown',
        { vin: vehicle.vin, stage: wanted },
        { vin: vehicle.vin },
      ),
    )
  const read = stage.signature.paper
    ? undefined
    : readAnyRelease(documentBytes(db, stage.sha256), workspace.releases)
  const catalogue = read?.ok ? read.value.catalogue : workspace.catalogue
  return ok({
    tree: stage.tree,
    catalogue,
    view: {
      ...viewOf(stage.tree, catalogue),
      kind: 'stage',
      file: stage.signature.paper ? '' : stage.file,
      vehicle: vehicle.id,
      stageNumber: stage.stageNumber,
      signature: stage.signature,
    },
  })
}

const noSignature = { present: false, valid: false, signer: '' } as const

function signatureOf(bytes: Uint8Array): SideView['signature'] {
  const { present, valid, signer } = verifyIvi(bytes)
  return { present, valid, signer: signer?.subject ?? '' }
}

function viewOf(
  tree: MessageTree,
  catalogue: Catalogue,
): Pick<SideView, 'vin' | 'reference' | 'version' | 'dateTime' | 'release'> {
  const said = (path: string): string => valueAt(tree, path) ?? ''
  return {
    vin: said(paths.vin),
    reference: said(paths.reference),
    version: said(paths.messageVersion),
    dateTime: said(paths.messageMoment),
    release: said(paths.messageRelease) || catalogue.release,
  }
}
