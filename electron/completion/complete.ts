import facts from '../../schemas/completion/computed.json' with { type: 'json' }
import type { Catalogue } from '../../shared/ivi/catalogue.ts'
import { valueAt } from '../../shared/ivi/message.ts'
import { spellOut } from '../../shared/record/layer-paths.ts'
import type { Layer, Layers } from '../../shared/record/layers.ts'
import { strongest } from '../../shared/record/strongest.ts'
import type { LeftOut } from '../../shared/record/views.ts'
import type { CompanyPolicy } from '../../shared/rules/company-policy.ts'
import { bodyLoads } from '../../shared/variants/body-loads.ts'
import type { Variant } from '../../shared/variants/variant.ts'
import type { Loads, PlacedMass } from '../../shared/weights/loads.ts'
import { carryOver, type IsRelevant, type OwnStage } from './carry-over.ts'
import { type CompanyProfile, companyLayer } from './company.ts'
import { computedLayer, type Identity } from './computed.ts'
import { weighedPlaces, weightsLayer } from './computed-weights.ts'
import { fitLayer, fitLayers } from './fit-release.ts'
import { type EarlierStage, latestStage } from './overlay-stages.ts'
import { variantLayer } from './variant.ts'

export interface CompletionInput {
  /** What is kept of the draft: the layers of file, weighing, tools and person. */
  readonly said: Pick<Layers, 'file' | 'measured' | 'result' | 'typed'>
  /** The body, where one was chosen. */
  readonly variant?: Variant | undefined
  /** Ids of the body's options that the vehicle has. */
  readonly options?: readonly string[]
  /** Masses of this one vehicle beside those of body and options. */
  readonly masses?: readonly PlacedMass[]
  /** The earlier stages that count, one file each. */
  readonly stages: readonly EarlierStage[]
  readonly company: CompanyProfile
  readonly identity: Identity
  readonly catalogue: Catalogue
  readonly isRelevant: IsRelevant
  /** What an approval authority (`e12`) wants repeated; where it has not said, the body decides. */
  readonly carry?: CompanyPolicy['carry']
}

export interface Completion {
  /** All layers, ready for `composeDraft`. */
  readonly layers: Layers
  readonly stage: OwnStage
  /** Empty where nothing says it yet. */
  readonly category: string
  /** What body, options and the vehicle itself put on; undefined where nothing says it. */
  readonly loads: Loads | undefined
  /** What of the earlier stages is no statement of ours. */
  readonly leftOut: readonly LeftOut[]
}

const categoryPath = 'CocDataGroup/VehicleCategory'

/** Makes every layer of a draft from what is kept of it; nothing of the result needs to be stored. */
export function complete(input: CompletionInput): Completion {
  const { variant, catalogue, isRelevant, identity } = input
  const lost: LeftOut[] = []
  const said = fitLayers(input.said, catalogue, lost)
  const stage = stageSaid(said) ?? variant?.stage ?? 'V'
  const stages = stage === 'C' ? [] : input.stages
  const wanted = declaredCategory(said, stages)
  const ofVariant = variant ? fitLayer(variantLayer(variant, wanted, input.options), catalogue, lost) : {}
  const category = spoken(said, categoryPath) ?? ofVariant[categoryPath]?.value ?? wanted ?? ''
  const strong: Layers = { ...said, variant: ofVariant }
  const loads = variant && bodyLoads(variant, category, input.options ?? [], input.masses)
  const stated = new Set([
    ...Object.values(strong).flatMap((layer) => Object.keys(layer).map((path) => spellOut(path, catalogue))),
    ...weighedPlaces({ loads, stage }),
  ])
  const carried = carryOver({
    stages,
    mode: input.carry?.[authorityOf(strong)] ?? variant?.carry ?? 'full',
    stage,
    category,
    stated,
    catalogue,
    isRelevant,
  })
  // What company and product themselves would say goes unsaid where the release has no place for it.
  const company = fitLayer(companyLayer(input.company, stages), catalogue, [])
  const others: Layers = { ...strong, base: carried.layer, company }
  const common = { stage, category, stages, said: strongest(others, catalogue), catalogue, isRelevant }
  const computed = fitLayer(
    { ...computedLayer({ ...common, identity, stated }), ...weightsLayer({ ...common, loads }) },
    catalogue,
    [],
  )
  const leftOut = [...carried.leftOut, ...lost]
  return { layers: { ...others, computed }, stage, category, loads, leftOut }
}

/** The category that file, weighing, person or an earlier stage declares, whatever the body says. */
export function declaredCategory(
  said: CompletionInput['said'],
  stages: readonly EarlierStage[],
): string | undefined {
  return spoken(said, categoryPath) ?? categoryOf(stages)
}

/** The authority of our approval, as its number says; empty where nothing says it yet. */
function authorityOf(layers: Layers): string {
  const { of, pattern } = facts.approvalCountry
  const number = [layers.typed, layers.measured, layers.file, layers.variant]
    .map((layer) => layer?.[of]?.value)
    .find((value) => value != null)
  return new RegExp(pattern).exec(number ?? '')?.[1] ?? ''
}

function stageSaid(said: CompletionInput['said']): OwnStage | undefined {
  const stage = spoken(said, 'CocDataGroup/StageOfCompletion')
  return stage === 'V' || stage === 'I' || stage === 'C' ? stage : undefined
}

/** What the strongest of the kept layers says at a path. */
function spoken(said: CompletionInput['said'], path: string): string | undefined {
  const layers: readonly (Layer | undefined)[] = [said.typed, said.measured, said.file]
  return layers.map((layer) => layer?.[path]?.value).find((value) => value != null) ?? undefined
}

function categoryOf(stages: readonly EarlierStage[]): string | undefined {
  const latest = latestStage(stages)
  return latest && valueAt(latest.tree, categoryPath)
}
