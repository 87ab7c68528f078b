import { type Catalogue, type GroupType, valueType } from './catalogue.ts'

/** The number that a row carries (`AxleNumber`, `TyreNumber` …): its first member, where that is a required integer. */
export function rowNumberField(group: GroupType, catalogue: Catalogue): string | undefined {
  const [first] = group.members
  if (first?.kind !== 'field' || first.min !== 1) return undefined
  const { base } = valueType(catalogue, first.type)
  return base === 'short' || base === 'int' ? first.name : undefined
}
