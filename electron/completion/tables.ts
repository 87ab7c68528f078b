import { type Catalogue, type GroupType, groupType, memberOf } from '../../shared/ivi/catalogue.ts'
import { isRows, type MessageGroup, type MessageNode, type MessageTree } from '../../shared/ivi/message.ts'
import { schemaPath } from '../../shared/ivi/path.ts'
import { rowNumberField } from '../../shared/ivi/row-number.ts'
import { remember } from '../../shared/remember.ts'

const tableSets = new WeakMap<Catalogue, ReadonlySet<string>>()

function outermostTables(catalogue: Catalogue): ReadonlySet<string> {
  const known = tableSets.get(catalogue)
  if (known) return known
  const tables = new Set<string>()
  const visit = (group: GroupType, prefix: string): void => {
    for (const member of group.members) {
      if (member.kind !== 'group') continue
      const inner = groupType(catalogue, member.type)
      if (inner.kind === 'sequence') tables.add(prefix + member.name)
      else visit(inner, `${prefix}${member.name}/`)
    }
  }
  visit(groupType(catalogue, catalogue.root), '')
  tableSets.set(catalogue, tables)
  return tables
}

const knownTables = new WeakMap<Catalogue, (path: string) => string | undefined>()

/**
 * The outermost table that a place (field, row, table) stands in: the unit that a later stage must repeat whole,
 * since whoever overlays the stages replaces tables as a whole and single fields one by one (IVI manuals).
 * Undefined for a single field.
 */
export function tableOf(path: string, catalogue: Catalogue): string | undefined {
  let find = knownTables.get(catalogue)
  if (!find) {
    find = remember((one) => outermostTableOf(schemaPath(one), outermostTables(catalogue)))
    knownTables.set(catalogue, find)
  }
  return find(path)
}

function outermostTableOf(place: string, tables: ReadonlySet<string>): string | undefined {
  for (let end = place.indexOf('/'); end >= 0; end = place.indexOf('/', end + 1)) {
    if (tables.has(place.slice(0, end))) return place.slice(0, end)
  }
  return tables.has(place) ? place : undefined
}

/**
 * The tree with numbered rows in the order of their numbers, so that row n of two stages means the same thing. What
 * is in order already, nearly every message, is answered as it is.
 */
export function inRowOrder(tree: MessageTree, catalogue: Catalogue): MessageTree {
  const visit = (node: MessageGroup, group: GroupType): MessageGroup => {
    const moved: Record<string, MessageNode> = {}
    let isSame = true
    for (const name in node) {
      const child = node[name]
      const member = memberOf(group, name)
      if (child === undefined || typeof child === 'string' || member?.kind !== 'group') continue
      const inner = groupType(catalogue, member.type)
      const ordered = isRows(child) ? inOrder(child, inner) : visit(child, inner)
      if (ordered === child) continue
      moved[name] = ordered
      isSame = false
    }
    return isSame ? node : { ...node, ...moved }
  }
  const inOrder = (rows: readonly MessageGroup[], group: GroupType): readonly MessageGroup[] => {
    const key = rowNumberField(group, catalogue)
    const visited = rows.map((row) => visit(row, group))
    if (key) visited.sort((a, b) => Number(a[key]) - Number(b[key]))
    return visited.every((row, at) => row === rows[at]) ? rows : visited
  }
  return visit(tree, groupType(catalogue, catalogue.root))
}
