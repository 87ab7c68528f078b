import type { FileInput } from '../../shared/ipc-contract.ts'
import { type MessageTree, rowsAt, valueAt } from '../../shared/ivi/message.ts'
import { type Problem, problem } from '../../shared/problem.ts'
import type { SignatureView, StageView } from '../../shared/record/views.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { appendAudit } from '../audit/append.ts'
import { stageNumberOf } from '../completion/overlay-stages.ts'
import { readIviXml } from '../ivi-xml/read-ivi-xml.ts'
import { validateIvi } from '../ivi-xml/validate-xml.ts'
import { keepDocument } from '../register/documents.ts'
import { addStage, stagesOf } from '../register/stages.ts'
import { findVehiclesByVin, markStale } from '../register/vehicles.ts'
import { verifyIvi } from '../signature/verify-ivi.ts'
import { actorName, timestamp, type Workspace } from '../workspace.ts'
import { assessAll } from './assess.ts'
import { openFile } from './open-file.ts'

export interface AddedBase {
  readonly file: string
  readonly vin?: string
  readonly stage?: StageView
  readonly problem?: Problem
}

const maxMegabytes = 20

/** Adds eCoCs of earlier stages, each linked to its vehicle by the VIN it states; one bad file holds up no other. */
export async function addBases(
  workspace: Workspace,
  files: readonly FileInput[],
): Promise<readonly AddedBase[]> {
  const added: AddedBase[] = []
  for (const input of files) {
    const name = 'path' in input ? input.path : input.name
    const opened = await openFile(input, maxMegabytes)
    const result = opened.ok ? addBase(workspace, opened.value.name, opened.value.bytes) : opened
    if (result.ok) added.push({ file: opened.ok ? opened.value.name : name, ...result.value })
    else
      added.push({
        file: opened.ok ? opened.value.name : name,
        problem: { ...result.problem, where: { file: name, ...result.problem.where } },
      })
  }
  await assessAll(workspace)
  return added
}

function addBase(
  workspace: Workspace,
  file: string,
  bytes: Uint8Array,
): Result<{ vin: string; stage: StageView; problem?: Problem }> {
  const { db, catalogue } = workspace
  const read = readIviXml(bytes, catalogue)
  if (!read.ok) return read
  const { tree } = read.value
  const vin = valueAt(tree, 'CocDataGroup/VehicleIdentificationNumber')
  if (!vin) return fail(problem('base-without-vin', {}, { file }))
  const signature = signatureView(bytes)
  const schema = validateIvi(bytes, catalogue, { signature: signature.present ? 'required' : 'optional' })
  const at = timestamp(workspace)
  const stored = db.transaction(() => {
    const sha256 = keepDocument(db, bytes, 'earlier-stage', at)
    const stage = {
      vin,
      stageNumber: stageNumberOf(tree),
      stageOfCompletion: valueAt(tree, 'CocDataGroup/StageOfCompletion') ?? '',
      iviVersion: Number(valueAt(tree, 'Header/IviVersionNumber') ?? 1),
      manufacturer: manufacturerOf(tree),
      name: [valueAt(tree, 'CocDataGroup/MakeTable/MakeGroup[1]/Make'), valueAt(tree, 'CocDataGroup/Type')]
        .filter(Boolean)
        .join(' '),
      approval: valueAt(tree, 'CocDataGroup/TypeApprovalNumber') ?? '',
      file,
      sha256,
      schemaValid: schema.valid,
      signature,
      tree,
    }
    const id = addStage(db, stage, at)
    if (id !== undefined) {
      appendAudit(db, {
        at,
        person: actorName(workspace),
        action: 'base-added',
        vin,
        args: { file, stage: stage.stageNumber, sha256 },
      })
      markStale(
        db,
        findVehiclesByVin(db, vin).map((vehicle) => vehicle.id),
        at,
      )
    }
    return sha256
  })
  const stage = stagesOf(db, vin).find(({ sha256 }) => sha256 === stored)
  const known = findVehiclesByVin(db, vin).length > 0
  if (!stage) return fail(problem('base-older-version', { vin }, { file, vin }))
  return ok({
    vin,
    stage,
    ...(known ? {} : { problem: problem('base-without-vehicle', { vin }, { file, vin }) }),
  })
}

/** The signature's state as people are shown it. */
export function signatureView(bytes: Uint8Array): SignatureView {
  const report = verifyIvi(bytes)
  return {
    present: report.present,
    valid: report.valid,
    signer: report.signer?.subject ?? '',
    problems: report.problems,
  }
}

function manufacturerOf(tree: MessageTree): string {
  const rows = rowsAt(tree, 'CocDataGroup/ManufacturerTable/ManufacturerGroup')
  const stage = String(stageNumberOf(tree))
  const row = rows.find((candidate) => candidate.ManufacturerStageNumber === stage) ?? rows[0]
  return typeof row?.ManufacturerName === 'string' ? row.ManufacturerName : ''
}
