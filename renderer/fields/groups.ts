import { type Catalogue, type GroupType, groupType } from '../../shared/ivi/catalogue.ts'
import { rowNumberField } from '../../shared/ivi/row-number.ts'

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
        groups.set(place, { place, type, numberField: rowNumberField(type, catalogue) })
      visit(member.type, `${place}/`)
    }
  }
  visit(catalogue.root, '')
  return groups
}
