import { isDeepStrictEqual } from 'node:util'
import { problem } from '../../shared/problem.ts'
import type { VariantView } from '../../shared/record/views.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Definition } from '../../shared/variants/definition.ts'
import { isValidOn, type Variant } from '../../shared/variants/variant.ts'
import { appendAudit } from '../audit/append.ts'
import { type FindDefinition, parseDefinition, resolveVariant, variantView } from '../completion/variant.ts'
import { allDefinitions, saveDefinition } from '../register/settings.ts'
import { markAllOpenStale } from '../register/vehicles.ts'
import { actorName, timestamp, type Workspace } from '../workspace.ts'

/** Every version of a body as it is written and with what it inherits, the oldest first. */
interface Known {
  readonly definition: Definition
  readonly variant: Variant
}
type Library = ReadonlyMap<string, readonly Known[]>

/** Parsed once a workspace: every composed draft asks for its variant. */
const libraries = new WeakMap<Workspace, Library>()

function library(workspace: Workspace): Library {
  const known = libraries.get(workspace)
  if (known) return known
  const written = new Map<string, Definition[]>()
  for (const { id, body } of allDefinitions(workspace.db, 'variant')) {
    const parsed = parseDefinition(body, workspace.catalogue)
    if (parsed.ok) written.set(id, [...(written.get(id) ?? []), parsed.value])
  }
  const find: FindDefinition = (id, version) => newest(written.get(id), version)
  const made = new Map<string, readonly Known[]>()
  for (const [id, versions] of written) {
    const whole = versions.flatMap((definition) => {
      const variant = resolveVariant(definition, find)
      return variant.ok ? [{ definition, variant: variant.value }] : []
    })
    if (whole.length > 0) made.set(id, whole)
  }
  libraries.set(workspace, made)
  return made
}

function newest(versions: readonly Definition[] | undefined, version?: number): Definition | undefined {
  return version === undefined ? versions?.at(-1) : versions?.find((each) => each.version === version)
}

/** Of several versions the newest that may be used today; where none may, the newest. */
function current(versions: readonly Known[], today: string): Known | undefined {
  return versions.findLast(({ variant }) => isValidOn(variant, today)) ?? versions.at(-1)
}

/** Each body of the workspace in the version that counts today. */
export function variants(workspace: Workspace): readonly Variant[] {
  const today = timestamp(workspace).slice(0, 10)
  return [...library(workspace).values()].flatMap((versions) => current(versions, today)?.variant ?? [])
}

/** A body in the version that counts today, or in the version given. */
export function findVariant(workspace: Workspace, id: string, version?: number): Variant | undefined {
  return knownBody(workspace, id, version)?.variant
}

/** The same with the text that it was made of. */
export function knownBody(workspace: Workspace, id: string, version?: number): Known | undefined {
  const versions = library(workspace).get(id) ?? []
  if (version !== undefined) return versions.find(({ variant }) => variant.version === version)
  return current(versions, timestamp(workspace).slice(0, 10))
}

/** Every version of a body, the oldest first. */
export function versionsOf(workspace: Workspace, id: string): readonly Known[] {
  return library(workspace).get(id) ?? []
}

/** Keeps a variant; a changed one needs a higher version, since certificates name the version that made them. */
export function saveVariant(workspace: Workspace, json: unknown): Result<VariantView> {
  const saved = saveVariants(workspace, [json])
  if (!saved.ok) return saved
  const [view] = saved.value
  return view ? ok(view) : fail(problem('variant-file-empty'))
}

/**
 * Keeps bodies that may inherit from one another, all or none. Each is pinned to the version of the body that it is
 * made from, so that a later change there changes nothing here. Problems: those of the bodies,
 * `variant-version-known`, `variant-version-old` {variant, version, newest}, `variant-twice` {variant, version}.
 */
export function saveVariants(
  workspace: Workspace,
  jsons: readonly unknown[],
): Result<readonly VariantView[]> {
  const brought: Definition[] = []
  for (const json of jsons) {
    const parsed = parseDefinition(json, workspace.catalogue)
    if (!parsed.ok) return parsed
    const { id, version } = parsed.value
    if (brought.some((each) => each.id === id && each.version === version))
      return fail(problem('variant-twice', { variant: id, version }))
    brought.push(parsed.value)
  }
  const find: FindDefinition = (id, version) =>
    newest(
      [
        ...versionsOf(workspace, id).map(({ definition }) => definition),
        ...brought.filter((one) => one.id === id),
      ].sort((left, right) => left.version - right.version),
      version,
    )
  const added: Definition[] = []
  const views: VariantView[] = []
  for (const definition of brought) {
    const resolved = resolveVariant(definition, find)
    if (!resolved.ok) return resolved
    const { id, version } = definition
    const known = versionsOf(workspace, id)
    const same = known.find((each) => each.definition.version === version)?.definition
    const last = known.at(-1)?.definition.version ?? 0
    const kept = pinned(definition, same, find)
    if (same && !isDeepStrictEqual(same, kept))
      return fail(problem('variant-version-known', { variant: id, version }))
    if (!same && version < last)
      return fail(problem('variant-version-old', { variant: id, version, newest: last }))
    if (!same) added.push(kept)
    views.push(variantView(resolved.value))
  }
  const kept = keep(workspace, added)
  return kept.ok ? ok(views) : kept
}

/** The body with the version of what it inherits from; one that is known already keeps the version that it had. */
function pinned(definition: Definition, same: Definition | undefined, find: FindDefinition): Definition {
  const { inherits, $schema: _schema, ...said } = definition
  if (!inherits) return said
  const known = same?.inherits?.id === inherits.id ? same.inherits.version : undefined
  const version = inherits.version ?? known ?? find(inherits.id, undefined)?.version
  return { ...said, inherits: { id: inherits.id, version } }
}

function keep(workspace: Workspace, added: readonly Definition[]): Result<null> {
  if (added.length === 0) return ok(null)
  const { db } = workspace
  const at = timestamp(workspace)
  for (const { id, version } of added) {
    // A text that an older release kept and that no longer reads is still that version.
    if (allDefinitions(db, 'variant').some((each) => each.id === id && each.version === version))
      return fail(problem('variant-version-known', { variant: id, version }))
  }
  db.transaction(() => {
    for (const body of added) {
      const { id: variant, version } = body
      saveDefinition(db, 'variant', { id: variant, version, body }, at)
      const person = actorName(workspace)
      appendAudit(db, { at, person, action: 'variant-saved', args: { variant, version } })
    }
    markAllOpenStale(db)
  })
  libraries.delete(workspace)
  return ok(null)
}
