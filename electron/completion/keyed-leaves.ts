import { type Catalogue, type GroupType, groupType } from '../../shared/ivi/catalogue.ts'
import { isRows, type MessageGroup, type MessageTree } from '../../shared/ivi/message.ts'
import { rowKey } from './tables.ts'

export interface KeyedLeaf {
  /** Instance path in its own tree. */
  readonly path: string
  readonly schemaPath: string
  readonly value: string
}

interface Place {
  readonly path: string
  readonly schemaPath: string
  readonly keyed: string
}

/**
 * The wanted values (schema paths) by a path that names rows by what they are about (`AxleGroup[AxleNumber=2]`)
 * instead of where they stand, so that two messages can be held against each other row by row. `keys` gives the
 * naming fields of rows that carry no number of their own.
 */
export function keyedLeaves(
  tree: MessageTree,
  catalogue: Catalogue,
  wanted: ReadonlySet<string>,
  keys: Readonly<Record<string, readonly string[]>>,
): ReadonlyMap<string, KeyedLeaf> {
  const onTheWay = placesAbove(wanted)
  const leaves = new Map<string, KeyedLeaf>()
  const visit = (node: MessageGroup, type: GroupType, place: Place): void => {
    for (const member of type.members) {
      const child = node[member.name]
      const schemaPath = place.schemaPath + member.name
      if (child === undefined || !onTheWay.has(schemaPath)) continue
      const path = place.path + member.name
      const keyed = place.keyed + member.name
      if (typeof child === 'string') leaves.set(keyed, { path, schemaPath, value: child })
      if (typeof child === 'string' || member.kind !== 'group') continue
      const inner = groupType(catalogue, member.type)
      const below = (at: string, row: string): Place => ({
        path: `${path}${at}/`,
        schemaPath: `${schemaPath}/`,
        keyed: `${keyed}${row}/`,
      })
      if (!isRows(child)) visit(child, inner, below('', ''))
      else {
        const names = namesOf(child, inner, keys[member.name] ?? [], catalogue)
        for (const [at, row] of child.entries()) visit(row, inner, below(`[${at + 1}]`, names[at] ?? ''))
      }
    }
  }
  visit(tree, groupType(catalogue, catalogue.root), { path: '', schemaPath: '', keyed: '' })
  return leaves
}

function placesAbove(wanted: ReadonlySet<string>): ReadonlySet<string> {
  const places = new Set(wanted)
  for (const path of wanted) {
    for (let end = path.indexOf('/'); end >= 0; end = path.indexOf('/', end + 1))
      places.add(path.slice(0, end))
  }
  return places
}

/** What each row is about; rows of one name are told apart by their order. */
function namesOf(
  rows: readonly MessageGroup[],
  type: GroupType,
  keys: readonly string[],
  catalogue: Catalogue,
): readonly string[] {
  const number = rowKey(type, catalogue)
  const fields = number ? [number] : keys
  const seen = new Map<string, number>()
  return rows.map((row) => {
    const name = fields.map((field) => `${field}=${String(row[field] ?? '')}`).join(',')
    const again = (seen.get(name) ?? 0) + 1
    seen.set(name, again)
    return `[${name}#${again}]`
  })
}
