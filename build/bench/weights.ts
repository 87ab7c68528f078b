import { compose } from '../../electron/pipeline/compose.ts'
import { currentCertificate } from '../../electron/register/certificates.ts'
import { findVehicle } from '../../electron/register/vehicles.ts'
import type { Loads } from '../../shared/weights/loads.ts'
import { weightsOfRecord } from '../../shared/weights/record-weights.ts'
import { type Figure, rounded } from './figure.ts'
import { inTurn } from './measure.ts'
import type { Bench } from './open-bench.ts'

/** From certificates and masses to every load and finding, against bare reading of the same certificates from JSON. */
export async function measureWeights(
  { workspace }: Bench,
  ids: readonly number[],
  vehicles: number,
  rounds: number,
): Promise<Figure> {
  const { db } = workspace
  const records = Array.from({ length: vehicles }, (_, at) => {
    const vehicle = findVehicle(db, ids[at % ids.length] ?? 0)
    if (!vehicle) throw new Error('no vehicle')
    const { tree, stages } = compose(workspace, vehicle, currentCertificate(db, vehicle.id))
    return { own: tree, earlier: stages, loads: bodyOf(at) }
  })
  let reckoned = 0
  const all = () => {
    reckoned = 0
    for (const record of records) if (weightsOfRecord(record).kind === 'ready') reckoned += 1
  }
  const texts = records.map(({ own, earlier }) => JSON.stringify([own, ...earlier.map(({ tree }) => tree)]))
  const peer = () => {
    for (const text of texts) JSON.parse(text)
  }
  const { wall, bare } = await inTurn({ wall: all, bare: peer }, { rounds, warmUp: 5 })
  if (reckoned < vehicles) throw new Error(`weights of ${vehicles - reckoned} vehicles are missing`)
  return {
    name: `weights of ${vehicles} vehicles with bodies and options, all states and findings`,
    value: rounded(wall),
    unit: 'ms',
    runs: rounds,
    peer: { name: 'JSON.parse of the same certificates', value: rounded(bare), unit: 'ms' },
    ratio: rounded(wall / bare),
    target: 2,
    also: { millisecondsAVehicle: rounded(wall / vehicles) },
  }
}

/** No two bodies alike, so that nothing could be remembered from the one before. */
function bodyOf(at: number): Loads {
  return {
    masses: [
      { name: 'body', kg: 1200 + at, x: 3600 + (at % 700), counts: 'standard' },
      { name: 'crane', kg: 2100, x: 900 + (at % 300), counts: 'option' },
      { name: 'tail lift', kg: 400 + (at % 200), x: 6900, counts: 'option' },
    ],
    seats: [{ count: 1, x: -300 }],
    payload: { from: 1500, to: 7500 },
    coupling: { x: 7200 },
  }
}
