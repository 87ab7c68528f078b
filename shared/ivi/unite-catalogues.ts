import {
  type Catalogue,
  type GroupType,
  groupType,
  type Member,
  type ValueType,
  valueType,
} from './catalogue.ts'
import { compareLimits, isSameType } from './type-difference.ts'

/** What one release says at a place. */
interface Said<Part> {
  readonly catalogue: Catalogue
  readonly part: Part
}

/**
 * One catalogue with every place of all: what any release knows may be spoken of, and a value is taken that any of them
 * takes. Where they contradict each other (a field here, a table there) the first one is followed. Its number and
 * namespace are the first one's; it is no release, and no message is read or written by it.
 */
export function uniteCatalogues(first: Catalogue, others: readonly Catalogue[]): Catalogue {
  if (others.length === 0) return first
  const all = [first, ...others]
  const groups: Record<string, GroupType> = {}
  const types: Record<string, ValueType> = {}
  const keepType = (path: string, said: readonly Said<string>[]): string => {
    const united = said
      .map(({ catalogue, part }) => valueType(catalogue, part))
      .reduce((wide, next) => widest(wide, next))
    const known = types[united.name]
    const key = known === undefined || isSameType(known, united) ? united.name : path
    types[key] = united
    return key
  }
  const uniteGroup = (key: string, prefix: string, said: readonly Said<GroupType>[]): string => {
    const [leading] = said
    if (!leading) throw new Error(`no release says what ${key} is`)
    const byName = new Map<string, Said<Member>[]>()
    for (const { catalogue, part } of said)
      for (const member of part.members)
        byName.set(member.name, [...(byName.get(member.name) ?? []), { catalogue, part: member }])
    const members = [...byName].map(([name, everywhere]): Member => {
      const path = prefix + name
      const [told] = everywhere
      if (!told) throw new Error(`no release says what ${path} is`)
      const alike = everywhere.filter(
        ({ part }) => part.kind === told.part.kind && maxOf(part) === maxOf(told.part),
      )
      const everybody = alike.length === said.length
      const min = everybody ? Math.min(...alike.map(({ part }) => part.min)) : 0
      const { part } = told
      if (part.kind === 'signature') return { ...part, min: min === 0 ? 0 : 1 }
      if (part.kind === 'field') {
        const fields = alike.flatMap(({ catalogue, part: one }) =>
          one.kind === 'field' ? [{ catalogue, part: one.type }] : [],
        )
        return { ...part, type: keepType(path, fields), min: min === 0 ? 0 : 1 }
      }
      const inner = alike.flatMap(({ catalogue, part: one }) =>
        one.kind === 'group' ? [{ catalogue, part: groupType(catalogue, one.type) }] : [],
      )
      return { ...part, type: uniteGroup(path, `${path}/`, inner), min }
    })
    groups[key] = { name: leading.part.name, kind: leading.part.kind, members }
    return key
  }
  uniteGroup(
    first.root,
    '',
    all.map((catalogue) => ({ catalogue, part: groupType(catalogue, catalogue.root) })),
  )
  return { ...first, groups, types }
}

function maxOf(member: Member): 1 | 'unbounded' {
  return member.kind === 'group' ? member.max : 1
}

/** The type that takes what either takes; of another base the first one alone. A limit that one lacks limits neither. */
function widest(one: ValueType, other: ValueType): ValueType {
  if (one.base !== other.base) return one
  const lower = (a: string, b: string): string => (compareLimits(a, b) <= 0 ? a : b)
  const higher = (a: string, b: string): string => (compareLimits(a, b) >= 0 ? a : b)
  const wide = {
    minLength: both(one.minLength, other.minLength, Math.min),
    maxLength: both(one.maxLength, other.maxLength, Math.max),
    totalDigits: both(one.totalDigits, other.totalDigits, Math.max),
    fractionDigits: both(one.fractionDigits, other.fractionDigits, Math.max),
    minInclusive: both(one.minInclusive, other.minInclusive, lower),
    maxInclusive: both(one.maxInclusive, other.maxInclusive, higher),
    pattern: one.pattern === other.pattern ? one.pattern : undefined,
    codes: both(one.codes, other.codes, (a, b) => [...new Set([...a, ...b])]),
  }
  const stated = Object.entries(wide).filter(([, limit]) => limit !== undefined)
  return { name: one.name, base: one.base, ...Object.fromEntries(stated) }
}

function both<Limit>(
  one: Limit | undefined,
  other: Limit | undefined,
  wider: (a: Limit, b: Limit) => Limit,
): Limit | undefined {
  return one === undefined || other === undefined ? undefined : wider(one, other)
}
