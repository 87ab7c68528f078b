import paths from '../../schemas/rules/paths.json' with { type: 'json' }
import { rangeFacts } from '../../shared/approvals/approval.ts'
import { individualOf, mayBeIssued } from '../../shared/approvals/may-be-issued.ts'
import type { Candidate, Verdict } from '../../shared/approvals/verdict.ts'
import { type MessageTree, rowsAt, valueAt } from '../../shared/ivi/message.ts'
import { type Problem, problem } from '../../shared/problem.ts'
import type { Finding } from '../../shared/rules/finding.ts'
import { utcDay } from '../../shared/values/iso-date.ts'
import { countIssued } from '../register/issued.ts'
import type { Vehicle } from '../register/vehicles.ts'
import type { Workspace } from '../workspace.ts'
import { approvals } from './approvals.ts'
import type { Composed } from './compose.ts'

/** What the approval folder says of a certificate as it stands now. */
export function judgeVehicle(workspace: Workspace, vehicle: Vehicle, composed: Composed): Verdict {
  const { vin, options, id } = vehicle
  return judge(workspace, candidateOf(workspace, { ...composed, vin, options }), id)
}

/** The same for whatever has the facts: a quotation has no VIN and no record yet. */
export function judge(workspace: Workspace, candidate: Candidate, vehicleId = 0): Verdict {
  return mayBeIssued({
    folder: approvals(workspace),
    candidate,
    today: utcDay(workspace.ports.now()),
    signed: (approval, year) => countIssued(workspace.db, approval, year, vehicleId),
  })
}

/** What a message says of itself to the folder, with the stages that it builds upon. */
export function candidateOf(
  workspace: Workspace,
  draft: Pick<Composed, 'tree' | 'stages' | 'base'> & {
    readonly vin: string
    readonly options: readonly string[]
  },
): Candidate {
  const { tree, stages, base, vin, options } = draft
  const said = (path: string): string => valueAt(tree, path)?.trim() ?? ''
  const last = stages.at(-1)
  return {
    approval: said(paths.approvalNumber),
    type: said(paths.type),
    variant: said(paths.variant),
    version: said(paths.version),
    vin,
    ...(last ? { base: baseOf(last.tree) } : {}),
    needsBase: base !== 'none',
    figures: figuresOf(tree),
    bodywork: bodyworkOf(tree),
    options,
    year: seriesYear(workspace, tree),
  }
}

/** The individual approval that a vehicle goes by, if it does. */
export function individualApproval(workspace: Workspace, approval: string, vin: string): string | undefined {
  return individualOf(approvals(workspace), approval, vin)
}

/** The year that counts a vehicle of a small series: the one in the message, else the one of today. */
export function seriesYear(workspace: Workspace, tree: MessageTree): number {
  const stated = Number(valueAt(tree, paths.seriesYear)?.slice(0, 4))
  return stated > 0 ? stated : workspace.ports.now().getUTCFullYear()
}

function baseOf(tree: MessageTree): NonNullable<Candidate['base']> {
  const said = (path: string): string => valueAt(tree, path)?.trim() ?? ''
  return { approval: said(paths.approvalNumber), type: said(paths.type), variant: said(paths.variant) }
}

function figuresOf(tree: MessageTree): Readonly<Record<string, number>> {
  return Object.fromEntries(
    rangeFacts.flatMap(({ key, path }) => {
      const value = Number.parseFloat(valueAt(tree, path) ?? '')
      return Number.isFinite(value) ? [[key, value]] : []
    }),
  )
}

const [bodyworkRows = '', codeName = ''] = splitLast(paths.bodywork)
const [supplementRows = '', supplementName = ''] = splitLast(paths.supplement)

/** `BA 10` for each code with a supplement, `BA` for one without. */
function bodyworkOf(tree: MessageTree): readonly string[] {
  return rowsAt(tree, bodyworkRows).flatMap((row) => {
    const code = valueAt(row, codeName) ?? ''
    const supplements = rowsAt(row, supplementRows.slice(bodyworkRows.length + 1))
    if (code === '') return []
    if (supplements.length === 0) return [code]
    return supplements.map((one) => `${code} ${valueAt(one, supplementName) ?? ''}`.trim())
  })
}

function splitLast(path: string): readonly [string, string] {
  const at = path.lastIndexOf('/')
  return [path.slice(0, at), path.slice(at + 1)]
}

/** The reasons as findings of the vehicle; what is merely not known is for the header alone. */
export function approvalFindings({ state, reasons }: Verdict): readonly Finding[] {
  if (state === 'no-folder' || state === 'individual') return []
  return reasons
    .filter(({ severity, problem: { code } }) => severity === 'error' || code !== 'may-issue-no-approval')
    .map(({ severity, path, problem: { code, args = {} } }) => ({
      rule: 'approval',
      severity,
      path,
      paths: [path],
      code: 'may-not-issue',
      args: { ...args, problem: code },
    }))
}

/** What forbids a signature by the folder alone; a vehicle of an individual approval has no certificate at all. */
export function refusalOf({ reasons }: Verdict, vin: string): Problem | undefined {
  const refused = reasons.find(({ severity }) => severity === 'error')
  return refused && problem(refused.problem.code, refused.problem.args, { vin, path: refused.path })
}
