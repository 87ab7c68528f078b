import { checkCharacters } from '../../shared/ivi/check-value.ts'
import { problem } from '../../shared/problem.ts'
import { layerPathOf } from '../../shared/record/compose-draft.ts'
import type { Layer, Layers, LayerValue } from '../../shared/record/layers.ts'
import { isOpen, mayBeCorrected } from '../../shared/record/status.ts'
import type { SignOffView } from '../../shared/record/views.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { appendAudit } from '../audit/append.ts'
import { signedOffValue } from '../completion/sign-offs.ts'
import {
  addCertificate,
  addSignOff,
  type Certificate,
  carrySignOffs,
  currentCertificate,
  saveLayers,
  setStatus,
} from '../register/certificates.ts'
import { findVehicle, type Vehicle } from '../register/vehicles.ts'
import { actorName, catalogueOf, timestamp, type Workspace } from '../workspace.ts'
import { assess } from './assess.ts'
import { compose } from './compose.ts'
import { knownPath } from './known-path.ts'
import { overtyping } from './overtyping.ts'
import { requireRole } from './people.ts'

export interface Opened {
  readonly vehicle: Vehicle
  readonly certificate: Certificate
}

/** A vehicle whose certificate may still change; signed content is frozen. */
export function openForEdit(workspace: Workspace, id: number): Result<Opened> {
  const vehicle = findVehicle(workspace.db, id)
  if (!vehicle) return fail(problem('vehicle-unknown', { id }))
  const certificate = currentCertificate(workspace.db, id)
  if (!isOpen(certificate.status))
    return fail(problem('certificate-frozen', { status: certificate.status }, { vin: vehicle.vin }))
  return ok({ vehicle, certificate })
}

/** Keeps layers, falls back to draft, and assesses anew, all in one transaction. */
export function keepLayers(
  workspace: Workspace,
  { vehicle, certificate }: Opened,
  layers: Layers,
  at: string,
): void {
  const { db } = workspace
  saveLayers(db, certificate.id, layers, at)
  setStatus(db, certificate, 'draft', at)
  assess(workspace, vehicle.id)
}

export interface TypedValue {
  readonly path: string
  /** null takes the field or row away. */
  readonly value: string | null
}

/**
 * Keeps what a person typed, at once. A value that breaks its field's limits is kept too, since nothing typed may be
 * lost: it shows as a finding. Only a place that the message does not know is refused, and a value over the body's
 * without a reason (`reason-needed`).
 */
export function setValues(
  workspace: Workspace,
  id: number,
  values: readonly TypedValue[],
  reason?: string,
): Result<null> {
  const opened = openForEdit(workspace, id)
  if (!opened.ok) return opened
  const { vehicle, certificate } = opened.value
  for (const { path, value } of values) {
    const known = knownPath(path, catalogueOf(workspace, certificate.release))
    if (!known.ok) return fail({ ...known.problem, where: { vin: vehicle.vin, path } })
    // What breaks a limit is kept and shown; what no XML can carry cannot even be that.
    const unwritable = value === null ? undefined : checkCharacters(value)
    if (unwritable) return fail({ ...unwritable, where: { vin: vehicle.vin, path } })
    if (value !== null && known.value !== 'field')
      return fail(problem('path-no-field', { path }, { vin: vehicle.vin, path }))
  }
  const at = timestamp(workspace)
  const person = actorName(workspace)
  const composed = compose(workspace, vehicle, certificate)
  const typed: Record<string, LayerValue> = { ...certificate.layers.typed }
  const aimed = values.map((one) => {
    // The composed rows may be numbered otherwise than the layers', where one was taken away.
    const place = layerPathOf(one.path, composed.layers, composed.catalogue)
    return { ...one, place, over: overtyping(composed, one, place, reason) }
  })
  for (const { over } of aimed)
    if (over.kind === 'refused')
      return fail({ ...over.problem, where: { ...over.problem.where, vin: vehicle.vin } })
  workspace.db.transaction(() => {
    for (const { path, value, place, over } of aimed) {
      const why = over.kind === 'for' ? over.reason : reason
      for (const known of Object.keys(typed))
        if (value === null && known.startsWith(`${place}/`)) delete typed[known]
      if (over.kind === 'back') delete typed[place]
      else typed[place] = { value, source: { kind: 'typed', person, at, ...(why ? { reason: why } : {}) } }
      appendAudit(workspace.db, {
        at,
        person,
        action: value === null ? 'value-removed' : 'value-typed',
        vin: vehicle.vin,
        args: {
          path,
          before: composed.leaves.get(path) ?? '',
          after: value ?? '',
          ...(why ? { reason: why } : {}),
        },
      })
    }
    keepLayers(workspace, opened.value, { ...certificate.layers, typed }, at)
  })
  workspace.emit({ kind: 'changed', ids: [id] })
  return ok(null)
}

/** Forgets what was typed at these places, so that file, variant or base speak again. */
export function forgetTyped(workspace: Workspace, id: number, paths: readonly string[]): Result<null> {
  const opened = openForEdit(workspace, id)
  if (!opened.ok) return opened
  const { vehicle, certificate } = opened.value
  const composed = compose(workspace, vehicle, certificate)
  const places = paths.map((path) => layerPathOf(path, composed.layers, composed.catalogue))
  const typed: Layer = Object.fromEntries(
    Object.entries(certificate.layers.typed ?? {}).filter(
      ([path]) => !places.some((place) => path === place || path.startsWith(`${place}/`)),
    ),
  )
  const at = timestamp(workspace)
  workspace.db.transaction(() => {
    appendAudit(workspace.db, {
      at,
      person: actorName(workspace),
      action: 'typed-forgotten',
      vin: vehicle.vin,
      args: { paths: paths.join(', ').slice(0, 2000) },
    })
    keepLayers(workspace, opened.value, { ...certificate.layers, typed }, at)
  })
  workspace.emit({ kind: 'changed', ids: [id] })
  return ok(null)
}

/** A person with the right to it answers for a value out of tolerance; a later change of the value voids it. */
export function signOff(workspace: Workspace, id: number, path: string, reason: string): Result<SignOffView> {
  const allowed = requireRole(workspace, 'homologation')
  if (!allowed.ok) return allowed
  const opened = openForEdit(workspace, id)
  if (!opened.ok) return opened
  const { vehicle, certificate } = opened.value
  const items = compose(workspace, vehicle, certificate).drift
  const drift = items.find((item) => item.path === path && item.exceeded)
  if (!drift) return fail(problem('no-drift-here', { path }, { vin: vehicle.vin, path }))
  const at = timestamp(workspace)
  const view: SignOffView = { path, person: allowed.value.name, reason, at }
  workspace.db.transaction(() => {
    addSignOff(workspace.db, certificate.id, { ...view, value: signedOffValue(items, path) })
    appendAudit(workspace.db, {
      at,
      person: allowed.value.name,
      action: 'drift-signed-off',
      vin: vehicle.vin,
      args: { path, value: drift.actual, expected: drift.expected, reason },
    })
    assess(workspace, id)
  })
  workspace.emit({ kind: 'changed', ids: [id] })
  return ok(view)
}

/**
 * Opens the next version of a certificate that an authority has answered: a new reference, version + 1, the same
 * release and content (EReg guidelines v1.1 on corrections). What was answered for before, such as a drift that was
 * signed off, is asked for again only where its value changes.
 */
export function correct(workspace: Workspace, id: number, reason: string): Result<null> {
  return openNext(workspace, id, reason, 'correction-opened', ({ status, version }) => {
    if (mayBeCorrected(status)) return ok(version + 1)
    return fail(problem(version > 1 ? 'correction-open' : 'correct-refused', { status, version }))
  })
}

/** Takes back what was signed and never sent: the bytes stay as evidence, a new draft gets a new reference. */
export function withdraw(workspace: Workspace, id: number, reason: string): Result<null> {
  return openNext(workspace, id, reason, 'withdrawn', (certificate) => {
    const withdrawn = setStatus(workspace.db, certificate, 'withdrawn', timestamp(workspace))
    return withdrawn.ok
      ? ok(certificate.version)
      : fail(problem('withdraw-refused', { status: certificate.status }))
  })
}

function openNext(
  workspace: Workspace,
  id: number,
  reason: string,
  action: string,
  nextVersion: (certificate: Certificate) => Result<number>,
): Result<null> {
  const { db } = workspace
  const vehicle = findVehicle(db, id)
  if (!vehicle) return fail(problem('vehicle-unknown', { id }))
  const certificate = currentCertificate(db, id)
  const at = timestamp(workspace)
  const opened = db.transaction(() => {
    const version = nextVersion(certificate)
    if (!version.ok) return version
    const next = addCertificate(
      db,
      {
        vehicleId: id,
        version: version.value,
        reference: workspace.ports.newReference(),
        release: certificate.release,
        layers: certificate.layers,
        reason,
      },
      at,
    )
    carrySignOffs(db, certificate.id, next)
    const args = { version: version.value, reason }
    appendAudit(db, { at, person: actorName(workspace), action, vin: vehicle.vin, args })
    assess(workspace, id)
    return version
  })
  if (!opened.ok) return fail({ ...opened.problem, where: { vin: vehicle.vin } })
  workspace.emit({ kind: 'changed', ids: [id] })
  return ok(null)
}
