import type { FileInput } from '../../shared/ipc-contract.ts'
import { type Problem, problem } from '../../shared/problem.ts'
import type { SignatureView, StageView } from '../../shared/record/views.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { appendAudit } from '../audit/append.ts'
import { type BaseIdentity, identifyBase } from '../completion/base-check.ts'
import { scanKind } from '../intake/scan-kind.ts'
import { readAnyRelease } from '../ivi-xml/find-release.ts'
import { validateIvi } from '../ivi-xml/validate-xml.ts'
import { keepDocument } from '../register/documents.ts'
import { addStage, type StageInput, stagesOf } from '../register/stages.ts'
import { findVehiclesByVin } from '../register/vehicles.ts'
import { verifyIvi } from '../signature/verify-ivi.ts'
import { actorName, timestamp, type Workspace } from '../workspace.ts'
import { assess } from './assess.ts'
import { maxMessageMegabytes, openFile } from './open-file.ts'

export interface AddedBase {
  readonly file: string
  readonly vin?: string
  readonly stage?: StageView
  readonly problem?: Problem
}

/** Adds eCoCs of earlier stages, each linked to its vehicle by the VIN it states; one bad file holds up no other. */
export async function addBases(
  workspace: Workspace,
  files: readonly FileInput[],
): Promise<readonly AddedBase[]> {
  const added: AddedBase[] = []
  for (const input of files) {
    const name = 'path' in input ? input.path : input.name
    const opened = await openFile(input, maxMessageMegabytes)
    const result = opened.ok ? addBase(workspace, opened.value.name, opened.value.bytes) : opened
    if (result.ok) added.push({ file: opened.ok ? opened.value.name : name, ...result.value })
    else
      added.push({
        file: opened.ok ? opened.value.name : name,
        problem: { ...result.problem, where: { file: name, ...result.problem.where } },
      })
  }
  return added
}

function addBase(
  workspace: Workspace,
  file: string,
  bytes: Uint8Array,
): Result<{ vin: string; stage: StageView; problem?: Problem }> {
  const { db, releases } = workspace
  const read = readAnyRelease(bytes, releases)
  if (!read.ok) return scanKind(bytes).ok ? fail(problem('base-is-scan', { file }, { file })) : read
  const { tree, catalogue } = read.value
  const identity = identifyBase(tree)
  const { vin } = identity
  if (!vin) return fail(problem('base-without-vin', {}, { file }))
  const signature = signatureView(bytes)
  const schema = validateIvi(bytes, catalogue, { signature: signature.present ? 'required' : 'optional' })
  const stored = linkStage(workspace, { bytes, identity, file, schemaValid: schema.valid, signature, tree })
  const stage = stagesOf(db, vin).find(({ sha256 }) => sha256 === stored)
  const known = findVehiclesByVin(db, vin).length > 0
  if (!stage) {
    const sound = schema.valid && signature.valid
    return fail(problem(sound ? 'base-older-version' : 'base-broken-beside-sound', { vin }, { file, vin }))
  }
  return ok({
    vin,
    stage,
    ...(known ? {} : { problem: problem('base-without-vehicle', { vin }, { file, vin }) }),
  })
}

/** Keeps an earlier stage under its VIN and assesses anew what it concerns; answers the SHA-256 of its bytes. */
export function linkStage(
  workspace: Workspace,
  {
    bytes,
    identity,
    ...rest
  }: Pick<StageInput, 'file' | 'schemaValid' | 'signature' | 'tree'> & {
    readonly bytes: Uint8Array
    readonly identity: BaseIdentity
  },
): string {
  const { db } = workspace
  const { version, ...said } = identity
  const at = timestamp(workspace)
  const concerned = findVehiclesByVin(db, said.vin).map(({ id }) => id)
  const kept = db.transaction(() => {
    const sha256 = keepDocument(db, bytes, 'earlier-stage', at)
    const id = addStage(db, { ...said, ...rest, iviVersion: version, sha256 }, at)
    if (id !== undefined) {
      appendAudit(db, {
        at,
        person: actorName(workspace),
        action: rest.signature.paper ? 'paper-base-used' : 'base-added',
        vin: said.vin,
        args: { file: rest.file, stage: said.stageNumber, sha256 },
      })
      for (const vehicle of concerned) assess(workspace, vehicle)
    }
    return sha256
  })
  // Whoever looks at the vehicle sees its base at once.
  if (concerned.length > 0) workspace.emit({ kind: 'changed', ids: concerned })
  return kept
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
