import { vehicleDetail } from '../../electron/pipeline/detail.ts'
import { leavesOf } from '../../shared/ivi/message.ts'
import { findingsWhileTyping } from '../../shared/rules/while-typing.ts'
import { type Figure, rounded } from './figure.ts'
import { inTurn, median } from './measure.ts'
import type { Bench } from './open-bench.ts'

/** Rows that a long table of tyres has, so that the message is no small one. */
const tyres = 40

/**
 * What the window does between two keystrokes: the whole message of a completed N3 vehicle over its base, with every
 * tyre that may be fitted, judged by every rule; against reading the same message from JSON.
 */
export function measureTyping({ workspace }: Bench, id: number, rounds: number): Promise<Figure> {
  const found = vehicleDetail(workspace, id)
  if (!found.ok) throw new Error(found.problem.code)
  const detail = found.value
  const leaves = new Map(leavesOf(detail.tree))
  for (let axle = 1; axle <= 2; axle += 1) {
    for (let row = 2; row <= tyres; row += 1) {
      const at = `CocDataGroup/AxleTable/AxleGroup[${axle}]/TyreAxleTable/TyreAxleGroup[${row}]`
      for (const [name, value] of Object.entries({
        TyreNumber: String(row),
        TyreSize: '315/70R22.5',
        LoadCapacityIndexSingleWheel: '156',
        LoadCapacityIndexTwinWheel: '150',
        SpeedCategorySymbol: 'L',
      })) {
        leaves.set(`${at}/${name}`, value)
      }
    }
  }
  const today = workspace.ports.now().toISOString().slice(0, 10)
  const { catalogue } = workspace
  const mass = 'CocDataGroup/MassGroup/ActualMass'
  const json = JSON.stringify([...leaves])
  const single: number[] = []
  let typed = 0
  const judge = () => {
    typed += 1
    const started = performance.now()
    // Another value each time, as typing makes it.
    const now = new Map(leaves).set(mass, String(11_000 + (typed % 900)))
    findingsWhileTyping({ detail, leaves: now, catalogue, today })
    single.push(performance.now() - started)
  }
  return inTurn({ judge, peer: () => JSON.parse(json) }, { rounds, warmUp: 20 }).then((times) => ({
    name: `check while typing: a completed N3 message of ${leaves.size} values over its base`,
    value: rounded(times.judge),
    unit: 'ms',
    runs: rounds,
    limit: 50,
    peer: { name: 'JSON.parse of the same values', value: rounded(times.peer), unit: 'ms' },
    ratio: rounded(times.judge / times.peer),
    also: { median: rounded(median(single)), worst: rounded(Math.max(...single.slice(20))) },
  }))
}
