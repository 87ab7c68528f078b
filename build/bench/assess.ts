import { assessAll } from '../../electron/pipeline/assess.ts'
import { markAllOpenStale } from '../../electron/register/vehicles.ts'
import { type Figure, rounded } from './figure.ts'
import { median, timed } from './measure.ts'
import type { Bench } from './open-bench.ts'

/** What the background does after an import or a change of company, variant or rules: every vehicle looked at anew. */
export async function measureAssessing(
  { workspace }: Bench,
  vehicles: number,
  rounds: number,
): Promise<Figure> {
  const times: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    markAllOpenStale(workspace.db)
    const took = await timed(() => assessAll(workspace))
    // The first round warms up.
    if (round > 0) times.push(took)
  }
  const wall = median(times)
  return {
    name: 'vehicles with variant and base assessed anew, summaries kept',
    value: rounded(vehicles / (wall / 1000)),
    unit: 'vehicles/s',
    runs: rounds,
    also: { vehicles, millisecondsAVehicle: rounded(wall / vehicles) },
  }
}
