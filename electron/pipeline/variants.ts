import { problem } from '../../shared/problem.ts'
import type { VariantView } from '../../shared/record/views.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { appendAudit } from '../audit/append.ts'
import { parseVariant, type Variant, variantView } from '../completion/variant.ts'
import { definitions, saveDefinition } from '../register/settings.ts'
import { markAllOpenStale } from '../register/vehicles.ts'
import { actorName, timestamp, type Workspace } from '../workspace.ts'

/** Parsed once a workspace: every composed draft asks for its variant. */
const parsedVariants = new WeakMap<Workspace, readonly Variant[]>()

/** The newest version of each body variant of the workspace. */
export function variants(workspace: Workspace): readonly Variant[] {
  const known = parsedVariants.get(workspace)
  if (known) return known
  const parsed = definitions(workspace.db, 'variant').flatMap(({ body }) => {
    const variant = parseVariant(body, workspace.catalogue)
    return variant.ok ? [variant.value] : []
  })
  parsedVariants.set(workspace, parsed)
  return parsed
}

export function findVariant(workspace: Workspace, id: string): Variant | undefined {
  return variants(workspace).find((variant) => variant.id === id)
}

/** Keeps a variant; a changed one needs a higher version, since certificates name the version that made them. */
export function saveVariant(workspace: Workspace, json: unknown): Result<VariantView> {
  const parsed = parseVariant(json, workspace.catalogue)
  if (!parsed.ok) return parsed
  const variant = parsed.value
  const at = timestamp(workspace)
  const saved = workspace.db.transaction(() => {
    const outcome = saveDefinition(
      workspace.db,
      'variant',
      { id: variant.id, version: variant.version, body: variant },
      at,
    )
    if (outcome === 'added') {
      appendAudit(workspace.db, {
        at,
        person: actorName(workspace),
        action: 'variant-saved',
        args: { variant: variant.id, version: variant.version },
      })
      markAllOpenStale(workspace.db)
      parsedVariants.delete(workspace)
    }
    return outcome
  })
  if (saved === 'differs')
    return fail(problem('variant-version-known', { variant: variant.id, version: variant.version }))
  return ok(variantView(variant))
}
