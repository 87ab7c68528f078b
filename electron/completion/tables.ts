import { type Catalogue, type GroupType, groupType, valueType } from '../../shared/ivi/catalogue.ts'
import { isRows, type MessageGroup, type MessageNode, type MessageTree } from '../../shared/ivi/message.ts'
import { schemaPath } from '../../shared/ivi/path.ts'

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

const knownPlaces = new WeakMap<Catalogue, Map<string, string | undefined>>()

/**
 * The outermost table that a place (field, row, table) stands in: the unit that a later stage must repeat whole,
 * since whoever overlays the stages replaces tables as a whole and single fields one by one (IVI manuals).
 * Undefined for a single field.
 */
export function tableOf(path: string, catalogue: Catalogue): string | undefined {
  const place = schemaPath(path)
  const known = knownPlaces.get(catalogue) ?? new Map<string, string | undefined>()
  knownPlaces.set(catalogue, known)
  if (!known.has(place)) known.set(place, outermostTableOf(place, outermostTables(catalogue)))
  return known.get(place)
}

function outermostTableOf(place: string, tables: ReadonlySet<string>): string | undefined {
  for (let end = place.indexOf('/'); end >= 0; end = place.indexOf('/', end + 1)) {
    if (tables.has(place.slice(0, end))) return place.slice(0, end)
  }
  return tables.has(place) ? place : undefined
}

/** The number that a row carries (`AxleNumber`, `TyreNumber` …): its first member, where that is a required integer. */
export function rowKey(group: GroupType, catalogue: Catalogue): string | undefined {
  const [first] = group.members
  if (first?.kind !== 'field' || first.min !== 1) return undefined
  const { base } = valueType(catalogue, first.type)
  return base === 'short' || base === 'int' ? first.name : undefined
}

/** The tree with numbered rows in the order of their numbers, so that row n of two stages means the same thing. */
export function inRowOrder(tree: MessageTree, catalogue: Catalogue): MessageTree {
  const visit = (node: MessageGroup, group: GroupType): MessageGroup => {
    const entries: [string, MessageNode][] = []
    for (const member of group.members) {
      const child = node[member.name]
      if (child === undefined || member.kind === 'signature') continue
      if (member.kind === 'field' || typeof child === 'string') {
        entries.push([member.name, child])
        continue
      }
      const inner = groupType(catalogue, member.type)
      const key = rowKey(inner, catalogue)
      if (!isRows(child)) entries.push([member.name, visit(child, inner)])
      else {
        const rows = child.map((row) => visit(row, inner))
        if (key) rows.sort((a, b) => Number(a[key]) - Number(b[key]))
        entries.push([member.name, rows])
      }
    }
    return Object.fromEntries(entries)
  }
  return visit(tree, groupType(catalogue, catalogue.root))
}
