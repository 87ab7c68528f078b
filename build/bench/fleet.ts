import { demoProfile } from '../demo/data/definitions.ts'
import list from './delivery-list.json' with { type: 'json' }

/** Vehicles enough for a figure: the demo builder's tipper on an N3 chassis again and again, each with its own VIN. */
export const sheetName = 'Lieferliste'
export const fleetProfileId = 'bench-delivery-list'

/** The mapping profile of the delivery list. */
export const fleetProfile: unknown = {
  ...(demoProfile as Readonly<Record<string, unknown>>),
  id: fleetProfileId,
  name: 'Delivery list of the measurements',
  source: { sheet: sheetName },
  columns: list.columns.map(({ header, to, convert }) => ({
    headers: [header],
    to,
    ...(convert ? { convert } : {}),
  })),
}

export const columnCount = list.columns.length

export function fleetVin(number: number): string {
  return `YYHSK18B7T5${String(number).padStart(6, '0')}`
}
