import { type Approval, parseApproval } from '../../shared/approvals/approval.ts'
import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { appendAudit } from '../audit/append.ts'
import { definitions, removeDefinition, replaceDefinition } from '../register/settings.ts'
import { markAllOpenStale } from '../register/vehicles.ts'
import { actorName, timestamp, type Workspace } from '../workspace.ts'
import { requireRole } from './people.ts'

/** Parsed once a workspace: every vehicle that is judged asks for the folder. */
const parsedFolders = new WeakMap<Workspace, readonly Approval[]>()

/** The approval folder, by number. */
export function approvals(workspace: Workspace): readonly Approval[] {
  const known = parsedFolders.get(workspace)
  if (known) return known
  const folder = definitions(workspace.db, 'approval').flatMap(({ body }) => {
    const approval = parseApproval(body)
    return approval.ok ? [approval.value] : []
  })
  parsedFolders.set(workspace, folder)
  return folder
}

/** How an approval of a file or a form stands against the folder. */
export type Outcome = 'added' | 'changed' | 'unchanged'

/**
 * Keeps an approval as a person edited it; `before` is the number under which it was opened. The same content again
 * changes nothing.
 */
export function saveApproval(workspace: Workspace, json: unknown, before?: string): Result<Outcome> {
  const role = requireRole(workspace, 'homologation')
  if (!role.ok) return role
  const parsed = parseApproval(json)
  if (!parsed.ok) return parsed
  const { number } = parsed.value
  const taken = before !== number && approvals(workspace).some((one) => one.number === number)
  if (taken) return fail(problem('approval-known', { approval: number }))
  const outcome = keepApprovals(workspace, [parsed.value], before)[0] ?? 'unchanged'
  return ok(outcome)
}

/** Takes an approval out of the folder; certificates that name it stay as they are. */
export function removeApproval(workspace: Workspace, number: string): Result<null> {
  const role = requireRole(workspace, 'homologation')
  if (!role.ok) return role
  if (!approvals(workspace).some((one) => one.number === number))
    return fail(problem('approval-not-found', { approval: number }))
  workspace.db.transaction(() => {
    drop(workspace, number)
    markAllOpenStale(workspace.db)
  })
  changed(workspace)
  return ok(null)
}

/** Keeps whole approvals, all or none; answers for each what became of it. The caller has checked the role. */
export function keepApprovals(
  workspace: Workspace,
  incoming: readonly Approval[],
  before?: string,
): readonly Outcome[] {
  const known = new Map(approvals(workspace).map((one) => [one.number, JSON.stringify(one)]))
  const outcomes = incoming.map((one): Outcome => {
    const text = known.get(one.number)
    return text === undefined ? 'added' : text === JSON.stringify(one) ? 'unchanged' : 'changed'
  })
  if (outcomes.every((one) => one === 'unchanged')) return outcomes
  const at = timestamp(workspace)
  workspace.db.transaction(() => {
    if (before !== undefined && known.has(before) && incoming.every(({ number }) => number !== before))
      drop(workspace, before)
    for (const [index, approval] of incoming.entries()) {
      if (outcomes[index] === 'unchanged') continue
      replaceDefinition(workspace.db, 'approval', approval.number, approval, at)
      appendAudit(workspace.db, {
        at,
        person: actorName(workspace),
        action: 'approval-saved',
        args: {
          approval: approval.number,
          extensions: approval.extensions.map(({ extension }) => extension).join(', ') || '–',
        },
      })
    }
    markAllOpenStale(workspace.db)
  })
  changed(workspace)
  return outcomes
}

function drop(workspace: Workspace, number: string): void {
  removeDefinition(workspace.db, 'approval', number)
  appendAudit(workspace.db, {
    at: timestamp(workspace),
    person: actorName(workspace),
    action: 'approval-removed',
    args: { approval: number },
  })
}

function changed(workspace: Workspace): void {
  parsedFolders.delete(workspace)
  workspace.emit({ kind: 'changed', ids: [] })
}
