import type { Catalogue } from '../../shared/ivi/catalogue.ts'
import { leavesOf, type MessageTree, rowsAt } from '../../shared/ivi/message.ts'
import { placeOf } from '../../shared/paper/scan.ts'
import { liesIn } from '../../shared/record/layer-paths.ts'
import type { Source } from '../../shared/record/layers.ts'
import type { SignatureView } from '../../shared/record/views.ts'
import { inRowOrder, tableOf } from './tables.ts'

/** The eCoC of an earlier stage, as far as completion needs it. */
export interface EarlierStage {
  readonly stageNumber: number
  readonly sha256: string
  readonly tree: MessageTree
  /** Where its values stand on paper, where that is all there is. */
  readonly signature?: Pick<SignatureView, 'paper' | 'present' | 'valid'>
}

/** A stage as the source of the value that it states at a path of its message. */
export function baseSource(stage: EarlierStage, path: string): Source {
  const paper = placeOf(stage.signature?.paper, path)
  return { kind: 'base', stage: stage.stageNumber, sha256: stage.sha256, ...(paper ? { paper } : {}) }
}

/** What a stage declared, and which one said it last. */
export interface Declared {
  readonly value: string
  readonly stage: EarlierStage
}

/**
 * The vehicle as the earlier stages leave it, laid over each other as authorities do: from stage 1 on, a later
 * stage's table replaces the whole table, a single field only itself; nothing once stated can be deleted.
 */
export function overlayStages(
  stages: readonly EarlierStage[],
  catalogue: Catalogue,
): ReadonlyMap<string, Declared> {
  const declared = new Map<string, Declared>()
  for (const stage of inStageOrder(stages)) {
    const leaves = leavesOf(inRowOrder(stage.tree, catalogue))
    const repeated = new Set<string>()
    for (const path of leaves.keys()) {
      const table = tableOf(path, catalogue)
      if (table) repeated.add(table)
    }
    for (const table of repeated) {
      for (const path of declared.keys()) if (liesIn(path, table)) declared.delete(path)
    }
    for (const [path, value] of leaves) declared.set(path, { value, stage })
  }
  return declared
}

export function inStageOrder<Stage extends { readonly stageNumber: number }>(
  stages: readonly Stage[],
): readonly Stage[] {
  return [...stages].sort((a, b) => a.stageNumber - b.stageNumber)
}

/** The stage that ours builds upon: masses and limits are compared with it, not with the first. */
export function latestStage<Stage extends { readonly stageNumber: number }>(
  stages: readonly Stage[],
): Stage | undefined {
  return inStageOrder(stages).at(-1)
}

export const manufacturerRows = 'CocDataGroup/ManufacturerTable/ManufacturerGroup'

/** The number of the stage that issued a message: the highest of its manufacturers. */
export function stageNumberOf(tree: MessageTree): number {
  const numbers = rowsAt(tree, manufacturerRows).map((row) => Number(row.ManufacturerStageNumber))
  return Math.max(1, ...numbers.filter(Number.isInteger))
}
