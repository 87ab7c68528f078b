import { type Problem, problem } from '../problem.ts'
import { remember } from '../remember.ts'
import { fail, ok, type Result } from '../result.ts'
import {
  type Catalogue,
  type GroupType,
  groupType,
  memberOf,
  type ValueType,
  valueType,
} from './catalogue.ts'
import { checkCharacters, normaliseValue } from './check-value.ts'
import type { MessageGroup, MessageNode, MessageTree } from './message.ts'
import { parsePath } from './path.ts'

/** A group under construction; rows by the number that their paths gave them. */
interface Unordered {
  readonly values: Map<string, string>
  readonly groups: Map<string, Map<number, Unordered>>
}

const empty = (): Unordered => ({ values: new Map(), groups: new Map() })

/**
 * The tree of these values, in schema order whatever their own order. Rows are numbered anew without gaps, in the
 * order of the numbers given; a step without a number is the first row. White space around numbers and dates goes.
 *
 * Codes: `ivi-unknown-path`, `value-forbidden-character`, each with its path.
 */
export function buildTree(
  leaves: Iterable<readonly [path: string, value: string]>,
  catalogue: Catalogue,
): Result<MessageTree> {
  const root = empty()
  for (const [path, value] of leaves) {
    const refused = place(root, path, value, catalogue)
    if (refused) return fail(refused)
  }
  return ok(inOrder(root, groupType(catalogue, catalogue.root), catalogue))
}

/**
 * Where the values of {@link buildTree} end up: each path given → its path in the tree, rows renumbered. Paths that
 * the catalogue does not know are left out.
 */
export function renumberPaths(paths: Iterable<string>, catalogue: Catalogue): Map<string, string> {
  const root = empty()
  for (const path of paths) place(root, path, path, catalogue)
  const renumbered = new Map<string, string>()
  const visit = (group: MessageGroup, prefix: string): void => {
    for (const [name, node] of Object.entries(group)) {
      if (typeof node === 'string') renumbered.set(node, prefix + name)
      else if (Array.isArray(node))
        for (const [at, row] of node.entries()) visit(row, `${prefix}${name}[${at + 1}]/`)
      else visit(node as MessageGroup, `${prefix}${name}/`)
    }
  }
  visit(inOrder(root, groupType(catalogue, catalogue.root), catalogue), '')
  return renumbered
}

function place(root: Unordered, path: string, value: string, catalogue: Catalogue): Problem | undefined {
  const way = waysOf(catalogue)(path)
  if (!way) return problem('ivi-unknown-path', { path, release: catalogue.release }, { path })
  const refused = checkCharacters(value)
  if (refused) return { ...refused, where: { path } }
  let target = root
  for (const { name, row } of way.groups) {
    const rows = target.groups.get(name) ?? new Map<number, Unordered>()
    if (rows.size === 0) target.groups.set(name, rows)
    const next = rows.get(row) ?? empty()
    if (next.values.size + next.groups.size === 0) rows.set(row, next)
    target = next
  }
  target.values.set(way.field, normaliseValue(way.type, value))
  return undefined
}

/** The groups through which a path leads to its field. */
interface Way {
  readonly groups: readonly { readonly name: string; readonly row: number }[]
  readonly field: string
  readonly type: ValueType
}

const ways = new WeakMap<Catalogue, (path: string) => Way | undefined>()

/** Ways of a release by path; undefined where it has no such field. */
function waysOf(catalogue: Catalogue): (path: string) => Way | undefined {
  const known = ways.get(catalogue)
  if (known) return known
  const find = remember((path) => findWay(path, catalogue))
  ways.set(catalogue, find)
  return find
}

function findWay(path: string, catalogue: Catalogue): Way | undefined {
  const steps = parsePath(path) ?? []
  let group = groupType(catalogue, catalogue.root)
  const groups: { name: string; row: number }[] = []
  for (const [at, step] of steps.entries()) {
    const member = memberOf(group, step.name)
    const last = at === steps.length - 1
    if (member?.kind === 'field' && last && step.row === undefined) {
      return { groups, field: step.name, type: valueType(catalogue, member.type) }
    }
    const row = step.row ?? 1
    if (member?.kind !== 'group' || last || (member.max === 1 && row > 1)) return undefined
    groups.push({ name: step.name, row })
    group = groupType(catalogue, member.type)
  }
  return undefined
}

function inOrder(source: Unordered, group: GroupType, catalogue: Catalogue): MessageGroup {
  const ordered: Record<string, MessageNode> = {}
  for (const member of group.members) {
    if (member.kind === 'signature') continue
    if (member.kind === 'field') {
      const value = source.values.get(member.name)
      if (value !== undefined) ordered[member.name] = value
      continue
    }
    const rows = source.groups.get(member.name)
    if (!rows) continue
    const type = groupType(catalogue, member.type)
    const sorted = [...rows]
      .sort(([left], [right]) => left - right)
      .map(([, row]) => inOrder(row, type, catalogue))
    const [first] = sorted
    if (member.max === 'unbounded') ordered[member.name] = sorted
    else if (first) ordered[member.name] = first
  }
  return ordered
}
