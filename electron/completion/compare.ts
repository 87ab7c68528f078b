import facts from '../../schemas/completion/comparisons.json' with { type: 'json' }
import { rowNames } from '../../shared/compare/facts.ts'
import type { Catalogue } from '../../shared/ivi/catalogue.ts'
import { type MessageTree, rowsAt } from '../../shared/ivi/message.ts'
import { schemaPath } from '../../shared/ivi/path.ts'
import { composeDraft } from '../../shared/record/compose-draft.ts'
import { spellOut } from '../../shared/record/layer-paths.ts'
import type { Layer, Layers } from '../../shared/record/layers.ts'
import { renumberer, rowsOf, strongest } from '../../shared/record/strongest.ts'
import type { DriftItem } from '../../shared/record/views.ts'
import type { CompanyTolerances } from '../../shared/rules/company-policy.ts'
import { type Direction, drift } from './drift.ts'
import { keyedLeaves } from './keyed-leaves.ts'
import { type EarlierStage, latestStage } from './overlay-stages.ts'
import { type GivenSignOff, withSignOffs } from './sign-offs.ts'

export interface CompareInput {
  /** All layers of the draft, as completion made them. */
  readonly layers: Layers
  readonly stages: readonly EarlierStage[]
  readonly signOffs: readonly GivenSignOff[]
  readonly catalogue: Catalogue
  /** What the company tightened, percent by field. */
  readonly tolerances?: CompanyTolerances
  /** The draft that the layers make, where the caller has it already. */
  readonly tree?: MessageTree
}

/**
 * Our values against the latest earlier stage (like with like), the weighing and the variant. Equal values are left
 * out. `exceeded` asks for a sign-off; one given before counts as long as path and values are the same.
 */
export function compareStages(input: CompareInput): readonly DriftItem[] {
  const { layers, catalogue } = input
  const tree = input.tree ?? composeDraft(layers, catalogue).tree
  const predicted = againstPrediction(input, isSpecialPurpose(tree))
  return withSignOffs([...againstEarlierStage(tree, input), ...predicted], input.signOffs)
}

const oursCompared: ReadonlySet<string> = new Set(facts.earlierStage.map(({ ours }) => ours))
const theirsCompared: ReadonlySet<string> = new Set(facts.earlierStage.flatMap(({ earlier }) => earlier))

function* againstEarlierStage(tree: MessageTree, { stages, catalogue }: CompareInput): Iterable<DriftItem> {
  const latest = latestStage(stages)
  if (!latest) return
  const ours = [...keyedLeaves(tree, catalogue, oursCompared, rowNames)]
  const theirs = keyedLeaves(latest.tree, catalogue, theirsCompared, rowNames)
  for (const rule of facts.earlierStage) {
    for (const [keyed, leaf] of ours) {
      if (leaf.schemaPath !== rule.ours) continue
      const group = keyed.slice(0, keyed.lastIndexOf('/') + 1)
      const expected = rule.earlier
        .map((path) => theirs.get(group + path.slice(path.lastIndexOf('/') + 1)))
        .find((one) => one !== undefined)
      if (!expected) continue
      const { tolerancePercent } = rule
      yield* drift(leaf.path, 'earlier-stage', expected.value, leaf.value, {
        tolerancePercent,
        may: rule.may as Direction,
      })
    }
  }
}

/**
 * The weighing against what is declared without it (predicted, or typed over it), and what file or person declare
 * instead of what the variant says or its masses give.
 */
function* againstPrediction(
  { layers, catalogue, tolerances }: CompareInput,
  specialPurpose: boolean,
): Iterable<DriftItem> {
  const { measured, ...others } = layers
  const predicted: Layer = { ...weightsOf(layers.computed), ...layers.variant }
  const declared = strongest(others, catalogue)
  const draftPath = renumberer(rowsOf(strongest(layers, catalogue).keys()))
  const percent = (against: 'measured' | 'variant', path: string): string | undefined => {
    const rule = facts[against].find((one) => one.path === schemaPath(path))
    const usual = specialPurpose ? rule?.specialPurposePercent : rule?.tolerancePercent
    return usual && (tolerances?.[against][schemaPath(path)] ?? usual)
  }
  for (const [layerPath, { value }] of Object.entries(measured ?? {})) {
    const path = spellOut(layerPath, catalogue)
    const expected = declared.get(path)?.value
    const tolerancePercent = percent('measured', path)
    if (value === null || expected === undefined || tolerancePercent === undefined) continue
    yield* drift(draftPath(path), 'measured', expected, value, { tolerancePercent, may: 'stay' })
  }
  for (const [layerPath, { value: expected }] of Object.entries(predicted)) {
    const path = spellOut(layerPath, catalogue)
    const tolerancePercent = percent('variant', path)
    const stated = declared.get(path)
    if (expected === null || tolerancePercent === undefined || !stated) continue
    if (stated.source.kind !== 'file' && stated.source.kind !== 'typed') continue
    yield* drift(draftPath(path), 'variant', expected, stated.value, { tolerancePercent, may: 'stay' })
  }
}

function weightsOf(computed: Layer = {}): Layer {
  return Object.fromEntries(
    Object.entries(computed).filter(
      ([, { source }]) => source.kind === 'computed' && source.by === 'weights',
    ),
  )
}

function isSpecialPurpose(tree: MessageTree): boolean {
  const { rows, field } = facts.specialPurpose
  return rowsAt(tree, rows).some((row) => row[field] !== undefined)
}
