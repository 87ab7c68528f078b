import { type Catalogue, groupType } from '../../shared/ivi/catalogue.ts'
import { parsePath } from '../../shared/ivi/path.ts'
import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'

export type PlaceKind = 'field' | 'group' | 'row'

/** What stands at an instance path in this release; only repeating groups may carry a row number. */
export function knownPath(path: string, catalogue: Catalogue): Result<PlaceKind> {
  const steps = parsePath(path)
  if (!steps) return fail(problem('path-unreadable', { path }, { path }))
  let group = groupType(catalogue, catalogue.root)
  let kind: PlaceKind = 'group'
  for (const { name, row } of steps) {
    if (kind === 'field') return fail(problem('path-unknown', { path, name }, { path }))
    const member = group.members.find((candidate) => candidate.name === name)
    const repeats = member?.kind === 'group' && member.max === 'unbounded'
    if (!member || member.kind === 'signature' || (row !== undefined && !repeats))
      return fail(problem('path-unknown', { path, name }, { path }))
    kind = member.kind === 'field' ? 'field' : repeats ? 'row' : 'group'
    if (member.kind === 'group') group = groupType(catalogue, member.type)
  }
  return ok(kind)
}
