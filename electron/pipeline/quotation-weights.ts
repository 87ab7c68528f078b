import places from '../../schemas/weights/paths.json' with { type: 'json' }
import type { MessageTree } from '../../shared/ivi/message.ts'
import { buildTree } from '../../shared/ivi/set-value.ts'
import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { bodyLoads } from '../../shared/variants/body-loads.ts'
import type { Variant } from '../../shared/variants/variant.ts'
import { weightAsFinding } from '../../shared/weights/as-finding.ts'
import { computeWeights } from '../../shared/weights/compute-weights.ts'
import type { LoadCase } from '../../shared/weights/load-case.ts'
import type { Loads } from '../../shared/weights/loads.ts'
import type { Quotation } from '../../shared/weights/quotation.ts'
import { type RecordWeights, weightsOfRecord } from '../../shared/weights/record-weights.ts'
import { declaredCategory } from '../completion/complete.ts'
import { checkChoice, variantLayer } from '../completion/variant.ts'
import { type Stage, stagesOf } from '../register/stages.ts'
import { timestamp, type Workspace } from '../workspace.ts'
import { findVariant } from './variants.ts'

/** Weights of a quotation that names nothing of a workspace. */
export function weightsOfCase(given: LoadCase): RecordWeights {
  const report = computeWeights(given)
  const findings = report.findings.map(weightAsFinding)
  return { kind: 'ready', given, report, basis: { from: 'quotation' }, findings }
}

/** A quotation without body and without a known chassis, as statics sees it. */
export function caseOf({ vehicle, loads, trials }: Quotation): LoadCase | undefined {
  return vehicle && { vehicle, loads, trials }
}

/**
 * Weights of any quotation. Problems: `variant-unknown` {variant}, those of body and options that do not fit,
 * `chassis-unknown` {vin}: no earlier stage of it is here.
 */
export function weightsOfQuotation(workspace: Workspace, quotation: Quotation): Result<RecordWeights> {
  const body = bodyOf(workspace, quotation)
  if (!body.ok) return body
  const { variant, category, loads, stages } = body.value
  const given = caseOf({ ...quotation, loads })
  if (given) return ok(weightsOfCase(given))
  const own = ownTree(workspace, variant, category)
  const weights = weightsOfRecord({ own, earlier: stages, loads, trials: quotation.trials })
  return ok(weights)
}

interface Body {
  readonly variant: Variant | undefined
  readonly category: string
  readonly loads: Loads
  readonly stages: readonly Stage[]
}

/** What the body with its options puts on, and what the quotation places beside it. */
export function bodyOf(workspace: Workspace, quotation: Quotation): Result<Body> {
  const { chassis, vehicle, variant: chosen } = quotation
  const stages = chassis ? stagesOf(workspace.db, chassis.vin) : []
  if (chassis && stages.length === 0)
    return fail(problem('chassis-unknown', { vin: chassis.vin }, { vin: chassis.vin }))
  const category = vehicle?.category ?? declaredCategory({}, stages) ?? ''
  if (!chosen) return ok({ variant: undefined, category, loads: quotation.loads, stages })
  const variant = findVariant(workspace, chosen.id)
  if (!variant) return fail(problem('variant-unknown', { variant: chosen.id }))
  const today = timestamp(workspace).slice(0, 10)
  const refused = checkChoice(variant, chosen.options, { category, today })
  if (refused) return fail(refused)
  const ofBody = bodyLoads(variant, category, chosen.options, quotation.loads.masses)
  const loads = { ...(ofBody ?? quotation.loads), ...ownPlaces(quotation.loads) }
  return ok({ variant, category, loads, stages })
}

/** Seats, room, coupling and load sharing of the quotation, as far as it states them. */
function ownPlaces({ seats, payload, coupling, sharing }: Loads): Partial<Loads> {
  return {
    ...(seats.length > 0 ? { seats } : {}),
    ...(payload ? { payload } : {}),
    ...(coupling ? { coupling } : {}),
    ...(sharing ? { sharing } : {}),
  }
}

/** What our message would say of a vehicle with this body: its dimensions and limits. */
export function ownTree(workspace: Workspace, variant: Variant | undefined, category: string): MessageTree {
  const values = Object.entries(variant ? variantLayer(variant, category || undefined) : {}).flatMap(
    ([path, { value }]) => (value === null ? [] : [[path, value] as const]),
  )
  const stage = [places.stage, variant?.stage ?? 'V'] as const
  const built = buildTree([...values, stage], workspace.catalogue)
  return built.ok ? built.value : {}
}
