import reads from '../../schemas/rules/reads.json' with { type: 'json' }
import { type Catalogue, fieldIndex } from '../../shared/ivi/catalogue.ts'
import { checkValue } from '../../shared/ivi/check-value.ts'
import type { ReleaseDiff } from '../../shared/ivi/diff-releases.ts'
import { formSections } from '../../shared/ivi/layout.ts'
import { parsePath, schemaPath } from '../../shared/ivi/path.ts'
import { type FieldPlace, placeFields } from '../../shared/ivi/place-fields.ts'
import type { Touched, TouchedDefinition, TouchedPlace } from '../../shared/releases/views.ts'
import type { Definition } from '../register/settings.ts'

/** Places of the old release by what became of them. */
export interface Changes {
  readonly removed: ReadonlySet<string>
  /** Old place → new one. */
  readonly moved: ReadonlyMap<string, string>
  /** Fields of which fewer values are taken than before. */
  readonly narrowed: ReadonlySet<string>
  readonly recoded: ReadonlySet<string>
  readonly before: Catalogue
  readonly after: Catalogue
}

export function changesOf(diff: ReleaseDiff, before: Catalogue, after: Catalogue): Changes {
  const narrower = diff.limits.filter(({ limits }) => limits.some(({ effect }) => effect !== 'wider'))
  return {
    removed: new Set(diff.removed.map(({ path }) => path)),
    moved: new Map(diff.moved.map(({ from, to }) => [from, to])),
    narrowed: new Set(narrower.flatMap(({ paths }) => paths)),
    recoded: new Set(diff.codes.filter(({ removed }) => removed.length > 0).flatMap(({ paths }) => paths)),
    before,
    after,
  }
}

/** What became of a place; with a value only where that no longer holds. Undefined where nothing that matters. */
export function touchOf(path: string, value: string | undefined, changes: Changes): TouchedPlace | undefined {
  const place = schemaPath(path)
  const said = value === undefined ? {} : { value }
  if (changes.removed.has(place)) return { path, kind: 'removed', ...said }
  const to = newPlace(place, changes.moved)
  if (to !== undefined) return { path, kind: 'moved', to, ...said }
  const { narrowed, recoded, before, after } = changes
  if (value === undefined) {
    if (recoded.has(place)) return { path, kind: 'codes' }
    return narrowed.has(place) ? { path, kind: 'limits' } : undefined
  }
  const [old, now] = [fieldIndex(before).get(place)?.type, fieldIndex(after).get(place)?.type]
  const refused = old && now && !checkValue(old, value) ? checkValue(now, value) : undefined
  return refused && { path, kind: 'invalid', value, problem: refused }
}

function newPlace(place: string, moved: Changes['moved']): string | undefined {
  for (const [from, to] of moved)
    if (place === from || place.startsWith(`${from}/`)) return to + place.slice(from.length)
  return undefined
}

/** Profiles and bodies that name places which the change touches. */
export function touchedDefinitions(
  definitions: readonly Definition[],
  changes: Changes,
): readonly TouchedDefinition[] {
  return definitions.flatMap(({ id, version, body }) => {
    const places = touchedIn(body, changes)
    return places.length > 0 ? [{ id, name: nameOf(body) || id, version, places }] : []
  })
}

/** Rules that read such a place. */
export function touchedRules(changes: Changes): Touched['rules'] {
  const rules: Readonly<Record<string, readonly string[]>> = reads.rules
  return Object.entries(rules).flatMap(([id, paths]) => {
    const places = paths.flatMap((path) => touchOf(path, undefined, changes) ?? [])
    return places.length > 0 ? [{ id, places }] : []
  })
}

export function touchedLayout(changes: Changes, kept?: readonly FieldPlace[]): Touched['layout'] {
  const { before, after } = changes
  const fields = fieldIndex(after)
  const gone = formSections.flatMap(({ id, fields: own }) =>
    own
      .filter((path) => fieldIndex(before).has(path) && !fields.has(path))
      .map((path) => ({ path, section: id })),
  )
  return { placed: kept ?? placeFields(after, formSections), gone }
}

function touchedIn(body: unknown, changes: Changes): readonly TouchedPlace[] {
  const found = new Map<string, TouchedPlace>()
  const { groups, root } = changes.before
  const tops = new Set(groups[root]?.members.map(({ name }) => name))
  for (const [path, value] of mentions(body, tops)) {
    const touch = touchOf(path, value, changes)
    if (touch) found.set(`${touch.path} ${touch.value ?? ''}`, touch)
  }
  return [...found.values()]
}

/** Every text of a JSON that has the form of a path below the message's top groups, with the value set there. */
function* mentions(
  json: unknown,
  tops: ReadonlySet<string>,
): Iterable<readonly [path: string, value: string | undefined]> {
  if (typeof json === 'string') {
    const path = pathIn(json, tops)
    if (path) yield [path, undefined]
  } else if (Array.isArray(json)) for (const item of json) yield* mentions(item, tops)
  else if (typeof json === 'object' && json !== null) {
    for (const [key, value] of Object.entries(json)) {
      const path = pathIn(key, tops)
      if (path) yield [path, typeof value === 'string' ? value : undefined]
      else yield* mentions(value, tops)
    }
  }
}

/** Profiles mark what is weighed: `measured:CocDataGroup/…`. */
function pathIn(text: string, tops: ReadonlySet<string>): string | undefined {
  const path = text.slice(text.lastIndexOf(':') + 1)
  const top = path.slice(0, path.indexOf('/'))
  return tops.has(top) && parsePath(path) ? path : undefined
}

function nameOf(body: unknown): string {
  const name = typeof body === 'object' && body !== null && 'name' in body ? body.name : undefined
  return typeof name === 'string' ? name : ''
}
