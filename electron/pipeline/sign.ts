import type { Problem } from '../../shared/problem.ts'
import { problem } from '../../shared/problem.ts'
import type { BatchItem } from '../../shared/record/views.ts'
import { remember } from '../../shared/remember.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { appendAnchored } from '../audit/append.ts'
import { signingActAction } from '../audit/verify.ts'
import { currentCertificate } from '../register/certificates.ts'
import { problemOfStorage } from '../register/errors.ts'
import { registerFileName } from '../register/open.ts'
import { findVehicle, type Vehicle } from '../register/vehicles.ts'
import type { SigningSession } from '../signature/key.ts'
import { openKey, parseKeySpec } from '../signature/open-key.ts'
import { actorName, timestamp, type Workspace } from '../workspace.ts'
import { writeSignedCopy } from './copies.ts'
import { signatureFormOf } from './naps.ts'
import { requireRole } from './people.ts'
import { type Asked, askKey, type Prepared, prepareForSigning, proveAndStore } from './sign-one.ts'

/**
 * One signing act over many certificates: one key, one PIN, opened once and closed at the end. What is signed stays
 * signed even where the token is pulled out in the middle; the act ends with an anchored audit entry.
 */
export async function signBatch(
  workspace: Workspace,
  input: { readonly ids: readonly number[]; readonly key: string; readonly pin: string },
): Promise<Result<readonly BatchItem[]>> {
  const signer = requireRole(workspace, 'signer')
  if (!signer.ok) return signer
  const spec = parseKeySpec(input.key)
  if (!spec.ok) return spec
  const opened = await openKey(spec.value, input.pin, workspace.ports.spawn)
  if (!opened.ok) return opened
  const session = opened.value
  try {
    const [unfit] = session.view.unfit
    if (unfit) return fail(unfit)
    return ok(await signEach(workspace, input.ids, session))
  } finally {
    await session.close()
  }
}

async function signEach(
  workspace: Workspace,
  ids: readonly number[],
  session: SigningSession,
): Promise<readonly BatchItem[]> {
  const { db } = workspace
  const vehicles = [...new Set(ids)].flatMap((id) => findVehicle(db, id) ?? [])
  const items: BatchItem[] = []
  let signed = 0
  let stopped: Problem | undefined
  let copies: Promise<void> = Promise.resolve()
  const formOf = remember((nap) => signatureFormOf(workspace, nap))
  const ask = (vehicle: Vehicle) => prepareAndAsk(workspace, vehicle, formOf(vehicle.nap), session)
  let asking: Promise<Result<Asked>> | undefined
  for (const [at, vehicle] of vehicles.entries()) {
    const asked = stopped ? fail(stopped) : await (asking ?? ask(vehicle))
    const next = vehicles[at + 1]
    // The key works on the next one while this one is proved and stored.
    asking = next && asked.ok ? ask(next) : undefined
    const result = asked.ok ? await storing(async () => proveAndStore(workspace, asked.value)) : asked
    if (result.ok) {
      signed += 1
      items.push({ vin: vehicle.vin, ok: true, status: 'signed' })
      copies = copies.then(async () => {
        const beside = await writeSignedCopy(workspace, result.value, result.value.bytes)
        const item = items[at]
        if (item && beside) items[at] = { ...item, problem: beside }
      })
    } else {
      // A token that is gone refuses the rest without another word to it: a PIN must never be tried twice.
      if (result.problem.batchGoesOn === false) stopped = result.problem
      const { status } = currentCertificate(db, vehicle.id)
      items.push({ vin: vehicle.vin, ok: false, status, problem: result.problem })
    }
    workspace.emit({
      kind: 'progress',
      task: 'sign',
      done: items.length,
      total: vehicles.length,
      vin: vehicle.vin,
    })
  }
  await copies
  if (signed > 0) {
    const closed = await storing(() =>
      appendAnchored(
        workspace.db,
        {
          at: timestamp(workspace),
          person: actorName(workspace),
          action: signingActAction,
          args: { count: signed, certificate: session.view.subject },
        },
        session,
      ),
    )
    // The certificates are signed all the same; the next act anchors this one's entries with its own.
    if (!closed.ok)
      items.push({ vin: '', ok: false, status: 'signed', problem: problem('audit-not-anchored') })
  }
  workspace.emit({ kind: 'changed', ids })
  return items
}

/** A disk that fills up in the middle ends the act, and what was signed before is told all the same. */
async function storing<Value>(work: () => Promise<Result<Value>>): Promise<Result<Value>> {
  try {
    return await work()
  } catch (error) {
    const known = problemOfStorage(error, registerFileName)
    if (known) return fail(known)
    throw error
  }
}

/** A failure waits until its turn comes. */
function prepareAndAsk(
  workspace: Workspace,
  vehicle: Vehicle,
  form: Prepared['form'],
  session: SigningSession,
): Promise<Result<Asked>> {
  const asked = storing(async () => {
    const prepared = prepareForSigning(workspace, vehicle, form)
    return prepared.ok ? askKey(prepared.value, session) : prepared
  })
  asked.catch(() => {})
  return asked
}
