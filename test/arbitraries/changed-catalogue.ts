import fc from 'fast-check'
import { loadCatalogue } from '../../electron/ivi-xml/load-catalogue.ts'
import type { Catalogue, Member } from '../../shared/ivi/catalogue.ts'

const catalogue = loadCatalogue()
const groupNames = Object.keys(catalogue.groups).filter((name) => name !== catalogue.root)
const typeNames = Object.keys(catalogue.types)

type Change = (before: Catalogue) => Catalogue

export const withGroup = (
  before: Catalogue,
  name: string,
  change: (members: readonly Member[]) => readonly Member[],
) => {
  const group = before.groups[name]
  return group
    ? { ...before, groups: { ...before.groups, [name]: { ...group, members: change(group.members) } } }
    : before
}
export const withType = (before: Catalogue, name: string, change: object) => {
  const type = before.types[name]
  return type ? { ...before, types: { ...before.types, [name]: { ...type, ...change } } } : before
}

/** Only what a publisher may do to a schema and that stays one. */
const change: fc.Arbitrary<Change> = fc.oneof(
  fc
    .tuple(fc.constantFrom(...groupNames), fc.constantFrom(...typeNames), fc.integer({ min: 0, max: 99 }))
    .map(
      ([group, type, number]): Change =>
        (before) =>
          withGroup(before, group, (members) =>
            before.groups[group]?.kind === 'all' && !members.some(({ name }) => name === `Added${number}`)
              ? [...members, { kind: 'field', name: `Added${number}`, type, min: 0 }]
              : members,
          ),
    ),
  fc.tuple(fc.constantFrom(...groupNames), fc.nat()).map(
    ([group, at]): Change =>
      (before) =>
        withGroup(before, group, (members) => {
          const gone = at % members.length
          return members[gone]?.kind === 'field' && members.length > 1 && group !== 'Header'
            ? members.filter((_, index) => index !== gone)
            : members
        }),
  ),
  fc.tuple(fc.constantFrom(...groupNames), fc.nat()).map(
    ([group, at]): Change =>
      (before) =>
        withGroup(before, group, (members) =>
          members.map((member, index) =>
            index === at % members.length && member.kind === 'field'
              ? { ...member, min: member.min === 0 ? 1 : 0 }
              : member,
          ),
        ),
  ),
  fc.tuple(fc.constantFrom(...typeNames), fc.integer({ min: 1, max: 99 })).map(
    ([type, max]): Change =>
      (before) =>
        before.types[type]?.base === 'string' && type !== 'IviVersionNumberXsd'
          ? withType(before, type, { maxLength: 500 + max })
          : before,
  ),
  fc.tuple(fc.constantFrom(...typeNames), fc.integer({ min: 0, max: 9 })).map(
    ([type, code]): Change =>
      (before) => {
        const codes = before.types[type]?.codes
        return codes && type !== 'IviVersionNumberXsd'
          ? withType(before, type, { codes: [...codes.slice(1), `Z${code}`] })
          : before
      },
  ),
)
/** The product's release with some changes. */
export const changedCatalogue: fc.Arbitrary<Catalogue> = fc
  .array(change, { minLength: 1, maxLength: 6 })
  .map((changes) => changes.reduce((before, each) => each(before), catalogue))

/** The same where a group became a table, or a table a group: what one release repeats another has once. */
export const reshapedCatalogue: fc.Arbitrary<Catalogue> = fc
  .tuple(
    changedCatalogue,
    fc.array(fc.tuple(fc.constantFrom(...groupNames), fc.nat()), { minLength: 1, maxLength: 4 }),
  )
  .map(([before, turns]) =>
    turns.reduce(
      (changed, [group, at]) =>
        withGroup(changed, group, (members) =>
          members.map((member, index) =>
            index === at % members.length && member.kind === 'group'
              ? { ...member, max: member.max === 1 ? 'unbounded' : 1, min: 0 }
              : member,
          ),
        ),
      before,
    ),
  )
