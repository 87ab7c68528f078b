import facts from '../../schemas/weights/scans.json' with { type: 'json' }
import type { FileInput } from '../../shared/ipc-contract.ts'
import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { SlipScan, WeighingView } from '../../shared/weights/weighing-views.ts'
import { appendAudit } from '../audit/append.ts'
import { documentBytes, keepDocument } from '../register/documents.ts'
import { findVehicle } from '../register/vehicles.ts'
import { findWeighing, saveWeighingBody } from '../register/weighings.ts'
import { timestamp, type Workspace } from '../workspace.ts'
import { openFile } from './open-file.ts'
import { requireRole } from './people.ts'
import { bodyOf, weighingView } from './weighings.ts'

/**
 * Keeps the scan of a slip beside what was typed of it, its bytes as they are. Another one takes its place; the first
 * stays as evidence. Problems: `weighing-unknown` {id}, `scan-kind` {file, kinds}, those of the file.
 */
export async function attachScan(
  workspace: Workspace,
  id: number,
  file: FileInput,
): Promise<Result<WeighingView>> {
  const { db } = workspace
  const allowed = requireRole(workspace, 'office', 'homologation')
  if (!allowed.ok) return allowed
  const opened = await openFile(file, facts.maxMegabytes)
  if (!opened.ok) return opened
  const { name, bytes } = opened.value
  const head = Buffer.from(bytes.subarray(0, 16)).toString('hex')
  const kind = facts.kinds.find(({ hex }) => head.startsWith(hex))?.kind
  if (!kind) {
    const kinds = [...new Set(facts.kinds.map((one) => one.kind))].join(', ')
    return fail(problem('scan-kind', { file: name, kinds }, { file: name }))
  }
  const kept = findWeighing(db, id)
  const vehicle = kept && findVehicle(db, kept.vehicleId)
  if (!kept || !vehicle) return fail(problem('weighing-unknown', { id }))
  const at = timestamp(workspace)
  db.transaction(() => {
    const sha256 = keepDocument(db, bytes, 'slip-scan', at)
    saveWeighingBody(db, id, { ...bodyOf(kept), scan: { name, kind, sha256 } satisfies SlipScan })
    appendAudit(db, {
      at,
      person: allowed.value.name,
      action: 'weighing-scan',
      vin: vehicle.vin,
      args: { slip: kept.slip, file: name, sha256 },
    })
  })
  workspace.emit({ kind: 'changed', ids: [vehicle.id] })
  return weighingView(workspace, id)
}

/** The scan as it was kept. Problems: `weighing-unknown` {id}, `scan-missing` {slip}. */
export function slipScan(
  { db }: Workspace,
  id: number,
): Result<{ readonly name: string; readonly base64: string }> {
  const kept = findWeighing(db, id)
  if (!kept) return fail(problem('weighing-unknown', { id }))
  const { scan } = bodyOf(kept)
  if (!scan) return fail(problem('scan-missing', { slip: kept.slip }))
  return ok({ name: scan.name, base64: Buffer.from(documentBytes(db, scan.sha256)).toString('base64') })
}
