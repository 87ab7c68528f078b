import { rangeFacts } from '../../shared/approvals/approval.ts'
import type { Candidate, Verdict } from '../../shared/approvals/verdict.ts'
import { ok, type Result } from '../../shared/result.ts'
import { parseQuotation, type Quotation } from '../../shared/weights/quotation.ts'
import type { WeightStateKind } from '../../shared/weights/weights-report.ts'
import type { Workspace } from '../workspace.ts'
import { candidateOf, judge } from './may-issue.ts'
import { bodyOf, ownTree, weightsOfQuotation } from './quotation-weights.ts'

/** Ranges whose figure a quotation reckons itself, and in which state of load. */
const reckoned: Readonly<Record<string, WeightStateKind>> = {
  massInRunningOrder: 'running-order',
  actualMass: 'actual',
}

/**
 * Whether a quotation's vehicle may be issued one day: its body brings approval, type, variant and version, a known
 * chassis the base, its weights the masses. Nothing is said before a body of ours is chosen.
 */
export function judgeQuotation(workspace: Workspace, json: unknown): Result<{ readonly verdict?: Verdict }> {
  const parsed = parseQuotation(json)
  if (!parsed.ok) return parsed
  const quotation = parsed.value
  const body = bodyOf(workspace, quotation)
  if (!body.ok) return body
  const { variant, category, stages, loads } = body.value
  if (!variant) return ok({})
  const candidate = candidateOf(workspace, {
    tree: ownTree(workspace, variant, category),
    stages,
    base: variant.stage === 'C' ? 'none' : stages.length > 0 ? 'linked' : 'missing',
    vin: '',
    options: quotation.variant?.options ?? [],
  })
  // Without a mass of ours the weights are those of the bare chassis.
  const placed = loads.masses.length > 0 ? masses(workspace, quotation) : {}
  const figures = { ...candidate.figures, ...placed }
  return ok({ verdict: judge(workspace, { ...candidate, figures }) })
}

/** In whole kilograms, as a certificate would state them. */
function masses(workspace: Workspace, quotation: Quotation): Candidate['figures'] {
  const weights = weightsOfQuotation(workspace, quotation)
  if (!weights.ok || weights.value.kind === 'missing') return {}
  const { states } = weights.value.report
  return Object.fromEntries(
    rangeFacts.flatMap(({ key }) => {
      const state = states.find(({ kind }) => kind === reckoned[key])
      return state ? [[key, Math.round(state.total.kg)]] : []
    }),
  )
}
