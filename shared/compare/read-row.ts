import type { GroupType } from '../ivi/catalogue.ts'
import { isRows, type MessageGroup } from '../ivi/message.ts'
import { type Catalogues, fieldType, innerType, numberFieldOf } from './either-release.ts'
import { rowNames } from './facts.ts'
import type { MatchableRow, RowContent } from './match-rows.ts'
import { meaningOf } from './meaning.ts'

/** What a row is matched by. */
export function readRow(
  row: MessageGroup,
  type: GroupType | undefined,
  catalogues: Catalogues,
): MatchableRow {
  const numberField = type && numberFieldOf(type, catalogues)
  const named = type && rowNames[type.name]
  const textOf = (field: string): string => {
    const value = row[field]
    return typeof value === 'string' ? meaningOf(fieldType(type, field, catalogues), value) : ''
  }
  let said: RowContent | undefined
  return {
    number: numberField === undefined ? undefined : textOf(numberField),
    name: named?.map(textOf).join(' '),
    said: () => {
      said ??= contentOf(row, type, catalogues)
      return said
    },
  }
}

function contentOf(row: MessageGroup, type: GroupType | undefined, catalogues: Catalogues): RowContent {
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
      const stated = contents.filter((content) => content !== '{}').sort()
      if (stated.length > 0) parts.push(`${name}:[${stated.join()}]`)
    }
    return `{${parts.join()}}`
  }
  return { content: collect(row, type, ''), values }
}

/** A group as the one row that it is. */
export function asRows(node: MessageGroup[string] | undefined): readonly MessageGroup[] {
  if (node === undefined || typeof node === 'string') return []
  return isRows(node) ? node : [node]
}

export function asGroup(node: MessageGroup[string] | undefined): MessageGroup {
  return asRows(node)[0] ?? {}
}
