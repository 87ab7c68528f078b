import { inflateSync } from 'node:zlib'
import type { Catalogue } from '../../shared/ivi/catalogue.ts'
import { relevance } from '../../shared/ivi/facts.ts'
import { leavesOf, type MessageTree } from '../../shared/ivi/message.ts'
import { composeDraft } from '../../shared/record/compose-draft.ts'
import type { Layers, Source } from '../../shared/record/layers.ts'
import { isOpen } from '../../shared/record/status.ts'
import type { BaseState, DriftItem, LeftOut } from '../../shared/record/views.ts'
import { bodyLoads } from '../../shared/variants/body-loads.ts'
import type { Variant } from '../../shared/variants/variant.ts'
import type { Loads } from '../../shared/weights/loads.ts'
import { baseState } from '../completion/base-check.ts'
import { compareStages } from '../completion/compare.ts'
import { complete } from '../completion/complete.ts'
import { fitStage } from '../completion/fit-release.ts'
import { shippedReleases } from '../ivi-xml/load-catalogue.ts'
import { readIviXml } from '../ivi-xml/read-ivi-xml.ts'
import { type Certificate, validSignOffs } from '../register/certificates.ts'
import { documentBytes, signedDocumentOf } from '../register/documents.ts'
import { editionsOf } from '../register/releases.ts'
import { type Stage, stagesOf } from '../register/stages.ts'
import type { Vehicle } from '../register/vehicles.ts'
import { catalogueOf, timestamp, type Workspace } from '../workspace.ts'
import { companyProfile } from './company.ts'
import { companyPolicy } from './policy.ts'
import { findVariant } from './variants.ts'

/** A certificate as it stands: composed of its layers while it is open, read from its signed bytes afterwards. */
export interface Composed {
  /** The certificate's own release. */
  readonly catalogue: Catalogue
  readonly tree: MessageTree
  readonly leaves: ReadonlyMap<string, string>
  readonly sources: Readonly<Record<string, Source>>
  readonly layers: Layers
  readonly stages: readonly Stage[]
  readonly base: BaseState
  readonly category: string
  readonly variant: Variant | undefined
  /** Ids of the body's options that the vehicle has. */
  readonly options: readonly string[]
  /** What body, options and the vehicle itself put on; undefined where nothing says it. */
  readonly loads: Loads | undefined
  readonly drift: readonly DriftItem[]
  readonly leftOut: readonly LeftOut[]
}

export function compose(workspace: Workspace, vehicle: Vehicle, certificate: Certificate): Composed {
  return isOpen(certificate.status)
    ? composeOpen(workspace, vehicle, certificate, new Date(certificate.updatedAt))
    : readSigned(workspace, vehicle, certificate)
}

/** The message to be signed: its times are those of the signing act. */
export function composeForSigning(
  workspace: Workspace,
  vehicle: Vehicle,
  certificate: Certificate,
  at: Date,
): Composed {
  return composeOpen(workspace, vehicle, certificate, at)
}

function composeOpen(workspace: Workspace, vehicle: Vehicle, certificate: Certificate, at: Date): Composed {
  const { db } = workspace
  const catalogue = catalogueOf(workspace, certificate.release)
  const lost: LeftOut[] = []
  const stages = stagesOf(db, vehicle.vin).map((stage) => fitStage(stage, catalogue, lost))
  const variant = vehicle.variantId ? findVariant(workspace, vehicle.variantId) : undefined
  const completion = complete({
    said: certificate.layers,
    variant,
    options: vehicle.options,
    masses: vehicle.masses,
    carry: companyPolicy(workspace).carry,
    stages,
    company: companyProfile(workspace),
    identity: {
      vin: vehicle.vin,
      reference: certificate.reference,
      version: certificate.version,
      at: at.toISOString().replace('Z', '+00:00'),
      signatureDate: timestamp(workspace).slice(0, 10),
    },
    catalogue,
    isRelevant: (path, category, stage) => {
      const known = relevance(path, category, stage)
      return known === 'unknown' ? 'unknown' : known === 'relevant'
    },
  })
  const { layers, category, loads } = completion
  const { tree, sources } = composeDraft(layers, catalogue)
  const drift = compareStages({
    layers,
    tree,
    stages,
    signOffs: validSignOffs(db, certificate.id),
    catalogue,
    tolerances: companyPolicy(workspace).tolerances,
  })
  return {
    catalogue,
    tree,
    leaves: leavesOf(tree),
    sources,
    layers,
    stages,
    base: baseState(stages, completion.stage !== 'C', vehicle.vin),
    category,
    variant,
    options: vehicle.options,
    loads,
    drift,
    leftOut: completion.stage === 'C' ? completion.leftOut : [...completion.leftOut, ...lost],
  }
}

function readSigned(workspace: Workspace, vehicle: Vehicle, certificate: Certificate): Composed {
  const { db } = workspace
  const signed = signedDocumentOf(db, certificate.id)
  if (!signed) throw new Error(`certificate ${certificate.id} is ${certificate.status} without signed bytes`)
  const { catalogue, tree } = readOwn(workspace, certificate.release, signed.sha256)
  const stages = stagesOf(db, vehicle.vin)
  const sources = JSON.parse(inflateSync(signed.sources).toString('utf8')) as Record<string, Source>
  const variant = vehicle.variantId ? madeWith(workspace, vehicle.variantId, sources) : undefined
  return {
    catalogue,
    tree,
    leaves: leavesOf(tree),
    sources,
    layers: certificate.layers,
    stages,
    base: baseState(stages, stages.length > 0, vehicle.vin),
    category: vehicle.category,
    variant,
    options: vehicle.options,
    loads: variant && bodyLoads(variant, vehicle.category, vehicle.options, vehicle.masses),
    drift: [],
    leftOut: [],
  }
}

/** What we signed, by its own release; where that was given anew since, by the edition that still reads it. */
function readOwn(workspace: Workspace, release: string, sha256: string) {
  const bytes = documentBytes(workspace.db, sha256)
  const newest = catalogueOf(workspace, release)
  const read = readIviXml(bytes, newest)
  if (read.ok) return { catalogue: newest, tree: read.value.tree }
  for (const catalogue of editionsOf(workspace.db, shippedReleases, release)) {
    const older = readIviXml(bytes, catalogue)
    if (older.ok) return { catalogue, tree: older.value.tree }
  }
  throw new Error(`signed document ${sha256} cannot be read as IVI ${release}`)
}

/** The version of the body that made a certificate, as its values say; where none of them does, today's. */
function madeWith(
  workspace: Workspace,
  id: string,
  sources: Readonly<Record<string, Source>>,
): Variant | undefined {
  const named = Object.values(sources).find((source) => source.kind === 'variant' && source.id === id)
  return findVariant(workspace, id, named?.kind === 'variant' ? named.version : undefined)
}
