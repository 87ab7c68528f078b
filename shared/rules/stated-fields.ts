import { isRows, type MessageGroup, type MessageTree } from '../ivi/message.ts'

/** Instance paths of every value by the schema path that they share. */
export type StatedFields = ReadonlyMap<string, readonly [string, ...string[]]>

const known = new WeakMap<MessageTree, StatedFields>()

/** The fields that a message states. Several rules ask, so one walk answers all of them. */
export function statedFields(tree: MessageTree): StatedFields {
  const before = known.get(tree)
  if (before) return before
  const fields = new Map<string, [string, ...string[]]>()
  const visit = (group: MessageGroup, instance: string, schema: string): void => {
    for (const name in group) {
      const node = group[name]
      if (node === undefined) continue
      const path = schema + name
      if (typeof node === 'string') {
        const instances = fields.get(path)
        if (instances) instances.push(instance + name)
        else fields.set(path, [instance + name])
      } else if (isRows(node)) {
        for (const [index, row] of node.entries()) visit(row, `${instance}${name}[${index + 1}]/`, `${path}/`)
      } else visit(node as MessageGroup, `${instance}${name}/`, `${path}/`)
    }
  }
  visit(tree, '', '')
  known.set(tree, fields)
  return fields
}

/** Entries in one order for any message, however its elements stand. */
export function inOneOrder<Entry extends readonly [string, ...unknown[]]>(
  entries: readonly Entry[],
): readonly Entry[] {
  return entries.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
}
