import { leavesOf, valueAt } from '../../shared/ivi/message.ts'
import { buildTree } from '../../shared/ivi/set-value.ts'
import type { Finding } from '../../shared/rules/finding.ts'
import { runRules } from '../../shared/rules/run-rules.ts'
import type { Certificate } from '../register/certificates.ts'
import type { Stage } from '../register/stages.ts'
import { timestamp, type Workspace } from '../workspace.ts'
import type { Composed } from './compose.ts'
import { companyPolicy } from './policy.ts'
import { weightsFindings } from './weights.ts'

/** A value that we took from a base whose file was corrected since. */
interface Corrected {
  readonly path: string
  readonly before: string
  /** Undefined where the new version says nothing there. */
  readonly after: string | undefined
  readonly stage: Stage
}

/**
 * What a base that was corrected after we signed touches: each value that we took from it and that is another now
 * (`base-corrected` {before, after, stage, version}), and every error that the certificate would have with it, loads
 * of axles among them. Empty for one that was withdrawn, and where nothing of ours changed.
 */
export function correctedBaseFindings(
  workspace: Workspace,
  certificate: Certificate,
  composed: Composed,
): readonly Finding[] {
  if (certificate.status === 'withdrawn') return []
  const corrected = correctedValues(composed)
  if (corrected.length === 0) return []
  const leaves = new Map(leavesOf(composed.tree))
  for (const { path, after } of corrected) {
    if (after === undefined) leaves.delete(path)
    else leaves.set(path, after)
  }
  const built = buildTree(leaves, composed.catalogue)
  const touched = built.ok ? errorsWith(workspace, { ...composed, tree: built.value, leaves }) : []
  return [...touched, ...corrected.map(finding)]
}

function correctedValues({ sources, stages, tree }: Composed): readonly Corrected[] {
  const found: Corrected[] = []
  for (const [path, source] of Object.entries(sources)) {
    if (source.kind !== 'base') continue
    const stage = stages.find(({ stageNumber }) => stageNumber === source.stage)
    if (!stage || stage.sha256 === source.sha256) continue
    const [before, after] = [valueAt(tree, path), valueAt(stage.tree, path)]
    // Who made the stages is told by their own rows, in another order than ours.
    if (before === undefined || before === after || path.includes('/ManufacturerTable/')) continue
    found.push({ path, before, after, stage })
  }
  return found
}

function errorsWith(workspace: Workspace, composed: Composed): readonly Finding[] {
  const ruled = runRules({
    tree: composed.tree,
    catalogue: composed.catalogue,
    earlier: composed.stages,
    today: timestamp(workspace).slice(0, 10),
    phase: 'message',
    levels: companyPolicy(workspace).levels,
  })
  return [...weightsFindings(composed), ...ruled].filter(({ severity }) => severity === 'error')
}

function finding({ path, before, after, stage }: Corrected): Finding {
  return {
    rule: 'base',
    severity: 'warning',
    path,
    paths: [path],
    code: 'base-corrected',
    args: { before, after: after ?? '–', stage: stage.stageNumber, version: stage.version },
  }
}
