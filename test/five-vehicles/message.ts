import { checkTree } from '../../electron/ivi-xml/check-tree.ts'
import { loadCatalogue } from '../../electron/ivi-xml/load-catalogue.ts'
import { leavesOf, type MessageTree } from '../../shared/ivi/message.ts'
import { buildTree } from '../../shared/ivi/set-value.ts'

export const coc = (path: string): string => `CocDataGroup/${path}`

/** Paths below `CocDataGroup` with what stands there; null takes away all that lies there. */
export type Changes = Readonly<Record<string, string | number | null>>

export type Leaves = ReadonlyMap<string, string>

/** The values of a message as it stands in a file of the demo. */
export function leavesOfFile(json: unknown): Leaves {
  const tree = checkTree(json, loadCatalogue())
  if (!tree.ok) throw new Error(JSON.stringify(tree.problem))
  return leavesOf(tree.value)
}

/** The same values but for the changes; what is new stands at the end. */
export function changed(leaves: Leaves, changes: Changes): Leaves {
  const values = new Map(leaves)
  for (const [below, value] of Object.entries(changes)) {
    const path = coc(below)
    if (value !== null) values.set(path, String(value))
    else
      for (const known of leaves.keys())
        if (known === path || known.startsWith(`${path}/`) || known.startsWith(`${path}[`))
          values.delete(known)
  }
  return values
}

export function treeOf(leaves: Leaves): MessageTree {
  const built = buildTree(leaves, loadCatalogue())
  if (!built.ok) throw new Error(JSON.stringify(built.problem))
  return built.value
}
