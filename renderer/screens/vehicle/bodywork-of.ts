import places from '../../../schemas/weights/paths.json' with { type: 'json' }
import type { Bodywork } from '../../parts/drawing/outline-facts.ts'
import { latestValue, type StageValues } from './stage-values.ts'

const row = `${places.bodies.rows}[1]`

/** What the first bodywork says of the vehicle's look: ours, else that of the latest stage which speaks of it. */
export function bodyworkOf(leaves: ReadonlyMap<string, string>, stages: readonly StageValues[]): Bodywork {
  const said = (name: string): string | undefined =>
    leaves.get(`${row}/${name}`) || latestValue(stages, `${row}/${name}`) || undefined
  return {
    code: said(places.bodies.specialPurpose) ?? said(places.bodies.code),
    supplement: said(places.bodies.supplement),
  }
}
