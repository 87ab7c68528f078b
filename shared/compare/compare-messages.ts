import {
  type Catalogue,
  type GroupType,
  groupType,
  memberOf,
  type ValueType,
  valueType,
} from '../ivi/catalogue.ts'
import { isRows, type MessageGroup, type MessageTree } from '../ivi/message.ts'
import { type Place, rootPlace } from '../ivi/place.ts'
import { rowNumberField } from '../ivi/row-number.ts'
import type { ComparedRow, ComparedValue, Comparison } from './comparison.ts'
import { isOfTheMessage, rowNames } from './facts.ts'
import { type MatchableRow, matchRows } from './match-rows.ts'
import { meaningOf } from './meaning.ts'

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
        const value = compareValue(a ?? '', b ?? '', fieldType(type, name, catalogues), name, at)
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
  const known = (type?.members ?? []).map(({ name }) => name)
  const stated = known.filter((name) => left[name] !== undefined || right[name] !== undefined)
  const others = new Set(
    [...Object.keys(left), ...Object.keys(right)].filter((name) => !known.includes(name)),
  )
  return others.size === 0 ? stated : [...stated, ...others]
}

function compareValue(
  left: string,
  right: string,
  type: ValueType | undefined,
  name: string,
  at: Where,
): ComparedValue | undefined {
  const meaning = meaningOf(type, left)
  const same = left === right || meaning === meaningOf(type, right)
  if (same && meaning === '') return undefined
  return {
    path: at.schema.field(name),
    rows: at.rows,
    left: left.trim() === '' ? null : left,
    right: right.trim() === '' ? null : right,
    leftPath: at.left.field(name),
    rightPath: at.right.field(name),
    same,
  }
}

type Catalogues = readonly [Catalogue, Catalogue]

function fieldType(
  group: GroupType | undefined,
  name: string,
  catalogues: Catalogues,
): ValueType | undefined {
  for (const catalogue of catalogues) {
    const member = memberIn(group, name, catalogue)
    if (member?.kind === 'field') return valueType(catalogue, member.type)
  }
  return undefined
}

function innerType(
  group: GroupType | undefined,
  name: string,
  catalogues: Catalogues,
): GroupType | undefined {
  for (const catalogue of catalogues) {
    const member = memberIn(group, name, catalogue)
    if (member?.kind === 'group') return groupType(catalogue, member.type)
  }
  return undefined
}

/** A group's name means the same in each release; the other one may know a member more. */
function memberIn(group: GroupType | undefined, name: string, catalogue: Catalogue) {
  const own = group && catalogue.groups[group.name]
  return own && memberOf(own, name)
}

/** What a row is matched by. */
function readRow(row: MessageGroup, type: GroupType | undefined, catalogues: Catalogues): MatchableRow {
  const values = new Set<string>()
  const collect = (group: MessageGroup, of: GroupType | undefined, prefix: string): string => {
    const parts: string[] = []
    for (const name of Object.keys(group).sort()) {
      const node = group[name]
      if (node === undefined) continue
      if (typeof node === 'string') {
        const meaning = meaningOf(fieldType(of, name, catalogues), node)
        if (meaning === '') continue
        const part = `${name}=${JSON.stringify(meaning)}`
        values.add(prefix + part)
        parts.push(part)
        continue
      }
      const inner = innerType(of, name, catalogues)
      const contents = asRows(node).map((each) => collect(each, inner, `${prefix}${name}/`))
      // Rows say the same in whatever order they stand.
      const said = contents.filter((content) => content !== '{}').sort()
      if (said.length > 0) parts.push(`${name}:[${said.join()}]`)
    }
    return `{${parts.join()}}`
  }
  const content = collect(row, type, '')
  const numberField = type && numberFieldOf(type, catalogues)
  const named = type && rowNames[type.name]
  const textOf = (field: string): string => {
    const value = row[field]
    return typeof value === 'string' ? meaningOf(fieldType(type, field, catalogues), value) : ''
  }
  return {
    number: numberField === undefined ? undefined : textOf(numberField),
    name: named?.map(textOf).join(' '),
    content,
    values,
  }
}

function numberFieldOf(type: GroupType, catalogues: Catalogues): string | undefined {
  for (const catalogue of catalogues) {
    const own = catalogue.groups[type.name]
    if (own) return rowNumberField(own, catalogue)
  }
  return undefined
}

function isField(node: MessageGroup[string] | undefined): node is string | undefined {
  return node === undefined || typeof node === 'string'
}

/** A group as the one row that it is. */
function asRows(node: MessageGroup[string] | undefined): readonly MessageGroup[] {
  if (node === undefined || typeof node === 'string') return []
  return isRows(node) ? node : [node]
}

function asGroup(node: MessageGroup[string] | undefined): MessageGroup {
  return asRows(node)[0] ?? {}
}
