import { type Catalogue, type GroupType, groupType, memberOf, valueType } from '../../shared/ivi/catalogue.ts'
import { checkCharacters, normaliseValue } from '../../shared/ivi/check-value.ts'
import type { MessageGroup, MessageNode, MessageTree } from '../../shared/ivi/message.ts'
import { type Problem, problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'

/** Only throws inside this file: the walk goes deep, and the first problem ends it. */
class Refused extends Error {
  readonly problem: Problem
  constructor(refused: Problem) {
    super(refused.code)
    this.problem = refused
  }
}

const refuse = (code: string, path: string, args: Readonly<Record<string, string | number>> = {}): never => {
  throw new Refused(problem(code, { path, ...args }, { path }))
}

/**
 * Proves that a value from outside (parsed JSON) is a message tree of this catalogue: names, shapes, characters.
 * Whether it is complete and its values allowed is the schema's matter. Accepts the groups below the root, or the
 * same under the root's name. The answer is in schema order.
 *
 * Codes: `tree-not-an-object`, `tree-unknown-name`, `tree-not-text`, `tree-not-rows`, `value-forbidden-character`.
 */
export function checkTree(value: unknown, catalogue: Catalogue): Result<MessageTree> {
  try {
    const outer = asObject(value, '')
    const names = Object.keys(outer)
    const wrapped = names.length === 1 && names[0] === catalogue.root
    const inner = wrapped ? outer[catalogue.root] : outer
    return ok(checkGroup(inner, groupType(catalogue, catalogue.root), '', catalogue))
  } catch (error) {
    if (error instanceof Refused) return fail(error.problem)
    throw error
  }
}

function checkGroup(value: unknown, group: GroupType, path: string, catalogue: Catalogue): MessageGroup {
  const given = asObject(value, path)
  const prefix = path === '' ? '' : `${path}/`
  for (const name of Object.keys(given)) {
    const kind = memberOf(group, name)?.kind
    if (kind === undefined || kind === 'signature')
      refuse('tree-unknown-name', prefix + name, { name, release: catalogue.release })
  }
  const checked: Record<string, MessageNode> = {}
  for (const member of group.members) {
    const node = Object.hasOwn(given, member.name) ? given[member.name] : undefined
    if (node === undefined || member.kind === 'signature') continue
    const here = prefix + member.name
    if (member.kind === 'field') {
      checked[member.name] = normaliseValue(valueType(catalogue, member.type), asText(node, here))
      continue
    }
    const type = groupType(catalogue, member.type)
    if (member.max === 1) checked[member.name] = checkGroup(node, type, here, catalogue)
    else {
      if (!Array.isArray(node)) return refuse('tree-not-rows', here)
      checked[member.name] = node.map((row: unknown, at) =>
        checkGroup(row, type, `${here}[${at + 1}]`, catalogue),
      )
    }
  }
  return checked
}

function asObject(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refuse('tree-not-an-object', path === '' ? '/' : path)
  }
  return value as Readonly<Record<string, unknown>>
}

function asText(value: unknown, path: string): string {
  // A JSON number has lost its lexical form (1.50) before this sees it.
  if (typeof value !== 'string') return refuse('tree-not-text', path)
  const refused = checkCharacters(value)
  if (refused) throw new Refused({ ...refused, where: { path } })
  return value
}
