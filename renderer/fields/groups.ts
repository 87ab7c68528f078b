import { type Catalogue, type GroupType, groupType, valueType } from '../../shared/ivi/catalogue.ts'

/** A group that repeats, by its schema path. */
export interface RepeatingGroup {
  readonly place: string
  readonly type: GroupType
  /** The running number that a row carries, such as `AxleNumber`; absent where rows have none. */
  readonly numberField: string | undefined
}

/** Every repeating group of a release by its schema path. */
export function repeatingGroups(catalogue: Catalogue): ReadonlyMap<string, RepeatingGroup> {
  const groups = new Map<string, RepeatingGroup>()
  const visit = (name: string, prefix: string): void => {
    for (const member of groupType(catalogue, name).members) {
      if (member.kind !== 'group') continue
      const place = prefix + member.name
      const type = groupType(catalogue, member.type)
      if (member.max === 'unbounded')
        groups.set(place, { place, type, numberField: numberOf(type, catalogue) })
      visit(member.type, `${place}/`)
    }
  }
  visit(catalogue.root, '')
  return groups
}

function numberOf(group: GroupType, catalogue: Catalogue): string | undefined {
  const [first] = group.members
  if (first?.kind !== 'field' || first.min !== 1) return undefined
  const { base } = valueType(catalogue, first.type)
  return base === 'short' || base === 'int' ? first.name : undefined
}
