import type { Reason } from './ledger.ts'
import type { Vehicle } from './read-vehicle.ts'
export function checkRelevance(_vehicle: Vehicle): readonly Reason[] {
  return []
}
