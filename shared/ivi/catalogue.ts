/** The facets and codes of a value, in the spelling of XML Schema. */
export interface ValueType {
  readonly name: string
  /** `xs:` base type without its prefix. */
  readonly base: 'string' | 'decimal' | 'int' | 'short' | 'date' | 'dateTime'
  readonly minLength?: number
  readonly maxLength?: number
  readonly totalDigits?: number
  readonly fractionDigits?: number
  /** Lexical, as in the schema: `999.99`. */
  readonly minInclusive?: string
  readonly maxInclusive?: string
  readonly pattern?: string
  readonly codes?: readonly string[]
}

export type Member =
  | { readonly kind: 'field'; readonly name: string; readonly type: string; readonly min: 0 | 1 }
  | {
      readonly kind: 'group'
      readonly name: string
      readonly type: string
      /** How many there must be; a table may ask for two rows. */
      readonly min: number
      /** Only a table's rows repeat. */
      readonly max: 1 | 'unbounded'
    }
  | { readonly kind: 'signature'; readonly name: 'Signature'; readonly min: 0 | 1 }

/** `all`: members in any order, once each. `sequence`: a table of one repeating row group. */
export interface GroupType {
  readonly name: string
  readonly kind: 'all' | 'sequence'
  readonly members: readonly Member[]
}

/** One release of the IVI message as data; `schemas/ivi/<release>/catalogue.json` holds it. */
export interface Catalogue {
  readonly release: string
  readonly namespace: string
  /** The `Generated:` line of the official schema. */
  readonly generated: string
  readonly root: string
  readonly groups: Readonly<Record<string, GroupType>>
  readonly types: Readonly<Record<string, ValueType>>
}

export function groupType(catalogue: Catalogue, name: string): GroupType {
  const group = catalogue.groups[name]
  if (!group) throw new Error(`the catalogue has no group ${name}`)
  return group
}

export function valueType(catalogue: Catalogue, name: string): ValueType {
  const type = catalogue.types[name]
  if (!type) throw new Error(`the catalogue has no type ${name}`)
  return type
}

/** A place in the message without row numbers: `CocDataGroup/AxleTable/AxleGroup/AxleSpacing`. */
export interface FieldEntry {
  readonly path: string
  readonly name: string
  readonly type: ValueType
  readonly required: boolean
}

const fieldIndexes = new WeakMap<Catalogue, ReadonlyMap<string, FieldEntry>>()

/** Every field of the release by its schema path, in schema order. */
export function fieldIndex(catalogue: Catalogue): ReadonlyMap<string, FieldEntry> {
  const known = fieldIndexes.get(catalogue)
  if (known) return known
  const index = new Map<string, FieldEntry>()
  const visit = (groupName: string, prefix: string): void => {
    for (const member of groupType(catalogue, groupName).members) {
      if (member.kind === 'signature') continue
      const path = prefix + member.name
      if (member.kind === 'group') visit(member.type, `${path}/`)
      else {
        const type = valueType(catalogue, member.type)
        index.set(path, { path, name: member.name, type, required: member.min === 1 })
      }
    }
  }
  visit(catalogue.root, '')
  fieldIndexes.set(catalogue, index)
  return index
}

const memberIndexes = new WeakMap<GroupType, ReadonlyMap<string, Member>>()

/** The member of a group by its name, or undefined where the group has none. */
export function memberOf(group: GroupType, name: string): Member | undefined {
  let index = memberIndexes.get(group)
  if (!index) {
    index = new Map(group.members.map((member) => [member.name, member]))
    memberIndexes.set(group, index)
  }
  return index.get(name)
}
