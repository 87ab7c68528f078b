import { type Problem, problem } from '../problem.ts'
import { type Catalogue, groupType, valueType } from './catalogue.ts'
import { checkValue } from './check-value.ts'
import { isRows, type MessageGroup, type MessageTree } from './message.ts'

/**
 * Everything that the schema has against a tree: members that are missing and values that are not allowed, each with
 * its instance path, in schema order. An empty list means that the message, once signed, is valid.
 *
 * Codes: `ivi-missing-field`, `ivi-missing-group`, `ivi-too-few-rows` and those of `checkValue`.
 */
export function checkMessage(tree: MessageTree, catalogue: Catalogue): readonly Problem[] {
  const found: Problem[] = []
  checkGroup(tree, catalogue.root, '', catalogue, found)
  return found
}

function checkGroup(
  group: MessageGroup,
  groupName: string,
  path: string,
  catalogue: Catalogue,
  found: Problem[],
): void {
  const prefix = path === '' ? '' : `${path}/`
  for (const member of groupType(catalogue, groupName).members) {
    if (member.kind === 'signature') continue
    const here = prefix + member.name
    const node = group[member.name]
    const rows = isRows(node) ? node.length : 0
    if (isRows(node) && rows > 0 && rows < member.min) {
      found.push(
        problem('ivi-too-few-rows', { name: member.name, count: rows, min: member.min }, { path: here }),
      )
    }
    if (node === undefined || (isRows(node) && rows === 0)) {
      if (member.min === 0) continue
      const code = member.kind === 'field' ? 'ivi-missing-field' : 'ivi-missing-group'
      found.push(problem(code, { name: member.name, parent: groupName }, { path: here }))
    } else if (typeof node === 'string') {
      const refused = checkValue(valueType(catalogue, member.type), node)
      if (refused) found.push({ ...refused, where: { path: here } })
    } else if (isRows(node)) {
      for (const [at, row] of node.entries()) {
        checkGroup(row, member.type, `${here}[${at + 1}]`, catalogue, found)
      }
    } else checkGroup(node, member.type, here, catalogue, found)
  }
}
