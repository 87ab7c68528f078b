import type { Catalogue } from '../../shared/ivi/catalogue.ts'
import { schemaPath } from '../../shared/ivi/path.ts'
import { liesIn } from '../../shared/record/layer-paths.ts'
import type { Layer, LayerValue } from '../../shared/record/layers.ts'
import type { LeftOut } from '../../shared/record/views.ts'
import { deltaRepeats } from './delta.ts'
import { fitLayer } from './fit-release.ts'
import { type Ground, neverCarried, tablesLeftOut } from './left-out.ts'
import { earlierManufacturers } from './manufacturers.ts'
import { baseSource, type EarlierStage, manufacturerRows, overlayStages } from './overlay-stages.ts'
import { tableOf } from './tables.ts'

/** Our stage: completed over earlier ones, still incomplete, or complete and built whole. */
export type OwnStage = 'V' | 'I' | 'C'

/**
 * How much of the earlier stages our message repeats. `delta`: single fields only where ours adds or changes them;
 * `full`: all of them. The approval authority's wish decides (facts: certainty low what each one wants).
 */
export type CarryMode = 'delta' | 'full'

/** Whether a field belongs on a certificate; `unknown` where no source says so, and then it is carried. */
export type IsRelevant = (schemaPath: string, category: string, stage: OwnStage) => boolean | 'unknown'

export interface CarryOverInput {
  readonly stages: readonly EarlierStage[]
  readonly mode: CarryMode
  readonly stage: OwnStage
  /** Of the vehicle as ours leaves it. */
  readonly category: string
  /** Instance paths of which variant, file, weighing or a person speak; a table touched by them repeats whole. */
  readonly stated: ReadonlySet<string>
  readonly catalogue: Catalogue
  readonly isRelevant: IsRelevant
}

export interface CarriedOver {
  readonly layer: Layer
  /** In the order of the message. */
  readonly leftOut: readonly LeftOut[]
}

/** The `base` layer of our draft, and what stayed behind. A complete vehicle of our own has neither. */
export function carryOver(input: CarryOverInput): CarriedOver {
  if (input.stage === 'C') return { layer: {}, leftOut: [] }
  const declared = overlayStages(input.stages, input.catalogue)
  const tables = tablesLeftOut(declared, input.stated)
  const repeats = input.mode === 'delta' ? deltaRepeats(input.stated, input.catalogue) : () => true
  const layer: Record<string, LayerValue> = {}
  const leftOut: LeftOut[] = []
  for (const [path, { value, stage }] of declared) {
    if (liesIn(path, manufacturerRows)) continue
    const ground =
      neverCarried(path, input.stage, input.category) ??
      tables.get(tableOf(path, input.catalogue) ?? '') ??
      irrelevance(path, input)
    if (ground) leftOut.push({ path, value, stage: stage.stageNumber, ...ground })
    else if (repeats(path)) {
      layer[path] = { value, source: baseSource(stage, path) }
    }
  }
  const manufacturers = fitLayer(earlierManufacturers(input.stages), input.catalogue, [])
  return { layer: Object.assign(layer, manufacturers), leftOut }
}

const relevanceSource = '(EU) 2020/683 Annex VIII, models A to C by category'

function irrelevance(path: string, { category, stage, isRelevant }: CarryOverInput): Ground | undefined {
  const relevant = isRelevant(schemaPath(path), category, stage)
  return relevant === false ? { kind: 'not-relevant', source: relevanceSource } : undefined
}
