import { assessAll } from '../../electron/pipeline/assess.ts'
import { markAllOpenStale } from '../../electron/register/vehicles.ts'
import { type Figure, rounded } from './figure.ts'
import { median, timed } from './measure.ts'
import type { Bench } from './open-bench.ts'

/**
 * A body put on many drafts at once: each checked against it, kept with its entry in the history, composed and looked
 * at anew. Held against the looking alone, which every change of a draft costs.
 */
export async function measureApplying(
  { ask, workspace }: Bench,
  ids: readonly number[],
  rounds: number,
): Promise<Figure> {
  const [row] = (await ask('register/list', { limit: 1 })).rows
  const variantId = row?.variantId ?? ''
  const applying: number[] = []
  const looking: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const took = await timed(async () => {
      const items = await ask('vehicle/apply-variant', { ids: [...ids], variantId, options: [] })
      const refused = items.find(({ ok }) => !ok)
      if (refused) throw new Error(`${refused.vin}: ${refused.problem?.code}`)
    })
    markAllOpenStale(workspace.db)
    const looked = await timed(() => assessAll(workspace))
    // The first round warms up.
    if (round === 0) continue
    applying.push(took)
    looking.push(looked)
  }
  const [value, peer] = [median(applying), median(looking)]
  return {
    name: 'a body variant applied to drafts, each checked, kept and looked at anew',
    value: rounded(value / 1000),
    unit: 's',
    runs: rounds,
    peer: { name: 'the looking alone', value: rounded(peer / 1000), unit: 's' },
    ratio: rounded(value / peer),
    also: { vehicles: ids.length, millisecondsAVehicle: rounded(value / ids.length) },
  }
}
