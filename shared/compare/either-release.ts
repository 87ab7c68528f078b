import {
  type Catalogue,
  type GroupType,
  groupType,
  type Member,
  memberOf,
  type ValueType,
  valueType,
} from '../ivi/catalogue.ts'
import { rowNumberField } from '../ivi/row-number.ts'

/** The releases of both messages; what one does not know, the other may. */
export type Catalogues = readonly [Catalogue, Catalogue]

export function fieldType(
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

export function innerType(
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
function memberIn(group: GroupType | undefined, name: string, catalogue: Catalogue): Member | undefined {
  const own = group && catalogue.groups[group.name]
  return own && memberOf(own, name)
}

export function numberFieldOf(type: GroupType, catalogues: Catalogues): string | undefined {
  for (const catalogue of catalogues) {
    const own = catalogue.groups[type.name]
    if (own) return rowNumberField(own, catalogue)
  }
  return undefined
}
