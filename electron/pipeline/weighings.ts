import comparisons from '../../schemas/completion/comparisons.json' with { type: 'json' }
import places from '../../schemas/weights/paths.json' with { type: 'json' }
import sampling from '../../schemas/weights/sampling.json' with { type: 'json' }
import { problem } from '../../shared/problem.ts'
import { isOpen, type Status } from '../../shared/record/status.ts'
import { strongest } from '../../shared/record/strongest.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { addDays, utcDay } from '../../shared/values/iso-date.ts'
import { fits } from '../../shared/variants/body-loads.ts'
import { weighableRecord } from '../../shared/weights/from-record.ts'
import { number } from '../../shared/weights/message-loads.ts'
import {
  type NormalisedSlip,
  normaliseSlip,
  type WeighedVehicle,
} from '../../shared/weights/normalise-slip.ts'
import { sampleBody } from '../../shared/weights/sampling-plan.ts'
import { parseSlip, type Slip } from '../../shared/weights/slip.ts'
import type {
  SlipScan,
  WeighedAgainst,
  WeighingPlan,
  WeighingView,
} from '../../shared/weights/weighing-views.ts'
import { appendAudit } from '../audit/append.ts'
import { currentCertificate } from '../register/certificates.ts'
import { findVehicle, type Vehicle } from '../register/vehicles.ts'
import {
  addWeighing,
  findWeighing,
  type KeptWeighing,
  markApplied,
  vehiclesToSample,
  weighingsOf,
} from '../register/weighings.ts'
import { timestamp, type Workspace } from '../workspace.ts'
import { type Composed, compose } from './compose.ts'
import { requireRole } from './people.ts'
import { weigh } from './weigh.ts'
import { weighedValues } from './weighed-values.ts'

/**
 * Keeps a slip of a vehicle with its normalisation; `apply` lets it stand as the weighed values at once. Problems: those
 * of its form, `slip-of-another-vin` {slip, found, expected}, `slip-known` {slip}, `weighing-day` {day}, what the
 * vehicle lacks to place a mass, those of `normaliseSlip` and, applied, those of `weigh`; nothing is kept then.
 */
export function keepWeighing(
  workspace: Workspace,
  { id, json, apply }: { readonly id: number; readonly json: unknown; readonly apply: boolean },
): Result<WeighingView> {
  const { db } = workspace
  const allowed = requireRole(workspace, 'office', 'homologation')
  if (!allowed.ok) return allowed
  const vehicle = findVehicle(db, id)
  if (!vehicle) return fail(problem('vehicle-unknown', { id }))
  const where = { vin: vehicle.vin }
  const parsed = parseSlip(json)
  if (!parsed.ok) return fail({ ...parsed.problem, where })
  const slip = parsed.value
  const found = slip.vin?.replace(/\s/g, '').toUpperCase()
  if (found !== undefined && found !== vehicle.vin)
    return fail(problem('slip-of-another-vin', { slip: slip.slip, found, expected: vehicle.vin }, where))
  if (weighingsOf(db, id).some((kept) => kept.slip === slip.slip))
    return fail(problem('slip-known', { slip: slip.slip }, where))
  // East of Greenwich it is tomorrow already.
  if (slip.day > addDays(utcDay(workspace.ports.now()), 1))
    return fail(problem('weighing-day', { day: slip.day }, where))
  const composed = compose(workspace, vehicle, currentCertificate(db, id))
  const weighed = weighedVehicle(composed, vehicle)
  if (!weighed.ok) return fail({ ...weighed.problem, where: { ...weighed.problem.where, ...where } })
  const normalised = normaliseSlip(slip, weighed.value)
  if (!normalised.ok) return fail({ ...normalised.problem, where })

  const at = timestamp(workspace)
  const person = allowed.value.name
  const kept = db.transaction((): Result<KeptWeighing | undefined> => {
    if (apply) {
      const applied = applyValues(workspace, composed, id, slip, normalised.value)
      if (!applied.ok) return applied
    }
    const body = { slip, normalised: normalised.value }
    const added = addWeighing(db, { vehicleId: id, slip: slip.slip, day: slip.day, body, person }, at)
    const args = { slip: slip.slip, day: slip.day, kg: Math.round(normalised.value.actual.kg) }
    appendAudit(db, { at, person, action: 'weighing-added', vin: vehicle.vin, args })
    const weighing = findWeighing(db, added)
    if (apply && weighing) markApplied(db, weighing, at)
    return ok(findWeighing(db, added))
  })
  if (!kept.ok) return kept
  workspace.emit({ kind: 'changed', ids: [id] })
  return kept.value ? ok(viewOf(workspace, kept.value, vehicle)) : fail(problem('weighing-unknown', { id }))
}

/** Lets a kept slip stand as the weighed values of its vehicle. Problems: `weighing-unknown` {id}, those of `weigh`. */
export function applyWeighing(workspace: Workspace, id: number): Result<WeighingView> {
  const { db } = workspace
  const kept = findWeighing(db, id)
  const vehicle = kept && findVehicle(db, kept.vehicleId)
  if (!kept || !vehicle) return fail(problem('weighing-unknown', { id }))
  const { slip, normalised } = bodyOf(kept)
  const composed = compose(workspace, vehicle, currentCertificate(db, vehicle.id))
  const applied = applyValues(workspace, composed, vehicle.id, slip, normalised)
  if (!applied.ok) return applied
  const at = timestamp(workspace)
  db.transaction(() => {
    markApplied(db, kept, at)
    appendAudit(db, {
      at,
      person: workspace.actor()?.name ?? '',
      action: 'weighing-applied',
      vin: vehicle.vin,
      args: { slip: slip.slip },
    })
  })
  return ok(viewOf(workspace, findWeighing(db, id) ?? kept, vehicle))
}

/** The slips of a vehicle, the newest first. Problems: `vehicle-unknown` {id}. */
export function weighingViews(workspace: Workspace, id: number): Result<readonly WeighingView[]> {
  const vehicle = findVehicle(workspace.db, id)
  if (!vehicle) return fail(problem('vehicle-unknown', { id }))
  return ok(weighingsOf(workspace.db, id).map((kept) => viewOf(workspace, kept, vehicle)))
}

/** Which vehicles conformity of production wants on the scale. */
export function weighingPlan(workspace: Workspace): WeighingPlan {
  const { every, source } = sampling
  const bodies = Map.groupBy(vehiclesToSample(workspace.db), ({ variantId }) => variantId)
  const variants = [...bodies].map(([variantId, vehicles]) => ({
    variantId,
    variantName: vehicles.find(({ variantName }) => variantName)?.variantName ?? variantId,
    built: vehicles.length,
    weighed: vehicles.filter(({ weighed }) => weighed).length,
    ...sampleBody(
      vehicles.map(({ id, vin, weighed, status }) => ({ id, vin, weighed, left: !isOpen(status as Status) })),
      every,
    ),
  }))
  return { every, source, variants }
}

function applyValues(
  workspace: Workspace,
  composed: Composed,
  id: number,
  slip: Slip,
  normalised: NormalisedSlip,
): Result<null> {
  const values = weighedValues(composed, normalised)
  return weigh(workspace, id, { slip: slip.slip, day: slip.day, values })
}

/** What is kept of a weighing, as {@link keepWeighing} and the scan wrote it. */
export function bodyOf(kept: KeptWeighing): {
  readonly slip: Slip
  readonly normalised: NormalisedSlip
  readonly scan?: SlipScan
} {
  return kept.body as ReturnType<typeof bodyOf>
}

/** Problems: `weighing-unknown` {id}. */
export function weighingView(workspace: Workspace, id: number): Result<WeighingView> {
  const kept = findWeighing(workspace.db, id)
  const vehicle = kept && findVehicle(workspace.db, kept.vehicleId)
  return kept && vehicle ? ok(viewOf(workspace, kept, vehicle)) : fail(problem('weighing-unknown', { id }))
}

/** Problems: what the vehicle lacks for its axles to have places. */
function weighedVehicle(composed: Composed, vehicle: Vehicle): Result<WeighedVehicle> {
  const { tree, stages, loads, variant, category } = composed
  const found = weighableRecord({ own: tree, earlier: stages, loads, placesOnly: true })
  if (found.kind === 'missing') return fail(found.problem)
  const chosen = (variant?.options ?? []).filter(
    (option) => vehicle.options.includes(option.id) && fits(option, category),
  )
  // A mass of this one vehicle may stand in the place of an option's.
  const byOption = chosen.map(({ id, masses }) => ({
    id,
    masses: masses.map((mass) => loads?.masses.find(({ name }) => name === mass.name) ?? mass),
  }))
  const ofOptions = new Set(chosen.flatMap(({ masses }) => masses.map(({ name }) => name)))
  const seats = (loads?.seats ?? []).map(({ x }) => x)
  return ok({
    vehicle: found.given.vehicle,
    options: byOption,
    further: (loads?.masses ?? []).filter(({ name, counts }) => counts === 'option' && !ofOptions.has(name)),
    driverX: seats.length > 0 ? Math.min(...seats) : undefined,
  })
}

function viewOf(workspace: Workspace, kept: KeptWeighing, vehicle: Vehicle): WeighingView {
  const { slip, normalised, scan } = bodyOf(kept)
  const composed = compose(workspace, vehicle, currentCertificate(workspace.db, vehicle.id))
  const { measured: _measured, ...others } = composed.layers
  const declared = strongest(others, composed.catalogue)
  const stated = (path: string): number | undefined =>
    number(declared.get(path)?.value ?? undefined) ?? number(composed.leaves.get(path))
  const prediction = against(stated(places.masses.actual), normalised.actual.kg, places.masses.actual)
  const item13 = against(
    stated(places.masses.runningOrder),
    normalised.runningOrder.kg,
    places.masses.runningOrder,
  )
  const { id, person, addedAt, appliedAt } = kept
  return {
    id,
    vehicleId: vehicle.id,
    vin: vehicle.vin,
    slip,
    normalised,
    ...(prediction ? { againstPrediction: prediction } : {}),
    ...(item13 ? { againstItem13: item13 } : {}),
    ...(appliedAt ? { appliedAt } : {}),
    ...(scan ? { scan } : {}),
    person,
    addedAt,
  }
}

/** Difference in whole kg; percent of the exact masses, with two digits, cut as testers write it. */
function against(stated: number | undefined, kg: number, path: string): WeighedAgainst | undefined {
  if (!stated) return undefined
  const weighed = Math.round(kg)
  const percent = (100 * (kg - stated)) / stated
  const tolerance = comparisons.measured.find((rule) => rule.path === path)?.tolerancePercent
  return {
    stated,
    weighed,
    difference: weighed - stated,
    percent: Math.trunc(percent * 100) / 100,
    ...(tolerance === undefined ? {} : { tolerance: Number(tolerance) }),
    exceeded: tolerance !== undefined && Math.abs(percent) > Number(tolerance),
  }
}
