import type { Language } from '../../shared/messages.ts'
import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { type CompanyPolicy, noPolicy } from '../../shared/rules/company-policy.ts'
import { listRules, type RuleSummary } from '../../shared/rules/explain.ts'
import { appendAudit } from '../audit/append.ts'
import { definitions, saveDefinition } from '../register/settings.ts'
import { markAllOpenStale } from '../register/vehicles.ts'
import { parsePolicy } from '../rules/parse-policy.ts'
import { actorName, timestamp, type Workspace } from '../workspace.ts'

const id = 'company'
/** Parsed once a workspace: every assessment asks for it. */
const known = new WeakMap<Workspace, CompanyPolicy>()

/** The company's policy, or one that asks for nothing more. */
export function companyPolicy(workspace: Workspace): CompanyPolicy {
  const before = known.get(workspace)
  if (before) return before
  const [newest] = definitions(workspace.db, 'policy')
  const parsed = newest && parsePolicy(newest.body)
  // What this release no longer reads asks for nothing until it is imported again.
  const policy = parsed?.ok ? parsed.value : noPolicy
  known.set(workspace, policy)
  return policy
}

/** Keeps a policy; a changed one needs a higher version. Problems: those of {@link parsePolicy}, `policy-version-known`. */
export function savePolicy(workspace: Workspace, json: unknown): Result<CompanyPolicy> {
  const parsed = parsePolicy(json)
  if (!parsed.ok) return parsed
  const { version } = parsed.value
  const current = companyPolicy(workspace)
  if (version < current.version)
    return fail(problem('policy-version-known', { version, current: current.version }))
  const at = timestamp(workspace)
  const outcome = workspace.db.transaction(() => {
    const saved = saveDefinition(workspace.db, 'policy', { id, version, body: parsed.value }, at)
    if (saved === 'added') {
      appendAudit(workspace.db, {
        at,
        person: actorName(workspace),
        action: 'policy-saved',
        args: { version },
      })
      markAllOpenStale(workspace.db)
      known.delete(workspace)
    }
    return saved
  })
  if (outcome === 'differs')
    return fail(problem('policy-version-known', { version, current: current.version }))
  return ok(parsed.value)
}

/** Every rule with its usual level and the company's. */
export function ruleList(workspace: Workspace, language: Language): readonly RuleSummary[] {
  return listRules(language, companyPolicy(workspace).levels)
}
