import type { Catalogue } from '../ivi/catalogue.ts'
import { leavesOf, type MessageTree } from '../ivi/message.ts'
import { buildTree } from '../ivi/set-value.ts'
import type { Result } from '../result.ts'
import type { ComparedValue } from './comparison.ts'

/** The left message with what the right one says at these places; rows without a value left go. */
export function applyDifferences(
  tree: MessageTree,
  differing: readonly ComparedValue[],
  catalogue: Catalogue,
): Result<MessageTree> {
  const leaves = leavesOf(tree)
  for (const { leftPath, right } of differing) {
    if (right === null) leaves.delete(leftPath)
    else leaves.set(leftPath, right)
  }
  return buildTree(leaves, catalogue)
}
