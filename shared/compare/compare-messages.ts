import { type Catalogue, type GroupType, groupType, memberOf, type ValueType } from '../ivi/catalogue.ts'
import { isRows, type MessageGroup, type MessageTree } from '../ivi/message.ts'
import { type Place, rootPlace } from '../ivi/place.ts'
import type { ComparedRow, ComparedValue, Comparison } from './comparison.ts'
import { fieldType, innerType } from './either-release.ts'
import { isOfTheMessage } from './facts.ts'
import { type MatchableRow, matchRows } from './match-rows.ts'
import { meaningOf } from './meaning.ts'
import { asGroup, asRows, readRow } from './read-row.ts'

/** A message with the catalogue of its own release. */
export interface Side {
  readonly tree: MessageTree
  readonly catalogue: Catalogue
}

interface Where {
  readonly schema: Place
  readonly left: Place
  readonly right: Place
  readonly rows: readonly ComparedRow[]
}

/**
 * Every value of two messages side by side, equal ones too. Rows are matched by what they are about, values compared
 * in meaning. The releases may differ: a field that one of them does not know is not stated there.
 */
export function compareMessages(left: Side, right: Side): Comparison {
  const [vehicle, message]: [ComparedValue[], ComparedValue[]] = [[], []]
  const catalogues = [left.catalogue, right.catalogue] as const
  const visit = (l: MessageGroup, r: MessageGroup, type: GroupType | undefined, at: Where): void => {
    for (const name of namesOf(l, r, type)) {
      const [a, b] = [l[name], r[name]]
      if (isField(a) && isField(b)) {
        const value = compareValue(a ?? '', b ?? '', () => fieldType(type, name, catalogues), name, at)
        if (value) (isOfTheMessage(value.path) ? message : vehicle).push(value)
        continue
      }
      const inner = innerType(type, name, catalogues)
      if (isRows(a) || isRows(b)) {
        visitRows(asRows(a), asRows(b), name, inner, at)
        continue
      }
      visit(asGroup(a), asGroup(b), inner, below(at, name))
    }
  }
  const visitRows = (
    l: readonly MessageGroup[],
    r: readonly MessageGroup[],
    name: string,
    inner: GroupType | undefined,
    at: Where,
  ): void => {
    const matchable = (row: MessageGroup): MatchableRow => readRow(row, inner, catalogues)
    const lefts = l.map(matchable)
    const rights = r.map(matchable)
    const place = at.schema.field(name)
    let [leftEnd, rightEnd] = [l.length, r.length]
    for (const [order, pair] of matchRows(lefts, rights).entries()) {
      const number = lefts[pair.left ?? -1]?.number ?? rights[pair.right ?? -1]?.number
      const row: ComparedRow = {
        ...{ place, order },
        ...(number === undefined ? {} : { number }),
        ...(pair.left === undefined ? {} : { left: pair.left + 1 }),
        ...(pair.right === undefined ? {} : { right: pair.right + 1 }),
      }
      // A row that one side lacks would stand behind those that it has.
      if (row.left === undefined) leftEnd += 1
      if (row.right === undefined) rightEnd += 1
      visit(l[pair.left ?? -1] ?? {}, r[pair.right ?? -1] ?? {}, inner, {
        schema: at.schema.group(name),
        left: at.left.row(name, row.left ?? leftEnd),
        right: at.right.row(name, row.right ?? rightEnd),
        rows: [...at.rows, row],
      })
    }
  }
  const root = rootPlace()
  const type = groupType(left.catalogue, left.catalogue.root)
  visit(left.tree, right.tree, type, { schema: root, left: root, right: root, rows: [] })
  return { vehicle, message }
}

function below(at: Where, name: string): Where {
  return {
    ...at,
    schema: at.schema.group(name),
    left: at.left.group(name),
    right: at.right.group(name),
  }
}

/** In the order of the schema; names that it does not know follow. */
function namesOf(left: MessageGroup, right: MessageGroup, type: GroupType | undefined): readonly string[] {
  const names: string[] = []
  for (const { name } of type?.members ?? [])
    if (left[name] !== undefined || right[name] !== undefined) names.push(name)
  for (const name in left) if (!(type && memberOf(type, name))) names.push(name)
  for (const name in right) if (!(type && memberOf(type, name)) && left[name] === undefined) names.push(name)
  return names
}

function compareValue(
  left: string,
  right: string,
  typeOf: () => ValueType | undefined,
  name: string,
  at: Where,
): ComparedValue | undefined {
  const same = left === right || isSameMeaning(left, right, typeOf())
  const [said, other] = [left.trim() === '' ? null : left, right.trim() === '' ? null : right]
  if (said === null && other === null) return undefined
  return {
    path: at.schema.field(name),
    rows: at.rows,
    left: said,
    right: other,
    leftPath: at.left.field(name),
    rightPath: at.right.field(name),
    same,
  }
}

function isSameMeaning(left: string, right: string, type: ValueType | undefined): boolean {
  return meaningOf(type, left) === meaningOf(type, right)
}

function isField(node: MessageGroup[string] | undefined): node is string | undefined {
  return node === undefined || typeof node === 'string'
}
