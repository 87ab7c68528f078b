import facts from '../../schemas/completion/paper-base.json' with { type: 'json' }
import paths from '../../schemas/rules/paths.json' with { type: 'json' }
import type { Catalogue } from '../../shared/ivi/catalogue.ts'
import { checkCharacters } from '../../shared/ivi/check-value.ts'
import { valueAt } from '../../shared/ivi/message.ts'
import type { PaperPlace, PaperScan } from '../../shared/paper/scan.ts'
import { type Problem, problem } from '../../shared/problem.ts'
import { composeDraft, layerPathOf } from '../../shared/record/compose-draft.ts'
import { findPlace } from '../../shared/record/layer-paths.ts'
import type { Layers, LayerValue } from '../../shared/record/layers.ts'
import type { PaperBaseRow, PaperBaseView } from '../../shared/record/paper-views.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { appendAudit } from '../audit/append.ts'
import { identifyBase } from '../completion/base-check.ts'
import { askedOfPaper } from '../completion/paper-findings.ts'
import { buildIviXml } from '../ivi-xml/build-ivi-xml.ts'
import { validateIvi } from '../ivi-xml/validate-xml.ts'
import {
  addPaperBase,
  findPaperBase,
  markPaperUsed,
  type PaperBase,
  paperBasesOf,
  savePaperLayers,
  usedPaperBases,
} from '../register/paper-bases.ts'
import { paperScansOf, scanOfBytes } from '../register/paper-scans.ts'
import { stagesOf } from '../register/stages.ts'
import { findVehicle, findVehiclesByVin } from '../register/vehicles.ts'
import { runGate } from '../rules/run-gate.ts'
import { actorName, timestamp, type Workspace } from '../workspace.ts'
import { linkStage } from './bases.ts'
import type { TypedValue } from './edit.ts'
import { knownPath } from './known-path.ts'
import { paperOrigin } from './paper-origin.ts'
import { fillPaperBase, ownValuesLeft, paperScansBehind, sharedLayer } from './paper-sharing.ts'

/**
 * Begins the base of a vehicle whose CoC is on paper, or answers the one begun before. `like` names a base from which
 * everything is taken that a version shares and that was not typed yet. Codes: `vehicle-unknown`,
 * `paper-base-unknown`.
 */
export function openPaperBase(workspace: Workspace, vehicleId: number, like?: number): Result<PaperBaseView> {
  const { db } = workspace
  const vehicle = findVehicle(db, vehicleId)
  if (!vehicle) return fail(problem('vehicle-unknown', { id: vehicleId }))
  const stages = stagesOf(db, vehicle.vin)
  const [known] = paperBasesOf(db, vehicle.vin)
  const model = like === undefined ? undefined : findPaperBase(db, like)
  if (like !== undefined && !model) return fail(problem('paper-base-unknown', { id: like }))
  const at = timestamp(workspace)
  const typed = model ? sharedLayer(model, actorName(workspace), at) : {}
  if (known) {
    if (model) fillPaperBase(workspace, known, model.vin, typed, at)
    return paperBaseView(workspace, known.id)
  }
  const stageNumber = (stages.at(-1)?.stageNumber ?? 0) + 1
  const id = db.transaction(() => {
    appendAudit(db, {
      at,
      person: actorName(workspace),
      action: 'paper-base-begun',
      vin: vehicle.vin,
      args: { stage: stageNumber, ...(model ? { like: model.vin } : {}) },
    })
    const category = model?.category ?? vehicle.category
    return addPaperBase(db, { vin: vehicle.vin, stageNumber, category, layers: { typed } }, at)
  })
  return paperBaseView(workspace, id)
}

/** The base on paper that was begun for a vehicle. Codes: `vehicle-unknown`, `paper-base-none` {vin}. */
export function paperBaseOfVehicle(workspace: Workspace, vehicleId: number): Result<PaperBaseView> {
  const vehicle = findVehicle(workspace.db, vehicleId)
  if (!vehicle) return fail(problem('vehicle-unknown', { id: vehicleId }))
  const [known] = paperBasesOf(workspace.db, vehicle.vin)
  const { vin } = vehicle
  return known ? paperBaseView(workspace, known.id) : fail(problem('paper-base-none', { vin }, { vin }))
}

export function paperBaseView(workspace: Workspace, id: number): Result<PaperBaseView> {
  const { db } = workspace
  const base = findPaperBase(db, id)
  if (!base) return fail(problem('paper-base-unknown', { id }))
  const catalogue = releaseOf(workspace, base)
  const { tree, sources } = composeDraft(layersOf(workspace, base), catalogue)
  const earlier = stagesOf(db, base.vin).filter(({ stageNumber }) => stageNumber < base.stageNumber)
  const { findings } = runGate({
    tree,
    catalogue,
    earlier: earlier.map((stage) => ({ tree: stage.tree, stageNumber: stage.stageNumber })),
    today: timestamp(workspace).slice(0, 10),
    schema: validateIvi(buildIviXml(tree, catalogue), catalogue, { signature: 'optional' }),
  })
  const { vin, stageNumber, category, updatedAt } = base
  return ok({
    paper: true,
    release: catalogue.release,
    id,
    vehicleId: findVehiclesByVin(db, vin)[0]?.id ?? 0,
    stageNumber,
    used: base.usedSha256 !== undefined,
    scans: paperScansBehind(db, id, base.layers),
    missing: facts.needed.map(({ path }) => path).filter((path) => !valueAt(tree, path)),
    own: ownValuesLeft(db, base, tree, catalogue),
    row: { vin, category, variantId: '', version: versionInUse(workspace, base) + 1, updatedAt },
    editable: true,
    tree,
    sources,
    stages: earlier,
    findings: askedOfPaper(findings, tree),
    drift: [],
  })
}

/** A paper has no release: the one in use, or where that has no place for all that was typed, one that has. */
function releaseOf({ releases }: Workspace, { layers }: PaperBase): Catalogue {
  const { inUse, known } = releases
  const typed = Object.keys(layers.typed ?? {})
  const holds = (catalogue: Catalogue): boolean =>
    typed.every((path) => findPlace(path, catalogue) !== undefined)
  return [inUse, ...[...known].reverse()].find(holds) ?? inUse
}

/** What was typed, and what no paper states: the message's own head. */
function layersOf(workspace: Workspace, base: PaperBase): Layers {
  const computed: Record<string, LayerValue> = {}
  const say = (path: string, value: string): void => {
    computed[path] = { value, source: { kind: 'computed', by: 'record' } }
  }
  // No message was ever sent under it: it only has to be one, and the same each time.
  say(paths.reference, `00000000-0000-4000-8000-${base.id.toString(16).padStart(12, '0')}`)
  say(paths.messageRelease, releaseOf(workspace, base).release)
  say(paths.messageVersion, String(versionInUse(workspace, base) + 1))
  say(paths.messageMoment, base.updatedAt.replace('Z', '+00:00'))
  say(paths.vin, base.vin)
  for (const [path, value] of Object.entries(facts.begun)) say(path, value)
  if (base.category) say(paths.category, base.category)
  const country = countryOf(base.layers.typed?.[facts.country.of]?.value ?? '')
  if (country) say(facts.country.path, country)
  return { computed, ...base.layers }
}

/** The approval's number begins with its country; no paper states it by itself. */
function countryOf(approval: string): string | undefined {
  return new RegExp(facts.country.pattern).exec(approval)?.[1]
}

/** 0 before its first use; afterwards each use is a correction of the one before. */
function versionInUse({ db }: Workspace, { vin, usedSha256 }: PaperBase): number {
  return stagesOf(db, vin).find(({ sha256 }) => sha256 === usedSha256)?.version ?? 0
}

/** What was typed, with the page in view while it was. */
export interface PaperValue extends TypedValue {
  readonly place?: Omit<PaperPlace, 'file'> | undefined
}

/** Keeps what a person typed from the paper, whatever it is; codes as for a vehicle's values, and `paper-page-unknown`. */
export function setPaperValues(
  workspace: Workspace,
  id: number,
  values: readonly PaperValue[],
): Result<PaperBaseView> {
  const { db } = workspace
  const base = findPaperBase(db, id)
  if (!base) return fail(problem('paper-base-unknown', { id }))
  const catalogue = releaseOf(workspace, base)
  // A value that was taken over from another vehicle's paper keeps its place when it is taken back to.
  const elsewhere = values.flatMap(({ place }) => (place && scanOfBytes(db, place.sha256)) ?? [])
  const scans = [...paperScansOf(db, id), ...elsewhere]
  for (const one of values) {
    const wrong = refuse(one, catalogue) ?? refusePlace(one, scans)
    if (wrong) return fail({ ...wrong, where: { vin: base.vin, path: one.path } })
  }
  const at = timestamp(workspace)
  const person = actorName(workspace)
  const layers = layersOf(workspace, base)
  const typed: Record<string, LayerValue> = { ...base.layers.typed }
  db.transaction(() => {
    for (const { path, value, place: page } of values) {
      const place = layerPathOf(path, layers, catalogue)
      const paper = value === null ? undefined : paperPlace(page, scans)
      const before = typed[place]?.value ?? ''
      for (const below of Object.keys(typed))
        if (value === null && below.startsWith(`${place}/`)) delete typed[below]
      typed[place] = { value, source: { kind: 'typed', person, at, ...(paper ? { paper } : {}) } }
      const action = value === null ? 'paper-value-removed' : paper ? 'paper-value-read' : 'paper-value-typed'
      const args = { path, before, after: value ?? '', stage: base.stageNumber, ...paper }
      appendAudit(db, { at, person, action, vin: base.vin, args })
    }
    savePaperLayers(db, id, { typed }, at)
  })
  return paperBaseView(workspace, id)
}

function refuse({ path, value }: PaperValue, catalogue: Catalogue): Problem | undefined {
  const known = knownPath(path, catalogue)
  if (!known.ok) return known.problem
  if (value === null) return undefined
  return checkCharacters(value) ?? (known.value === 'field' ? undefined : problem('path-no-field', { path }))
}

function refusePlace({ place }: PaperValue, scans: readonly PaperScan[]): Problem | undefined {
  if (!place) return undefined
  const scan = scans.find(({ sha256 }) => sha256 === place.sha256)
  if (scan && place.page <= scan.pages) return undefined
  return problem('paper-page-unknown', { page: place.page, pages: scan?.pages ?? 0, file: scan?.name ?? '' })
}

function paperPlace(place: PaperValue['place'], scans: readonly PaperScan[]): PaperPlace | undefined {
  const scan = place && scans.find(({ sha256 }) => sha256 === place.sha256)
  return scan && { file: scan.name, sha256: scan.sha256, page: place.page }
}

/**
 * Lets what was typed stand as the earlier stage; again after a change, as its next version. Codes:
 * `paper-base-unknown`, `paper-base-lacks` {paths}, `paper-base-other-vin` {vin, typed}.
 */
export function usePaperBase(workspace: Workspace, id: number): Result<PaperBaseView> {
  const { db } = workspace
  const base = findPaperBase(db, id)
  const view = paperBaseView(workspace, id)
  if (!base || !view.ok) return view
  const catalogue = releaseOf(workspace, base)
  const { tree, missing, row } = view.value
  const [first] = missing
  if (first !== undefined)
    return fail(
      problem(
        'paper-base-lacks',
        { paths: missing.join(', '), count: missing.length },
        { vin: row.vin, path: first },
      ),
    )
  const vin = valueAt(tree, paths.vin)
  // It would stand behind another vehicle, and this one would still wait for its base.
  if (vin !== base.vin)
    return fail(
      problem(
        'paper-base-other-vin',
        { vin: base.vin, typed: vin ?? '–' },
        { vin: base.vin, path: paths.vin },
      ),
    )
  const bytes = buildIviXml(tree, catalogue)
  const identity = identifyBase(tree)
  const paper = paperOrigin(view.value, actorName(workspace), timestamp(workspace))
  db.transaction(() => {
    const sha256 = linkStage(workspace, {
      bytes,
      identity,
      file: paper.scans?.map(({ name }) => name).join(', ') ?? '',
      schemaValid: validateIvi(bytes, catalogue, { signature: 'optional' }).valid,
      signature: { present: false, valid: false, signer: '', problems: [], paper },
      tree,
    })
    markPaperUsed(db, id, sha256, timestamp(workspace))
  })
  return paperBaseView(workspace, id)
}

/** Bases in use that another vehicle may be begun from. */
export function paperBaseRows(workspace: Workspace): readonly PaperBaseRow[] {
  return usedPaperBases(workspace.db, 200).map((base) => {
    const { tree } = composeDraft(layersOf(workspace, base), releaseOf(workspace, base))
    const { name, manufacturer } = identifyBase(tree)
    const said = (field: string): string => valueAt(tree, `CocDataGroup/${field}`) ?? ''
    const version = [said('Variant'), said('Version')].filter(Boolean).join(' / ')
    return { id: base.id, vin: base.vin, name, manufacturer, version }
  })
}
