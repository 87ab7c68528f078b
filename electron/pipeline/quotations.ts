import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { parseQuotation, type Quotation } from '../../shared/weights/quotation.ts'
import type { RecordWeights } from '../../shared/weights/record-weights.ts'
import type { QuotationRow, QuotationView } from '../../shared/weights/views.ts'
import { appendAudit } from '../audit/append.ts'
import {
  addQuotation,
  changeQuotation,
  findQuotation,
  type KeptQuotation,
  keptQuotations,
  markOrdered,
} from '../register/quotations.ts'
import { stagesOf } from '../register/stages.ts'
import { findVehicle } from '../register/vehicles.ts'
import { timestamp, type Workspace } from '../workspace.ts'
import { addByHand } from './add-vehicle.ts'
import { applyVariant } from './apply-variant.ts'
import { requireRole } from './people.ts'
import { bodyOf, weightsOfQuotation } from './quotation-weights.ts'

/** Weights of a quotation from outside, kept or not. */
export function weighQuotation(workspace: Workspace, json: unknown): Result<RecordWeights> {
  const parsed = parseQuotation(json)
  return parsed.ok ? weightsOfQuotation(workspace, parsed.value) : parsed
}

/**
 * Keeps a quotation, a new one or in the place of an earlier one that is no order yet. Problems: those of its form and
 * its body, `quotation-unknown` {id}, `quotation-ordered` {name, vin}.
 */
export function keepQuotation(
  workspace: Workspace,
  { id, json }: { readonly id?: number | undefined; readonly json: unknown },
): Result<QuotationView> {
  const { db } = workspace
  const allowed = requireRole(workspace, 'office', 'homologation')
  if (!allowed.ok) return allowed
  const parsed = parseQuotation(json)
  if (!parsed.ok) return parsed
  const body = bodyOf(workspace, parsed.value)
  if (!body.ok) return body
  const known = id === undefined ? undefined : openQuotation(workspace, id)
  if (known && !known.ok) return known
  const at = timestamp(workspace)
  const person = allowed.value.name
  const { name, customer } = parsed.value
  const kept = { name, customer, body: parsed.value, person }
  const saved = db.transaction(() => {
    appendAudit(db, { at, person, action: 'quotation-saved', args: { quotation: name } })
    if (id === undefined) return addQuotation(db, kept, at)
    changeQuotation(db, id, kept, at)
    return id
  })
  return quotationView(workspace, saved)
}

export function quotationRows(workspace: Workspace): readonly QuotationRow[] {
  return keptQuotations(workspace.db).map((kept) => rowOf(workspace, kept))
}

/** Problems: `quotation-unknown` {id}. */
export function quotationView(workspace: Workspace, id: number): Result<QuotationView> {
  const kept = findQuotation(workspace.db, id)
  if (!kept) return fail(problem('quotation-unknown', { id }))
  const quotation = parseQuotation(kept.body)
  if (!quotation.ok) return quotation
  const weights = weightsOfQuotation(workspace, quotation.value)
  return ok({
    ...rowOf(workspace, kept),
    quotation: quotation.value,
    weights: weights.ok ? weights.value : { kind: 'missing', problem: weights.problem },
  })
}

/**
 * The quotation becomes a vehicle, now that its VIN is known: with the body, its options and what was placed beside
 * them. Answers the vehicle's id. Problems: `quotation-unknown`, `quotation-ordered`, those of the VIN, and what speaks
 * against the body upon a base that is here already; then nothing has changed.
 */
export async function orderQuotation(
  workspace: Workspace,
  input: { readonly id: number; readonly vin: string; readonly order: string },
): Promise<Result<number>> {
  const { db } = workspace
  const { id, order } = input
  const allowed = requireRole(workspace, 'office', 'homologation')
  if (!allowed.ok) return allowed
  const kept = openQuotation(workspace, id)
  if (!kept.ok) return kept
  const parsed = parseQuotation(kept.value.body)
  if (!parsed.ok) return parsed
  const quotation = parsed.value
  const vin = input.vin.replace(/\s/g, '').toUpperCase()
  const body = bodyOf(workspace, onItsOwnBase(workspace, quotation, vin))
  if (!body.ok) return body
  const { variant, category } = body.value
  const says = variant?.categories.length === 1 || stagesOf(db, vin).length > 0
  const added = addByHand(workspace, {
    vin,
    order,
    category: says ? '' : category,
    variantId: variant?.id ?? '',
  })
  if (!added.ok) return added
  const at = timestamp(workspace)
  const { masses } = quotation.loads
  if (variant) {
    const options = quotation.variant?.options ?? []
    const applied = await applyVariant(workspace, [added.value], { variantId: variant.id, options, masses })
    const refused = applied.ok ? applied.value.find(({ ok: done }) => !done)?.problem : applied.problem
    if (refused) return fail(refused)
  }
  db.transaction(() => {
    markOrdered(db, id, added.value, at)
    appendAudit(db, {
      at,
      person: allowed.value.name,
      action: 'quotation-ordered',
      vin: findVehicle(db, added.value)?.vin ?? vin,
      args: { quotation: quotation.name },
    })
  })
  workspace.emit({ kind: 'changed', ids: [added.value] })
  return ok(added.value)
}

/** A base of the VIN that is here says the category; another vehicle's chassis only stood in for it. */
function onItsOwnBase(workspace: Workspace, quotation: Quotation, vin: string): Quotation {
  return stagesOf(workspace.db, vin).length === 0
    ? quotation
    : { ...quotation, vehicle: undefined, chassis: { vin } }
}

function openQuotation(workspace: Workspace, id: number): Result<KeptQuotation> {
  const kept = findQuotation(workspace.db, id)
  if (!kept) return fail(problem('quotation-unknown', { id }))
  if (kept.vehicleId === undefined) return ok(kept)
  const vin = findVehicle(workspace.db, kept.vehicleId)?.vin ?? ''
  return fail(problem('quotation-ordered', { name: kept.name, vin }))
}

function rowOf(workspace: Workspace, kept: KeptQuotation): QuotationRow {
  const { id, name, customer, person, updatedAt, vehicleId } = kept
  const vin = vehicleId === undefined ? undefined : findVehicle(workspace.db, vehicleId)?.vin
  const row = { id, name, customer, person, updatedAt }
  return vehicleId === undefined || vin === undefined ? row : { ...row, order: { vehicleId, vin } }
}
