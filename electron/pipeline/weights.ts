import places from '../../schemas/weights/paths.json' with { type: 'json' }
import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Finding } from '../../shared/rules/finding.ts'
import type { LoadCase } from '../../shared/weights/load-case.ts'
import { type RecordWeights, weightsOfRecord } from '../../shared/weights/record-weights.ts'
import { currentCertificate } from '../register/certificates.ts'
import { findVehicle } from '../register/vehicles.ts'
import type { Workspace } from '../workspace.ts'
import { type Composed, compose } from './compose.ts'

/** All loads of a vehicle as its certificate stands, with heaps that somebody tries. */
export function weightsOfVehicle(
  workspace: Workspace,
  id: number,
  trials: LoadCase['trials'],
): Result<RecordWeights> {
  const vehicle = findVehicle(workspace.db, id)
  if (!vehicle) return fail(problem('vehicle-unknown', { id }))
  return ok(weightsOf(compose(workspace, vehicle, currentCertificate(workspace.db, id)), trials))
}

/** What speaks against the loads of a draft. */
export function weightsFindings(composed: Composed): readonly Finding[] {
  if (!composed.loads) return []
  const weights = weightsOf(composed, [])
  return weights.kind === 'ready' ? weights.findings : []
}

function weightsOf(composed: Composed, trials: LoadCase['trials']): RecordWeights {
  const { tree, stages, loads, layers } = composed
  return weightsOfRecord({
    own: tree,
    earlier: stages,
    loads,
    trials,
    statedByBody: layers.variant?.[places.masses.runningOrder]?.value ?? undefined,
  })
}
