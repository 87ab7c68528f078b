import facts from '../../schemas/completion/computed.json' with { type: 'json' }
import paths from '../../schemas/rules/paths.json' with { type: 'json' }
import { type Catalogue, fieldIndex } from '../../shared/ivi/catalogue.ts'
import { valueAt } from '../../shared/ivi/message.ts'
import { liesIn } from '../../shared/record/layer-paths.ts'
import type { Layer, LayerValue } from '../../shared/record/layers.ts'
import { rowsOf, type Said } from '../../shared/record/strongest.ts'
import type { IsRelevant, OwnStage } from './carry-over.ts'
import { ownManufacturerRow, ownStageNumber } from './manufacturers.ts'
import { type EarlierStage, latestStage } from './overlay-stages.ts'

/** What the register knows of the certificate that is being made. */
export interface Identity {
  readonly vin: string
  /** IviReferenceId: a new one for every version. */
  readonly reference: string
  /** IviVersionNumber: 1, then one more for each correction. */
  readonly version: number
  /** IviVersionDateTime with milliseconds and offset. */
  readonly at: string
  /** The day of signing, `YYYY-MM-DD`. */
  readonly signatureDate: string
}

export interface ComputedInput {
  readonly identity: Identity
  readonly stage: OwnStage
  readonly category: string
  readonly stages: readonly EarlierStage[]
  /** What all other origins make of the draft, by layer path. */
  readonly said: ReadonlyMap<string, Said>
  /** Instance paths of which variant, file, weighing or a person speak. */
  readonly stated: ReadonlySet<string>
  readonly catalogue: Catalogue
  readonly isRelevant: IsRelevant
}

/** The `computed` layer: what follows from the record and from other values. */
export function computedLayer(input: ComputedInput): Layer {
  const { identity, stage, stages, catalogue } = input
  const layer: Record<string, LayerValue> = {}
  const say = (path: string, by: string, value: string | undefined): void => {
    if (value !== undefined) layer[path] = { value, source: { kind: 'computed', by } }
  }
  say(paths.reference, 'reference', identity.reference)
  say(paths.messageRelease, 'release', catalogue.release)
  say(paths.messageVersion, 'version', String(identity.version))
  say(paths.messageMoment, 'version', identity.at)
  say(facts.approvalCountry.path, 'approval', approvalCountry(input))
  say(paths.vin, 'record', identity.vin)
  say('CocDataGroup/StageOfCompletion', 'stage', stage)
  say(
    `${ownManufacturerRow(stages)}/ManufacturerStageNumber`,
    'stage',
    String(stage === 'C' ? 1 : ownStageNumber(stages)),
  )
  say(
    'CocDataGroup/SigningAuthorityTable/SigningAuthorityGroup[1]/SignatureDate',
    'signature',
    identity.signatureDate,
  )
  if (stage === 'V') say(facts.completedAltered.path, 'stage', completedAltered(stages))
  for (const [path, value] of counts(input)) say(path, 'axles', value)
  return layer
}

function approvalCountry({ said, catalogue }: ComputedInput): string | undefined {
  const { of, pattern, path } = facts.approvalCountry
  const country = new RegExp(pattern).exec(said.get(of)?.value ?? '')?.[1]
  return country && fieldIndex(catalogue).get(path)?.type.codes?.includes(country) ? country : undefined
}

function completedAltered(stages: readonly EarlierStage[]): string | undefined {
  const latest = latestStage(stages)
  const codes: Readonly<Record<string, string>> = facts.completedAltered.byLatestStage
  return latest && codes[valueAt(latest.tree, 'CocDataGroup/StageOfCompletion') ?? '']
}

/** Counts follow the axle table only where ours touches it: otherwise the earlier stage's own counts stand. */
function* counts({ said, stated, category, stage, isRelevant }: ComputedInput): Iterable<[string, string]> {
  if (![...stated].some((path) => liesIn(path, facts.axleTable))) return
  const places = [...said.keys()].filter((path) => liesIn(path, facts.axleTable))
  for (const count of facts.counts) {
    if (isRelevant(count.path, category, stage) === false) continue
    const { indicator } = count
    const rows = (rowsOf(places).get(count.rows) ?? []).map((row) =>
      indicator === undefined ? undefined : said.get(`${count.rows}[${row}]/${indicator}`)?.value,
    )
    if (rows.length === 0 || (count.needsIndicator && rows.every((value) => value === undefined))) continue
    const total = rows.reduce(
      (sum, value) => sum + (value === 'Y' ? (count.eachWithIndicator ?? 0) : count.each),
      0,
    )
    yield [count.path, String(total)]
  }
}
