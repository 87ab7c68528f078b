import { problem } from '../../shared/problem.ts'
import type { BatchItem } from '../../shared/record/views.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Variant } from '../../shared/variants/variant.ts'
import type { PlacedMass } from '../../shared/weights/loads.ts'
import { appendAudit } from '../audit/append.ts'
import { declaredCategory } from '../completion/complete.ts'
import { becomes, checkChoice } from '../completion/variant.ts'
import { currentCertificate, setStatus, touchCertificate } from '../register/certificates.ts'
import { stagesOf } from '../register/stages.ts'
import { chooseVariant, findVehicle } from '../register/vehicles.ts'
import { actorName, timestamp, type Workspace } from '../workspace.ts'
import { assess } from './assess.ts'
import { type Opened, openForEdit, setValues, type TypedValue } from './edit.ts'
import { isOfOptions } from './intake-problems.ts'
import { findVariant } from './variants.ts'

export interface BodyChoice {
  readonly variantId: string
  /** Ids of the body's options; undefined keeps those that the vehicle has. */
  readonly options?: readonly string[] | undefined
  /** Masses of this one vehicle, as a configurator states them; undefined keeps those that it has. */
  readonly masses?: readonly PlacedMass[] | undefined
}

/** So many vehicles are kept in one go: few enough that a crash loses little, enough that the disk is not waited for. */
const portion = 50

/**
 * Puts a body variant with its options under what file and people said. Each vehicle by itself: one that the body or
 * an option does not fit stays as it is and says why; what was typed stays on all of them.
 */
export async function applyVariant(
  workspace: Workspace,
  ids: readonly number[],
  choice: BodyChoice,
): Promise<Result<readonly BatchItem[]>> {
  if (choice.variantId === '') return fail(problem('variant-missing'))
  const variant = findVariant(workspace, choice.variantId)
  if (!variant) return fail(problem('variant-unknown', { variant: choice.variantId }))
  const items: BatchItem[] = []
  for (let from = 0; from < ids.length; from += portion) {
    workspace.db.transaction(() => {
      for (const id of ids.slice(from, from + portion))
        items.push(...applyToOne(workspace, id, variant, { ...choice, many: ids.length > 1 }))
    })
    const done = Math.min(ids.length, from + portion)
    if (ids.length > portion) {
      workspace.emit({ kind: 'progress', task: 'check', done, total: ids.length })
      // Other callers get their turn between two portions.
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  workspace.emit({ kind: 'changed', ids })
  return ok(items)
}

/** The body and the values over it, or, where one of them is refused, neither. */
export function setBodyAndValues(
  workspace: Workspace,
  id: number,
  choice: BodyChoice,
  values: readonly TypedValue[],
  reason?: string,
): Result<null> {
  const variant = findVariant(workspace, choice.variantId)
  if (!variant) return fail(problem('variant-unknown', { variant: choice.variantId }))
  return workspace.db.attempt(() => {
    const refused = applyToOne(workspace, id, variant, { ...choice, many: false }).find((one) => one.problem)
    return refused?.problem ? fail(refused.problem) : setValues(workspace, id, values, reason)
  })
}

function applyToOne(
  workspace: Workspace,
  id: number,
  variant: Variant,
  choice: BodyChoice & { readonly many: boolean },
): readonly BatchItem[] {
  const { db } = workspace
  const opened = openForEdit(workspace, id)
  if (!opened.ok) {
    const vehicle = findVehicle(db, id)
    if (!vehicle) return [{ vin: '', id, ok: false, status: 'draft', problem: opened.problem }]
    const { status } = currentCertificate(db, id)
    return [{ vin: vehicle.vin, id, ok: false, status, problem: opened.problem }]
  }
  const { vehicle, certificate } = opened.value
  const { vin } = vehicle
  const options = choice.options ?? vehicle.options
  // Where the body alone says what a vehicle is, one vehicle may become another; a batch changes nobody's kind.
  const own = choice.many ? undefined : becomes(variant)
  const category =
    declaredCategory(certificate.layers, own ? [] : stagesOf(db, vin)) ??
    own ??
    (choice.many ? vehicle.category : '')
  const at = timestamp(workspace)
  const refused = checkChoice(variant, options, { category, today: at.slice(0, 10) })
  if (refused)
    return [{ vin, id, ok: false, status: certificate.status, problem: { ...refused, where: { vin } } }]
  keepChoice(workspace, opened.value, variant, { ...choice, options }, at)
  return [{ vin, id, ok: true, status: 'draft' }]
}

function keepChoice(
  workspace: Workspace,
  opened: Opened,
  variant: Variant,
  { options = [], masses }: BodyChoice,
  at: string,
): void {
  const { db } = workspace
  const { vehicle, certificate } = opened
  const unread = vehicle.unread.filter((one) => !isOfOptions(one))
  const chosen = { variantId: variant.id, options, ...(masses ? { masses } : {}), unread }
  chooseVariant(db, vehicle.id, chosen, at)
  appendAudit(db, {
    at,
    person: actorName(workspace),
    action: options.length > 0 ? 'variant-applied-with' : 'variant-applied',
    vin: vehicle.vin,
    args: {
      variant: variant.id,
      version: variant.version,
      ...(options.length > 0 ? { options: options.join(', ') } : {}),
    },
  })
  touchCertificate(db, certificate.id, at)
  setStatus(db, certificate, 'draft', at)
  assess(workspace, vehicle.id)
}
