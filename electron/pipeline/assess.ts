import type { Verdict } from '../../shared/approvals/verdict.ts'
import { inFormOrder } from '../../shared/ivi/form-order.ts'
import { valueAt } from '../../shared/ivi/message.ts'
import { type Problem, problem } from '../../shared/problem.ts'
import { isOpen } from '../../shared/record/status.ts'
import type { BatchItem, Why } from '../../shared/record/views.ts'
import type { Finding } from '../../shared/rules/finding.ts'
import { appendAudit } from '../audit/append.ts'
import { completionFindings } from '../completion/completion-findings.ts'
import { voidSignOffs } from '../completion/sign-offs.ts'
import { buildIviXml } from '../ivi-xml/build-ivi-xml.ts'
import { validateIvi } from '../ivi-xml/validate-xml.ts'
import {
  type Certificate,
  currentCertificate,
  setStatus,
  validSignOffs,
  voidSignOff,
} from '../register/certificates.ts'
import { saveVerdict } from '../register/lapses.ts'
import { attemptsOf } from '../register/submissions.ts'
import { findStaleVehicles, findVehicle, saveSummary, type Vehicle } from '../register/vehicles.ts'
import { runGate } from '../rules/run-gate.ts'
import { actorName, timestamp, type Workspace } from '../workspace.ts'
import { type Composed, compose } from './compose.ts'
import { correctedBaseFindings } from './corrected-base.ts'
import { intakeFindings } from './intake-problems.ts'
import { approvalFindings, judgeVehicle, refusalOf } from './may-issue.ts'
import { companyPolicy } from './policy.ts'
import { weightsFindings } from './weights.ts'

export interface Assessment {
  readonly composed: Composed
  readonly findings: readonly Finding[]
  /** What the approval folder says of it while it is open. */
  readonly mayIssue?: Verdict
}

/** A certificate with everything that schema and rules say of it now. */
export function assessment(workspace: Workspace, vehicle: Vehicle, certificate: Certificate): Assessment {
  const composed = compose(workspace, vehicle, certificate)
  const open = isOpen(certificate.status)
  if (!open) return { composed, findings: correctedBaseFindings(workspace, vehicle, certificate, composed) }
  const mayIssue = judgeVehicle(workspace, vehicle, composed)
  const findings = [
    ...intakeFindings(vehicle, composed),
    ...findingsOf(workspace, composed, buildIviXml(composed.tree, composed.catalogue)),
    ...approvalFindings(mayIssue),
  ]
  return { composed, findings, mayIssue }
}

/** What screens show and what a signature waits for are the same: loads of axles among them. */
function findingsOf(workspace: Workspace, composed: Composed, unsigned: Uint8Array): readonly Finding[] {
  const { catalogue } = composed
  const today = timestamp(workspace).slice(0, 10)
  const { findings } = runGate({
    tree: composed.tree,
    catalogue,
    earlier: composed.stages.map(({ tree, stageNumber }) => ({ tree, stageNumber })),
    today,
    levels: companyPolicy(workspace).levels,
    schema: validateIvi(unsigned, catalogue, { signature: 'optional' }),
  })
  return [
    ...findings,
    ...completionFindings({ ...composed, today, needsBase: composed.base !== 'none' }),
    ...weightsFindings(composed),
  ]
}

/** Renews what the register shows of a vehicle; call it in the transaction that changed it. */
export function assess(workspace: Workspace, vehicleId: number): void {
  const { db } = workspace
  const vehicle = findVehicle(db, vehicleId)
  if (!vehicle) return
  const certificate = currentCertificate(db, vehicleId)
  const { composed, findings, mayIssue } = assessment(workspace, vehicle, certificate)
  voidOutdatedSignOffs(workspace, certificate, composed)
  keepSummary(workspace, vehicle, certificate, composed, findings, mayIssue)
}

/** The same for a certificate that was signed this moment: what it was composed of is what was signed. */
export function assessSigned(
  workspace: Workspace,
  vehicle: Vehicle,
  certificate: Certificate,
  composed: Composed,
): void {
  keepSummary(workspace, vehicle, certificate, { ...composed, drift: [] }, [])
}

function keepSummary(
  workspace: Workspace,
  vehicle: Vehicle,
  certificate: Certificate,
  composed: Composed,
  findings: readonly Finding[],
  mayIssue?: Verdict,
): void {
  const count = (severity: Finding['severity']) =>
    findings.filter((finding) => finding.severity === severity).length
  const openDrift = composed.drift.filter(({ exceeded, signOff }) => exceeded && !signOff).length
  const baseName = composed.stages.at(-1)?.name ?? ''
  saveSummary(
    workspace.db,
    vehicle.id,
    {
      status: certificate.status,
      version: certificate.version,
      category: composed.category,
      base: composed.base,
      baseName,
      variantName: composed.variant?.name ?? '',
      errors: count('error'),
      warnings: count('warning'),
      infos: count('info'),
      openDrift,
      why: whyOf(workspace, certificate, vehicle, composed, findings, openDrift, mayIssue),
    },
    wordsOf(composed, vehicle, baseName),
  )
  saveVerdict(workspace.db, vehicle.id, {
    approval: mayIssue ? (valueAt(composed.tree, 'CocDataGroup/TypeApprovalNumber') ?? '') : '',
    state: mayIssue?.state ?? '',
    lapse: mayIssue?.lapse,
    day: timestamp(workspace).slice(0, 10),
  })
}

/** Brings every vehicle up to date whose base, variant, company or row changed; answers how many. */
export async function assessAll(workspace: Workspace): Promise<number> {
  let done = 0
  for (;;) {
    const stale = findStaleVehicles(workspace.db, 20)
    if (stale.length === 0) return done
    workspace.db.transaction(() => {
      for (const id of stale) assess(workspace, id)
    })
    done += stale.length
    workspace.emit({ kind: 'changed', ids: stale })
    // Other callers get their turn between two portions.
    await new Promise((resolve) => setImmediate(resolve))
    if (workspace.closed) return done
  }
}

/** What a change of the value took the ground from no longer counts. */
function voidOutdatedSignOffs(workspace: Workspace, certificate: Certificate, composed: Composed): void {
  if (!isOpen(certificate.status)) return
  for (const signOff of voidSignOffs(composed.drift, validSignOffs(workspace.db, certificate.id))) {
    voidSignOff(workspace.db, signOff.id, timestamp(workspace))
  }
}

function whyOf(
  workspace: Workspace,
  certificate: Certificate,
  vehicle: Vehicle,
  composed: Composed,
  findings: readonly Finding[],
  openDrift: number,
  mayIssue: Verdict | undefined,
): Why | undefined {
  if (!isOpen(certificate.status)) {
    const [corrected] = findings
    return corrected ? { kind: 'finding', finding: corrected } : whyOfAnswer(workspace, certificate)
  }
  if (mayIssue?.state === 'individual' && mayIssue.reasons[0])
    return { kind: 'problem', problem: mayIssue.reasons[0].problem }
  const noVariant = lacksVariant(vehicle, composed)
  if (noVariant) return { kind: 'problem', problem: noVariant }
  if (composed.base === 'missing') return { kind: 'problem', problem: problem('base-missing') }
  // The first error of the form, where whoever reads this goes to mend it.
  const [error] = inFormOrder(findings.filter(({ severity }) => severity === 'error'))
  if (error) return { kind: 'finding', finding: error }
  return openDrift > 0 ? { kind: 'problem', problem: problem('drift-open', { count: openDrift }) } : undefined
}

/** A stage over others is made of its body; who builds a vehicle whole may state all of it by hand. */
function lacksVariant({ vin, variantId }: Vehicle, { variant, tree }: Composed): Problem | undefined {
  if (variant) return undefined
  if (variantId !== '') return problem('variant-unknown', { variant: variantId }, { vin })
  const whole = valueAt(tree, 'CocDataGroup/StageOfCompletion') === 'C'
  return whole ? undefined : problem('variant-missing', {}, { vin })
}

function whyOfAnswer(workspace: Workspace, certificate: Certificate): Why | undefined {
  if (certificate.status === 'signed' || certificate.status === 'accepted') return undefined
  const last = attemptsOf(workspace.db, certificate.id).at(-1)
  const [reason] = last?.reasons ?? []
  if (certificate.status === 'rejected' && reason)
    return { kind: 'reason', text: reason.text, ...(reason.path ? { path: reason.path } : {}) }
  return last?.problem ? { kind: 'problem', problem: last.problem } : undefined
}

function wordsOf(composed: Composed, vehicle: Vehicle, baseName: string): string {
  return [
    baseName,
    vehicle.variantId,
    composed.variant?.name,
    vehicle.nap,
    valueAt(composed.tree, 'CocDataGroup/TypeApprovalNumber'),
    ...composed.stages.map(({ approval }) => approval),
  ]
    .filter(Boolean)
    .join(' ')
}

/** What forbids signing: errors, drift that nobody answers for, a base that is missing. Undefined: fit to sign. */
export function gateOf(
  workspace: Workspace,
  vehicle: Vehicle,
  composed: Composed,
  unsigned: Uint8Array,
): Problem | undefined {
  const where = { vin: vehicle.vin }
  const mayIssue = judgeVehicle(workspace, vehicle, composed)
  const unlicensed = refusalOf(mayIssue, vehicle.vin)
  if (unlicensed && mayIssue.state === 'individual') return unlicensed
  const noVariant = lacksVariant(vehicle, composed)
  if (noVariant) return noVariant
  if (composed.base === 'missing') return problem('base-missing', {}, where)
  if (unlicensed) return unlicensed
  const findings = [...intakeFindings(vehicle, composed), ...findingsOf(workspace, composed, unsigned)]
  const errors = findings.filter(({ severity }) => severity === 'error')
  if (errors[0])
    return problem(
      'check-refused',
      { count: errors.length, field: errors[0].path },
      { ...where, path: errors[0].path },
    )
  const open = composed.drift.filter(({ exceeded, signOff }) => exceeded && !signOff).length
  return open > 0 ? problem('drift-open', { count: open }, where) : undefined
}

/** Declares certificates ready for signing where nothing forbids it; each of the batch for itself. */
export function checkVehicles(workspace: Workspace, ids: readonly number[]): readonly BatchItem[] {
  const { db } = workspace
  const items: BatchItem[] = []
  for (const id of ids) {
    const vehicle = findVehicle(db, id)
    if (!vehicle) continue
    const certificate = currentCertificate(db, id)
    if (certificate.status === 'checked') {
      items.push({ vin: vehicle.vin, ok: true, status: 'checked' })
      continue
    }
    if (certificate.status !== 'draft') {
      const frozen = problem('certificate-frozen', { status: certificate.status }, { vin: vehicle.vin })
      items.push({ vin: vehicle.vin, ok: false, status: certificate.status, problem: frozen })
      continue
    }
    const composed = compose(workspace, vehicle, certificate)
    const refused = gateOf(workspace, vehicle, composed, buildIviXml(composed.tree, composed.catalogue))
    const at = timestamp(workspace)
    db.transaction(() => {
      if (!refused) {
        setStatus(db, certificate, 'checked', at)
        appendAudit(db, { at, person: actorName(workspace), action: 'checked', vin: vehicle.vin })
      }
      assess(workspace, id)
    })
    items.push(
      refused
        ? { vin: vehicle.vin, ok: false, status: 'draft', problem: refused }
        : { vin: vehicle.vin, ok: true, status: 'checked' },
    )
    workspace.emit({
      kind: 'progress',
      task: 'check',
      done: items.length,
      total: ids.length,
      vin: vehicle.vin,
    })
  }
  workspace.emit({ kind: 'changed', ids })
  return items
}
