import type { Problem } from '../../shared/problem.ts'
import type { Finding } from '../../shared/rules/finding.ts'
import { type BaseFile, chainDoubts, judgeBase } from './base-check.ts'

/** Where a doubt about an earlier stage shows: the table that names the stages. */
const place = 'CocDataGroup/ManufacturerTable'

/**
 * What is doubtful about the earlier stages, as warnings on the vehicle (`base-doubt` {problem and its arguments}): a
 * person decides whether their values may be built upon. None where ours needs no base.
 */
export function baseFindings(
  stages: readonly BaseFile[],
  vehicle: { readonly vin: string; readonly needsBase: boolean },
): readonly Finding[] {
  if (!vehicle.needsBase) return []
  const doubts: readonly Problem[] = [
    ...stages.flatMap((stage) => judgeBase(stage, vehicle, []).doubts),
    ...chainDoubts(stages, vehicle.vin),
  ]
  return doubts.map(({ code, args }) => ({
    rule: 'base',
    severity: 'warning',
    path: place,
    paths: [place],
    code: 'base-doubt',
    args: { ...args, problem: code },
  }))
}
