import { join } from 'node:path'
import { fleetProfileId, fleetVin } from './fleet.ts'
import { type Ask, setUp } from './set-up.ts'
import { writeDeliveryList } from './write-delivery-list.ts'
import { writeFleetBases } from './write-fleet-bases.ts'

/** A set-up workspace with so many vehicles, each linked to the signed eCoC of its chassis; answers their ids. */
export async function fillWithFleet(ask: Ask, dir: string, vehicles: number): Promise<readonly number[]> {
  await setUp(ask)
  const list = join(dir, `fleet-${vehicles}.xlsx`)
  await writeDeliveryList(list, vehicles)
  await ask('intake/import', { file: { path: list }, profile: fleetProfileId })
  const bases = await writeFleetBases(join(dir, `bases-${vehicles}`), vehicles)
  await ask('base/add', { files: bases.map((path) => ({ path })) })
  const { rows } = await ask('register/list', {
    search: fleetVin(1).slice(0, 11),
    sort: 'vin',
    descending: false,
  })
  const unfit = rows.find(({ findings }) => findings.error > 0)
  if (unfit) throw new Error(`${unfit.vin} has errors: ${JSON.stringify(unfit.why)}`)
  return ask('register/ids', { sort: 'vin', descending: false })
}
