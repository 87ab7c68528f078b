import facts from '../../schemas/completion/comparisons.json' with { type: 'json' }
import type { Catalogue } from '../../shared/ivi/catalogue.ts'
import { leavesOf, type MessageTree } from '../../shared/ivi/message.ts'
import { schemaPath } from '../../shared/ivi/path.ts'
import { composeDraft } from '../../shared/record/compose-draft.ts'
import { spellOut } from '../../shared/record/layer-paths.ts'
import type { Layers } from '../../shared/record/layers.ts'
import { renumber, rowsOf, strongest } from '../../shared/record/strongest.ts'
import type { DriftItem } from '../../shared/record/views.ts'
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
}

/**
 * Our values against the latest earlier stage (like with like), the weighing and the variant. Equal values are left
 * out. `exceeded` asks for a sign-off; one given before counts as long as path and values are the same.
 */
export function compareStages(input: CompareInput): readonly DriftItem[] {
  const { tree } = composeDraft(input.layers, input.catalogue)
  const items = [
    ...againstEarlierStage(tree, input),
    ...againstMeasured(tree, input),
    ...againstVariant(tree, input),
  ]
  return withSignOffs(items, input.signOffs)
}

function* againstEarlierStage(tree: MessageTree, { stages, catalogue }: CompareInput): Iterable<DriftItem> {
  const latest = latestStage(stages)
  if (!latest) return
  const ours = [...keyedLeaves(tree, catalogue, facts.rowKeys)]
  const theirs = keyedLeaves(latest.tree, catalogue, facts.rowKeys)
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

/** The weighing against what is declared without it: predicted, or typed over it. */
function* againstMeasured(tree: MessageTree, { layers, catalogue }: CompareInput): Iterable<DriftItem> {
  const { measured, ...others } = layers
  const declared = strongest(others, catalogue)
  const rows = rowsOf(strongest(layers, catalogue).keys())
  for (const [layerPath, { value }] of Object.entries(measured ?? {})) {
    const path = spellOut(layerPath, catalogue)
    const expected = declared.get(path)?.value
    const tolerancePercent = tolerance(facts.measured, path, tree)
    if (value === null || expected === undefined || tolerancePercent === undefined) continue
    yield* drift(renumber(path, rows), 'measured', expected, value, { tolerancePercent, may: 'stay' })
  }
}

/** What stronger origins declare instead of what the variant says; the weighing has its own comparison. */
function* againstVariant(tree: MessageTree, { layers, catalogue }: CompareInput): Iterable<DriftItem> {
  const { variant, measured: _, ...others } = layers
  const declared = strongest(others, catalogue)
  const rows = rowsOf(strongest(layers, catalogue).keys())
  for (const [layerPath, { value: expected }] of Object.entries(variant ?? {})) {
    const path = spellOut(layerPath, catalogue)
    const stated = declared.get(path)
    const isStronger = stated?.source.kind === 'file' || stated?.source.kind === 'typed'
    const tolerancePercent = tolerance(facts.variant, path, tree)
    if (expected === null || !stated || !isStronger || tolerancePercent === undefined) continue
    yield* drift(renumber(path, rows), 'variant', expected, stated.value, { tolerancePercent, may: 'stay' })
  }
}

interface Tolerance {
  readonly path: string
  readonly tolerancePercent: string
  readonly specialPurposePercent: string
}

function tolerance(rules: readonly Tolerance[], path: string, tree: MessageTree): string | undefined {
  const rule = rules.find((one) => one.path === schemaPath(path))
  return isSpecialPurpose(tree) ? rule?.specialPurposePercent : rule?.tolerancePercent
}

function isSpecialPurpose(tree: MessageTree): boolean {
  return [...leavesOf(tree).keys()].some((path) => schemaPath(path) === facts.specialPurpose.path)
}
