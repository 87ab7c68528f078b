import { type MessageTree, rowsAt, valueAt } from '../../shared/ivi/message.ts'
import { type Problem, problem } from '../../shared/problem.ts'
import type { BaseState, SignatureView } from '../../shared/record/views.ts'
import { manufacturerRows, stageNumberOf } from './overlay-stages.ts'

/** An earlier stage's file, read and judged by schema and signature; what the register keeps of it fits. */
export interface BaseFile {
  readonly stageNumber: number
  readonly stageOfCompletion: string
  /** IviVersionNumber: a correction of the same stage has a higher one. */
  readonly version: number
  readonly sha256: string
  readonly schemaValid: boolean
  readonly signature: Pick<SignatureView, 'present' | 'valid' | 'paper'>
  readonly tree: MessageTree
}

/** What an earlier stage's message says of itself. */
export interface BaseIdentity {
  readonly vin: string
  readonly stageNumber: number
  readonly stageOfCompletion: string
  readonly version: number
  readonly manufacturer: string
  /** Make and type, such as `FORTUNA FT35`. */
  readonly name: string
  readonly approval: string
}

export function identifyBase(tree: MessageTree): BaseIdentity {
  const stageNumber = stageNumberOf(tree)
  const rows = rowsAt(tree, manufacturerRows)
  const own = rows.find((row) => Number(row.ManufacturerStageNumber) === stageNumber) ?? rows[0]
  const said = (path: string): string => valueAt(tree, path) ?? ''
  return {
    vin: said('CocDataGroup/VehicleIdentificationNumber'),
    stageNumber,
    stageOfCompletion: said('CocDataGroup/StageOfCompletion'),
    version: Number(said('Header/IviVersionNumber')) || 0,
    manufacturer: typeof own?.ManufacturerName === 'string' ? own.ManufacturerName : '',
    name: [said('CocDataGroup/MakeTable/MakeGroup[1]/Make'), said('CocDataGroup/Type')]
      .filter((part) => part !== '')
      .join(' '),
    approval: said('CocDataGroup/TypeApprovalNumber'),
  }
}

/** `refusals`: the file cannot be this vehicle's base. `doubts`: it can, and a person should know. */
export interface BaseVerdict {
  readonly refusals: readonly Problem[]
  readonly doubts: readonly Problem[]
}

/**
 * Judges an earlier stage's file for a vehicle. `others` are the files that the vehicle has already, any version.
 */
export function judgeBase(
  file: BaseFile,
  vehicle: { readonly vin: string; readonly needsBase: boolean },
  others: readonly BaseFile[],
): BaseVerdict {
  const where = { vin: vehicle.vin }
  const { vin } = identifyBase(file.tree)
  const stage = file.stageNumber
  const refusals: Problem[] = []
  const doubts: Problem[] = []
  if (vin !== vehicle.vin)
    refusals.push(problem('base-of-another-vin', { expected: vehicle.vin, found: vin }, where))
  if (!vehicle.needsBase) refusals.push(problem('base-not-needed', {}, where))
  if (!['I', 'C', 'V'].includes(file.stageOfCompletion)) {
    refusals.push(problem('base-stage-unknown', { found: file.stageOfCompletion }, where))
  }
  const sameStage = others.filter((other) => other.stageNumber === stage && other.sha256 !== file.sha256)
  const newer = Math.max(0, ...sameStage.map((other) => other.version))
  if (newer > file.version) {
    refusals.push(problem('base-superseded', { stage, version: file.version, newer }, where))
  }
  if (sameStage.some((other) => other.version === file.version)) {
    doubts.push(problem('base-version-twice', { stage, version: file.version }, where))
  }
  if (file.stageOfCompletion === 'V') doubts.push(problem('base-completed-already', { stage }, where))
  // What was typed from paper is no message that anybody sent or signed.
  if (file.signature.paper) return { refusals, doubts }
  if (!file.schemaValid) doubts.push(problem('base-schema-invalid', { stage }, where))
  if (!file.signature.present) doubts.push(problem('base-not-signed', { stage }, where))
  else if (!file.signature.valid) doubts.push(problem('base-signature-invalid', { stage }, where))
  return { refusals, doubts }
}

/** What is doubtful about the earlier stages as a whole: a stage whose file is missing, two stages of one identity. */
export function chainDoubts(stages: readonly BaseFile[], vin: string): readonly Problem[] {
  const doubts: Problem[] = []
  const numbers = new Set(stages.map(({ stageNumber }) => stageNumber))
  const last = Math.max(0, ...numbers)
  for (let stage = 1; stage < last; stage += 1) {
    if (!numbers.has(stage)) doubts.push(problem('base-stage-missing', { stage, last }, { vin }))
  }
  const identities = new Map<string, number>()
  for (const { tree, stageNumber } of stages) {
    const identity = stageIdentity(tree)
    const before = identities.get(identity)
    if (before !== undefined && before !== stageNumber) {
      doubts.push(problem('base-same-identity', { first: before, second: stageNumber }, { vin }))
    }
    identities.set(identity, stageNumber)
  }
  return doubts
}

/** Approval without its extension, type, variant and version: what must differ from stage to stage. */
function stageIdentity(tree: MessageTree): string {
  const approval = (valueAt(tree, 'CocDataGroup/TypeApprovalNumber') ?? '').replace(/\*\d{2}$/, '')
  const parts = ['Type', 'Variant', 'Version'].map((name) => valueAt(tree, `CocDataGroup/${name}`) ?? '')
  return [approval, ...parts].join('\n')
}

/** The register's word for how a vehicle stands with its base. */
export function baseState(stages: readonly BaseFile[], needsBase: boolean, vin: string): BaseState {
  if (!needsBase) return 'none'
  if (stages.length === 0) return 'missing'
  const doubts = stages.flatMap((stage) => judgeBase(stage, { vin, needsBase }, []).doubts)
  return doubts.length + chainDoubts(stages, vin).length > 0 ? 'doubtful' : 'linked'
}
