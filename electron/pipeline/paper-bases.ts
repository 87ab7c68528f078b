import facts from '../../schemas/completion/paper-base.json' with { type: 'json' }
import { checkCharacters } from '../../shared/ivi/check-value.ts'
import { valueAt } from '../../shared/ivi/message.ts'
import { schemaPath } from '../../shared/ivi/path.ts'
import { problem } from '../../shared/problem.ts'
import { composeDraft, layerPathOf } from '../../shared/record/compose-draft.ts'
import { liesIn } from '../../shared/record/layer-paths.ts'
import type { Layer, Layers, LayerValue, Source } from '../../shared/record/layers.ts'
import type { PaperBaseRow, PaperBaseView } from '../../shared/record/paper-views.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { appendAudit } from '../audit/append.ts'
import { identifyBase } from '../completion/base-check.ts'
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
import { stagesOf } from '../register/stages.ts'
import { findVehicle, findVehiclesByVin } from '../register/vehicles.ts'
import { runGate } from '../rules/run-gate.ts'
import { actorName, timestamp, type Workspace } from '../workspace.ts'
import { linkStage } from './bases.ts'
import type { TypedValue } from './edit.ts'
import { knownPath } from './known-path.ts'

/**
 * Begins the base of a vehicle whose CoC is on paper, or answers the one begun before. `like` names a base in use
 * from which everything is taken that a version shares. Codes: `vehicle-unknown`, `paper-base-unknown`.
 */
export function openPaperBase(workspace: Workspace, vehicleId: number, like?: number): Result<PaperBaseView> {
  const { db } = workspace
  const vehicle = findVehicle(db, vehicleId)
  if (!vehicle) return fail(problem('vehicle-unknown', { id: vehicleId }))
  const stages = stagesOf(db, vehicle.vin)
  const [known] = paperBasesOf(db, vehicle.vin)
  if (known) return paperBaseView(workspace, known.id)
  const model = like === undefined ? undefined : findPaperBase(db, like)
  if (like !== undefined && !model) return fail(problem('paper-base-unknown', { id: like }))
  const at = timestamp(workspace)
  const typed = model ? sharedLayer(model, { kind: 'typed', person: actorName(workspace), at }) : {}
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

/** What a vehicle of the same version has too; who typed it this time is whoever took it over. */
function sharedLayer({ layers }: PaperBase, source: Source): Layer {
  const own = facts.ofTheVehicle.paths
  return Object.fromEntries(
    Object.entries(layers.typed ?? {})
      .filter(([path]) => !own.some((place) => liesIn(schemaPath(path), place)))
      .map(([path, { value }]) => [path, { value, source }]),
  )
}

export function paperBaseView(workspace: Workspace, id: number): Result<PaperBaseView> {
  const { db, catalogue } = workspace
  const base = findPaperBase(db, id)
  if (!base) return fail(problem('paper-base-unknown', { id }))
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
    id,
    vehicleId: findVehiclesByVin(db, vin)[0]?.id ?? 0,
    stageNumber,
    used: base.usedSha256 !== undefined,
    missing: facts.needed.map(({ path }) => path).filter((path) => !valueAt(tree, path)),
    row: { vin, category, variantId: '', version: versionInUse(workspace, base) + 1, updatedAt },
    editable: true,
    tree,
    sources,
    stages: earlier,
    findings,
    drift: [],
  })
}

/** What was typed, and what no paper states: the message's own head. */
function layersOf(workspace: Workspace, base: PaperBase): Layers {
  const computed: Record<string, LayerValue> = {}
  const say = (path: string, value: string): void => {
    computed[path] = { value, source: { kind: 'computed', by: 'record' } }
  }
  // No message was ever sent under it: it only has to be one, and the same each time.
  say('Header/IviReferenceId', `00000000-0000-4000-8000-${base.id.toString(16).padStart(12, '0')}`)
  say('Header/IviVersionNumberXsd', workspace.catalogue.release)
  say('Header/IviVersionNumber', String(versionInUse(workspace, base) + 1))
  say('Header/IviVersionDateTime', base.updatedAt.replace('Z', '+00:00'))
  say('CocDataGroup/VehicleIdentificationNumber', base.vin)
  for (const [path, value] of Object.entries(facts.begun)) say(path, value)
  if (base.category) say('CocDataGroup/VehicleCategory', base.category)
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

/** Keeps what a person typed from the paper, whatever it is; codes as for a vehicle's values. */
export function setPaperValues(
  workspace: Workspace,
  id: number,
  values: readonly TypedValue[],
): Result<PaperBaseView> {
  const { db, catalogue } = workspace
  const base = findPaperBase(db, id)
  if (!base) return fail(problem('paper-base-unknown', { id }))
  for (const { path, value } of values) {
    const known = knownPath(path, catalogue)
    const unwritable = value === null ? undefined : checkCharacters(value)
    const wrong =
      (known.ok ? unwritable : known.problem) ??
      (known.ok && value !== null && known.value !== 'field' ? problem('path-no-field', { path }) : undefined)
    if (wrong) return fail({ ...wrong, where: { vin: base.vin, path } })
  }
  const at = timestamp(workspace)
  const source: Source = { kind: 'typed', person: actorName(workspace), at }
  const layers = layersOf(workspace, base)
  const typed: Record<string, LayerValue> = { ...base.layers.typed }
  for (const { path, value } of values) {
    const place = layerPathOf(path, layers, catalogue)
    for (const below of Object.keys(typed))
      if (value === null && below.startsWith(`${place}/`)) delete typed[below]
    typed[place] = { value, source }
  }
  savePaperLayers(db, id, { typed }, at)
  return paperBaseView(workspace, id)
}

/**
 * Lets what was typed stand as the earlier stage; again after a change, as its next version. Codes:
 * `paper-base-unknown`, `paper-base-lacks` {paths}.
 */
export function usePaperBase(workspace: Workspace, id: number): Result<PaperBaseView> {
  const { db, catalogue } = workspace
  const view = paperBaseView(workspace, id)
  if (!view.ok) return view
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
  const bytes = buildIviXml(tree, catalogue)
  const identity = identifyBase(tree)
  const person = actorName(workspace)
  db.transaction(() => {
    const sha256 = linkStage(workspace, {
      bytes,
      identity,
      file: '',
      schemaValid: validateIvi(bytes, catalogue, { signature: 'optional' }).valid,
      signature: { present: false, valid: false, signer: '', problems: [], paper: { person } },
      tree,
    })
    markPaperUsed(db, id, sha256, timestamp(workspace))
  })
  return paperBaseView(workspace, id)
}

/** Bases in use that another vehicle may be begun from. */
export function paperBaseRows(workspace: Workspace): readonly PaperBaseRow[] {
  return usedPaperBases(workspace.db, 200).map((base) => {
    const { tree } = composeDraft(layersOf(workspace, base), workspace.catalogue)
    const { name, manufacturer } = identifyBase(tree)
    const said = (field: string): string => valueAt(tree, `CocDataGroup/${field}`) ?? ''
    const version = [said('Variant'), said('Version')].filter(Boolean).join(' / ')
    return { id: base.id, vin: base.vin, name, manufacturer, version }
  })
}
