import type { ChannelName, Input, Output } from '../../shared/ipc-contract.ts'
import { demoCompany, demoVariants } from '../demo/data/definitions.ts'
import { fleetProfile } from './fleet.ts'

/** Asks the product by its contract, over whichever wire. */
export type Ask = <Name extends ChannelName>(channel: Name, input: Input<Name>) => Promise<Output<Name>>

/** The demo's company with one person who may do everything, its bodies, and the delivery list's profile. */
export async function setUp(ask: Ask): Promise<void> {
  const { company, country } = demoCompany
  await ask('workspace/set-up', { company, country, person: 'Ada Lindt' })
  await ask('profile/save', { json: fleetProfile })
  for (const json of demoVariants) await ask('variant/save', { json })
}
