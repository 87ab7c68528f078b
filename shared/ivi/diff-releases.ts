import facts from '../../schemas/rules/paths.json' with { type: 'json' }
import { type Catalogue, groupType, type ValueType, valueType } from './catalogue.ts'
import { type LimitChange, typeDifference } from './type-difference.ts'

/** A table repeats; a group stands once. */
export type PlaceKind = 'field' | 'group' | 'table'

export interface SchemaPlace {
  /** Schema path. */
  readonly path: string
  readonly kind: PlaceKind
  /** How many there must be. */
  readonly min: number
}

export interface Moved {
  readonly from: string
  readonly to: string
  readonly kind: PlaceKind
}

/** Fields whose values have other limits now; they share the type before and the type after. */
export interface ChangedLimits {
  readonly before: string
  readonly after: string
  readonly limits: readonly LimitChange[]
  /** Schema paths, as they are now. */
  readonly paths: readonly string[]
}

/** Fields whose list of codes changed. */
export interface ChangedCodes {
  readonly before: string
  readonly after: string
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly paths: readonly string[]
}

export interface ChangedCount {
  readonly path: string
  readonly kind: PlaceKind
  readonly before: number
  readonly after: number
}

export interface ReleaseName {
  readonly release: string
  readonly namespace: string
  /** The `Generated:` line of the official schema. */
  readonly generated: string
}

/** What changed from one release to another. Below a moved group only what changed too is listed. */
export interface ReleaseDiff {
  readonly from: ReleaseName
  readonly to: ReleaseName
  readonly added: readonly SchemaPlace[]
  readonly removed: readonly SchemaPlace[]
  readonly moved: readonly Moved[]
  readonly limits: readonly ChangedLimits[]
  readonly codes: readonly ChangedCodes[]
  readonly counts: readonly ChangedCount[]
}

interface Place extends SchemaPlace {
  readonly type?: ValueType
}

export function diffReleases(before: Catalogue, after: Catalogue): ReleaseDiff {
  const [old, now] = [placesOf(before), placesOf(after)]
  const stays = (place: Place, other: ReadonlyMap<string, Place>): boolean =>
    other.get(place.path)?.kind === place.kind
  const gone = [...old.values()].filter((place) => !stays(place, now))
  const come = [...now.values()].filter((place) => !stays(place, old))
  const moved = movedPlaces(gone, come)
  const target = new Map(moved.map(({ from, to }) => [from, to]))
  const taken = new Set(target.values())
  const limits = new Map<string, ChangedLimits>()
  const codes = new Map<string, ChangedCodes>()
  const counts: ChangedCount[] = []
  for (const place of old.values()) {
    const other = now.get(target.get(place.path) ?? (stays(place, now) ? place.path : ''))
    if (!other) continue
    const { path, kind } = other
    if (place.min !== other.min) counts.push({ path, kind, before: place.min, after: other.min })
    if (!place.type || !other.type) continue
    const names = { before: place.type.name, after: other.type.name }
    const key = `${names.before} ${names.after}`
    const found = typeDifference(place.type, other.type)
    const paths = [...(limits.get(key) ?? codes.get(key) ?? { paths: [] }).paths, path]
    if (found.limits.length > 0) limits.set(key, { ...names, limits: found.limits, paths })
    // That a message states another release is no change of its form.
    if (path !== facts.messageRelease && found.codes.added.length + found.codes.removed.length > 0)
      codes.set(key, { ...names, ...found.codes, paths })
  }
  const shown = ({ from, to }: Moved): boolean =>
    !moved.some((group) => from.startsWith(`${group.from}/`) && to.startsWith(`${group.to}/`))
  return {
    from: nameOf(before),
    to: nameOf(after),
    added: come.filter(({ path }) => !taken.has(path)).map(named),
    removed: gone.filter(({ path }) => !target.has(path)).map(named),
    moved: moved.filter(shown),
    limits: [...limits.values()],
    codes: [...codes.values()],
    counts,
  }
}

/** Whether messages of the one are messages of the other, apart from their number. */
export function isEmptyDiff(diff: ReleaseDiff): boolean {
  const { added, removed, moved, limits, codes, counts, from, to } = diff
  const all = [added, removed, moved, limits, codes, counts]
  return from.namespace === to.namespace && all.every((changes) => changes.length === 0)
}

/** Every field and group of a release by its schema path, in schema order. */
export function placesOf(catalogue: Catalogue): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>()
  const visit = (name: string, prefix: string): void => {
    for (const member of groupType(catalogue, name).members) {
      const path = prefix + member.name
      const { min } = member
      if (member.kind === 'field')
        places.set(path, { path, kind: 'field', min, type: valueType(catalogue, member.type) })
      else if (member.kind === 'group') {
        places.set(path, { path, kind: member.max === 'unbounded' ? 'table' : 'group', min })
        visit(member.type, `${path}/`)
      }
    }
  }
  visit(catalogue.root, '')
  return places
}

/**
 * What left one place and came to one other under the same name; with a group all that it takes along. A name that
 * left or came several times says nothing.
 */
function movedPlaces(gone: readonly Place[], come: readonly Place[]): readonly Moved[] {
  const there = new Map(come.map((place) => [place.path, place]))
  const [left, arrived] = [byName(gone), byName(come)]
  const moved: Moved[] = []
  const settled = new Set<string>()
  for (const { path: from, kind } of gone) {
    if (settled.has(from)) continue
    const key = keyOf(from, kind)
    const [to, ...others] = arrived.get(key) ?? []
    if (to === undefined || others.length > 0 || (left.get(key)?.length ?? 0) > 1) continue
    for (const below of gone) {
      if (below.path !== from && !below.path.startsWith(`${from}/`)) continue
      const place = to + below.path.slice(from.length)
      if (settled.has(below.path) || there.get(place)?.kind !== below.kind) continue
      moved.push({ from: below.path, to: place, kind: below.kind })
      settled.add(below.path)
    }
  }
  return moved
}

function byName(places: readonly Place[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const { path, kind } of places) {
    const key = keyOf(path, kind)
    const known = found.get(key)
    if (known) known.push(path)
    else found.set(key, [path])
  }
  return found
}

function keyOf(path: string, kind: PlaceKind): string {
  return `${kind} ${path.slice(path.lastIndexOf('/') + 1)}`
}

const named = ({ path, kind, min }: Place): SchemaPlace => ({ path, kind, min })

function nameOf({ release, namespace, generated }: Catalogue): ReleaseName {
  return { release, namespace, generated }
}
