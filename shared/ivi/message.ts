import { remember } from '../remember.ts'
import { type Place, rootPlace } from './place.ts'

/**
 * An IVI message in memory: a plain tree with the schema's names below the root element. Leaves keep their XML
 * lexical form, so nothing is lost or rounded; a repeating group is always an array. The Signature is no part of it.
 */
export type MessageNode = string | MessageGroup | readonly MessageGroup[]
export interface MessageGroup {
  readonly [name: string]: MessageNode
}
export type MessageTree = MessageGroup

/** Instance path → lexical value, in the order of the tree. Rows of repeating groups are always numbered. */
export type Leaves = ReadonlyMap<string, string>

/** Every value of the tree by its instance path. */
export function leavesOf(tree: MessageTree): Map<string, string> {
  const leaves = new Map<string, string>()
  const visit = (group: MessageGroup, place: Place): void => {
    for (const name in group) {
      const node = group[name]
      if (node === undefined) continue
      if (typeof node === 'string') leaves.set(place.field(name), node)
      else if (isRows(node)) {
        for (let at = 0; at < node.length; at += 1) visit(node[at] ?? {}, place.row(name, at + 1))
      } else visit(node, place.group(name))
    }
  }
  visit(tree, rootPlace())
  return leaves
}

export function isRows(node: MessageNode | undefined): node is readonly MessageGroup[] {
  return Array.isArray(node)
}

/** What stands at an instance path: a value, a group, rows (where the last step has no number), or nothing. */
export function nodeAt(tree: MessageTree, path: string): MessageNode | undefined {
  let node: MessageNode | undefined = tree
  for (const { name, row } of stepsOf(path)) {
    if (typeof node === 'string' || node === undefined) return undefined
    const group: MessageGroup | undefined = isRows(node) ? node[0] : node
    const child: MessageNode | undefined = group?.[name]
    node = row === undefined || !isRows(child) ? child : child[row - 1]
  }
  return node
}

interface Step {
  readonly name: string
  /** From 1; absent where a step names no row. */
  readonly row?: number
}

/** The same few hundred places are asked for at every keystroke. */
const stepsOf = remember((path): readonly Step[] =>
  path.split('/').map((part) => {
    const bracket = part.indexOf('[')
    return bracket < 0
      ? { name: part }
      : { name: part.slice(0, bracket), row: Number(part.slice(bracket + 1, -1)) }
  }),
)

/** The value at an instance path, or undefined. */
export function valueAt(tree: MessageTree, path: string): string | undefined {
  const node = nodeAt(tree, path)
  return typeof node === 'string' ? node : undefined
}

/** The rows of the repeating group at a path such as `CocDataGroup/AxleTable/AxleGroup`; none where it is absent. */
export function rowsAt(tree: MessageTree, path: string): readonly MessageGroup[] {
  const node = nodeAt(tree, path)
  return isRows(node) ? node : []
}
