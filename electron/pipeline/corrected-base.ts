import { applyDifferences } from '../../shared/compare/apply-differences.ts'
import { compareMessages } from '../../shared/compare/compare-messages.ts'
import { type ComparedValue, differences } from '../../shared/compare/comparison.ts'
import { leavesOf } from '../../shared/ivi/message.ts'
import type { Source } from '../../shared/record/layers.ts'
import type { Finding } from '../../shared/rules/finding.ts'
import { runRules } from '../../shared/rules/run-rules.ts'
import type { Certificate } from '../register/certificates.ts'
import type { Stage } from '../register/stages.ts'
import type { Vehicle } from '../register/vehicles.ts'
import { timestamp, type Workspace } from '../workspace.ts'
import { type Composed, composeForSigning } from './compose.ts'
import { companyPolicy } from './policy.ts'
import { weightsFindings } from './weights.ts'

/** A value that another version of its stage makes another one, or brings, or takes away. */
interface Corrected {
  readonly value: ComparedValue
  readonly stage: Stage
}

/**
 * What a base that was corrected after we signed touches: each value of ours that a correction would take from it
 * (`base-corrected` {before, after, stage, version}), and every error that the certificate would have with it, loads
 * of axles among them. Empty for one that was withdrawn, and where nothing of ours changes.
 */
export function correctedBaseFindings(
  workspace: Workspace,
  vehicle: Vehicle,
  certificate: Certificate,
  composed: Composed,
): readonly Finding[] {
  if (certificate.status === 'withdrawn') return []
  const corrected = correctedValues(workspace, vehicle, certificate, composed)
  if (corrected.length === 0) return []
  const values = corrected.map(({ value }) => value)
  const built = applyDifferences(composed.tree, values, composed.catalogue)
  const touched = built.ok
    ? errorsWith(workspace, { ...composed, tree: built.value, leaves: leavesOf(built.value) })
    : []
  return [...touched, ...corrected.map(finding)]
}

/** Held against what a correction would say today; what else changed since, such as the body, is not the base's. */
function correctedValues(
  workspace: Workspace,
  vehicle: Vehicle,
  certificate: Certificate,
  composed: Composed,
): readonly Corrected[] {
  const changed = changedStages(composed)
  if (changed.size === 0) return []
  const next = composeForSigning(workspace, vehicle, certificate, new Date(certificate.updatedAt))
  const stageOf = (source: Source | undefined): Stage | undefined =>
    source?.kind === 'base' ? changed.get(source.stage) : undefined
  return differences(compareMessages(composed, next).vehicle).flatMap((value) => {
    const stage = stageOf(next.sources[value.rightPath]) ?? stageOf(composed.sources[value.leftPath])
    return stage ? [{ value, stage }] : []
  })
}

/** The stages of which another version counts now than the one that the certificate was made from. */
function changedStages({ sources, stages }: Composed): ReadonlyMap<number, Stage> {
  const changed = new Map<number, Stage>()
  for (const source of Object.values(sources)) {
    if (source.kind !== 'base' || changed.has(source.stage)) continue
    const stage = stages.find(({ stageNumber }) => stageNumber === source.stage)
    if (stage && stage.sha256 !== source.sha256) changed.set(source.stage, stage)
  }
  return changed
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

function finding({ value, stage }: Corrected): Finding {
  const { left, right, leftPath } = value
  return {
    rule: 'base',
    severity: 'warning',
    path: leftPath,
    paths: [leftPath],
    code: 'base-corrected',
    args: { before: left ?? '–', after: right ?? '–', stage: stage.stageNumber, version: stage.version },
  }
}
