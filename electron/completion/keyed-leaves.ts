import { type Catalogue, type GroupType, groupType } from '../../shared/ivi/catalogue.ts'
import { isRows, type MessageGroup, type MessageTree } from '../../shared/ivi/message.ts'
import { rowNumberField } from '../../shared/ivi/row-number.ts'

export interface KeyedLeaf {
  /** Instance path in its own tree. */
  readonly path: string
  readonly schemaPath: string
  readonly value: string
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
  const leaves = new Map<string, KeyedLeaf>()
  const visit = (node: MessageGroup, branch: Branch, path: string, keyed: string): void => {
    for (const [name, { schemaPath, group, branch: below }] of branch) {
      const child = node[name]
      if (child === undefined) continue
      if (typeof child === 'string') {
        leaves.set(keyed + name, { path: path + name, schemaPath, value: child })
      } else if (!isRows(child)) visit(child, below, `${path}${name}/`, `${keyed}${name}/`)
      else if (group) {
        const names = namesOf(child, group, keys[name] ?? [], catalogue)
        for (const [at, row] of child.entries())
          visit(row, below, `${path}${name}[${at + 1}]/`, `${keyed}${name}${names[at] ?? ''}/`)
      }
    }
  }
  visit(tree, branchOf(wanted, catalogue), '', '')
  return leaves
}

/** What of a group leads to wanted values, in schema order. */
type Branch = readonly (readonly [name: string, Twig])[]
interface Twig {
  readonly schemaPath: string
  /** Absent for a field. */
  readonly group: GroupType | undefined
  readonly branch: Branch
}

const branches = new WeakMap<Catalogue, WeakMap<ReadonlySet<string>, Branch>>()

function branchOf(wanted: ReadonlySet<string>, catalogue: Catalogue): Branch {
  const ofCatalogue = branches.get(catalogue) ?? new WeakMap<ReadonlySet<string>, Branch>()
  branches.set(catalogue, ofCatalogue)
  const known = ofCatalogue.get(wanted)
  if (known) return known
  const places = placesAbove(wanted)
  const grow = (type: GroupType, prefix: string): Branch =>
    type.members.flatMap((member) => {
      const schemaPath = prefix + member.name
      if (!places.has(schemaPath)) return []
      const group = member.kind === 'group' ? groupType(catalogue, member.type) : undefined
      return [[member.name, { schemaPath, group, branch: group ? grow(group, `${schemaPath}/`) : [] }]]
    })
  const branch = grow(groupType(catalogue, catalogue.root), '')
  ofCatalogue.set(wanted, branch)
  return branch
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
  const number = rowNumberField(type, catalogue)
  const fields = number ? [number] : keys
  const seen = new Map<string, number>()
  return rows.map((row) => {
    const name = fields.map((field) => `${field}=${String(row[field] ?? '')}`).join(',')
    const again = (seen.get(name) ?? 0) + 1
    seen.set(name, again)
    return `[${name}#${again}]`
  })
}
