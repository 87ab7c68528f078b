import fc from 'fast-check'
import { type Catalogue, groupType, type Member, valueType } from '../../shared/ivi/catalogue.ts'
import type { MessageGroup, MessageNode, MessageTree } from '../../shared/ivi/message.ts'
import { validValue } from './ivi-value.ts'

export interface MessageShape {
  /** Of how many optional members one is there; 4 unless told. */
  readonly oneOf?: number
  /** Rows of a table beyond those it must have; 1 unless told. */
  readonly extraRows?: number
}

/** Random messages that the schema accepts (unsigned), made from the catalogue; what they say makes no sense. */
export function iviMessage(catalogue: Catalogue, shape: MessageShape = {}): fc.Arbitrary<MessageTree> {
  const groups = new Map<string, fc.Arbitrary<MessageGroup>>()

  const groupOf = (name: string): fc.Arbitrary<MessageGroup> => {
    const known = groups.get(name)
    if (known) return known
    const members = groupType(catalogue, name).members.filter((member) => member.kind !== 'signature')
    const made = fc
      .tuple(...members.map((member) => (member.min > 0 ? nodeOf(member) : optional(nodeOf(member)))))
      .map((nodes): MessageGroup => {
        const present = nodes.flatMap((node, at) =>
          node === undefined ? [] : [[members[at]?.name ?? '', node] as const],
        )
        return Object.fromEntries(present)
      })
    groups.set(name, made)
    return made
  }
  const optional = (node: fc.Arbitrary<MessageNode>): fc.Arbitrary<MessageNode | undefined> =>
    fc.oneof(
      { weight: (shape.oneOf ?? 4) - 1, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: node },
    )
  const nodeOf = (member: Exclude<Member, { kind: 'signature' }>): fc.Arbitrary<MessageNode> => {
    if (member.kind === 'field') return validValue(valueType(catalogue, member.type))
    if (member.max === 1) return groupOf(member.type)
    const minLength = Math.max(1, member.min)
    return fc.array(groupOf(member.type), { minLength, maxLength: minLength + (shape.extraRows ?? 1) })
  }
  return groupOf(catalogue.root)
}
