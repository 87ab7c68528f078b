import { isRows, type MessageGroup, type MessageTree, nodeAt } from '../ivi/message.ts'

/** What an earlier manufacturer declared. Stage 1 comes first in any list of them. */
export interface EarlierStage {
  readonly tree: MessageTree
  readonly stageNumber: number
}

/**
 * The vehicle as whoever reads all its certificates sees it: from stage 1 on, each later stage overwrites single
 * fields and replaces tables whole (EUCARIS IVI setup manual, multi-stage).
 */
export function overlayStages(earlier: readonly EarlierStage[], own: MessageTree): MessageTree {
  return earlier.reduceRight<MessageTree>((later, stage) => over(stage.tree, later), own)
}

function over(below: MessageGroup, above: MessageGroup): MessageGroup {
  const merged: Record<string, MessageGroup[string]> = { ...below }
  for (const [name, node] of Object.entries(above)) {
    const under = below[name]
    const bothGroups =
      under !== undefined &&
      typeof under !== 'string' &&
      !isRows(under) &&
      typeof node !== 'string' &&
      !isRows(node)
    merged[name] = bothGroups ? over(under, node) : node
  }
  return merged
}

/** The stage whose word the overlaid vehicle takes for a path; undefined where our own message says it. */
export function stageThatSays(
  path: string,
  own: MessageTree,
  earlier: readonly EarlierStage[],
): number | undefined {
  if (nodeAt(own, path) !== undefined) return undefined
  return earlier.findLast((stage) => nodeAt(stage.tree, path) !== undefined)?.stageNumber
}
