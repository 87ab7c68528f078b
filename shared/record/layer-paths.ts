import { type Catalogue, type GroupType, groupType, type Member, memberOf } from '../ivi/catalogue.ts'
import { parsePath } from '../ivi/path.ts'
import { remember } from '../remember.ts'

const known = new WeakMap<Catalogue, (path: string) => string | undefined>()

/**
 * The one spelling of an instance path: every repeating row numbered, nothing else. A path that ends at a repeating
 * group without a number stands for all its rows and keeps that form. Undefined for a place that the release has not.
 */
export function findPlace(path: string, catalogue: Catalogue): string | undefined {
  let find = known.get(catalogue)
  if (!find) {
    find = remember((one) => walk(one, catalogue))
    known.set(catalogue, find)
  }
  return find(path)
}

/** {@link findPlace} for paths that were checked before: throws where the release has no such place. */
export function spellOut(path: string, catalogue: Catalogue): string {
  const place = findPlace(path, catalogue)
  if (place === undefined) throw new Error(`the catalogue has no place ${path}`)
  return place
}

function walk(path: string, catalogue: Catalogue): string | undefined {
  const steps = parsePath(path) ?? []
  let group: GroupType | undefined = groupType(catalogue, catalogue.root)
  const parts: string[] = []
  for (const [at, step] of steps.entries()) {
    const member: Member | undefined = group && memberOf(group, step.name)
    if (!member || member.kind === 'signature') return undefined
    const repeats = member.kind === 'group' && member.max === 'unbounded'
    if (step.row !== undefined && !repeats) return undefined
    const all = repeats && step.row === undefined && at === steps.length - 1
    parts.push(repeats && !all ? `${step.name}[${step.row ?? 1}]` : step.name)
    group = member.kind === 'group' ? groupType(catalogue, member.type) : undefined
  }
  return parts.length > 0 ? parts.join('/') : undefined
}

/** True where `path` is the place itself, lies below it, or is a row of it. Both spelled out. */
export function liesIn(path: string, place: string): boolean {
  if (!path.startsWith(place)) return false
  const next = path.charAt(place.length)
  return next === '' || next === '/' || next === '['
}
