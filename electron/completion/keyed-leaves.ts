import { type Catalogue, type GroupType, groupType } from '../../shared/ivi/catalogue.ts'
import { isRows, type MessageGroup, type MessageTree } from '../../shared/ivi/message.ts'
import { rowKey } from './tables.ts'

export interface KeyedLeaf {
  /** Instance path in its own tree. */
  readonly path: string
  readonly schemaPath: string
  readonly value: string
}

/**
 * Every value by a path that names rows by what they are about (`AxleGroup[AxleNumber=2]`) instead of where they
 * stand, so that two messages can be held against each other row by row. `keys` gives the naming fields of rows
 * that carry no number of their own.
 */
export function keyedLeaves(
  tree: MessageTree,
  catalogue: Catalogue,
  keys: Readonly<Record<string, readonly string[]>>,
): ReadonlyMap<string, KeyedLeaf> {
  const leaves = new Map<string, KeyedLeaf>()
  const visit = (
    node: MessageGroup,
    type: GroupType,
    place: Omit<KeyedLeaf, 'value'>,
    keyed: string,
  ): void => {
    for (const member of type.members) {
      const child = node[member.name]
      if (child === undefined || member.kind === 'signature') continue
      const at = {
        path: place.path + member.name,
        schemaPath: place.schemaPath + member.name,
      }
      if (typeof child === 'string') {
        leaves.set(keyed + member.name, { ...at, value: child })
        continue
      }
      if (member.kind === 'field') continue
      const inner = groupType(catalogue, member.type)
      const below = `${at.schemaPath}/`
      if (!isRows(child)) {
        visit(child, inner, { path: `${at.path}/`, schemaPath: below }, `${keyed}${member.name}/`)
        continue
      }
      const number = rowKey(inner, catalogue)
      const names = number ? [number] : (keys[member.name] ?? [])
      const seen = new Map<string, number>()
      for (const [row, group] of child.entries()) {
        const name = names.map((one) => `${one}=${String(group[one] ?? '')}`).join(',')
        const again = (seen.get(name) ?? 0) + 1
        seen.set(name, again)
        visit(
          group,
          inner,
          { path: `${at.path}[${row + 1}]/`, schemaPath: below },
          `${keyed}${member.name}[${name}#${again}]/`,
        )
      }
    }
  }
  visit(tree, groupType(catalogue, catalogue.root), { path: '', schemaPath: '' }, '')
  return leaves
}
