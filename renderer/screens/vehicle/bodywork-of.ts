import places from '../../../schemas/weights/paths.json' with { type: 'json' }
import type { Bodywork } from '../../parts/drawing/outline-facts.ts'

const row = `${places.bodies.rows}[1]`

/** What a message's first bodywork says of the vehicle's look. */
export function bodyworkOf(leaves: ReadonlyMap<string, string>): Bodywork {
  return {
    code: leaves.get(`${row}/${places.bodies.specialPurpose}`) ?? leaves.get(`${row}/${places.bodies.code}`),
    supplement: leaves.get(`${row}/${places.bodies.supplement}`),
  }
}
