import type { Quotation } from './quotation.ts'
import type { RecordWeights } from './record-weights.ts'

/** A quotation in the list. Times are ISO 8601 in UTC. */
export interface QuotationRow {
  readonly id: number
  readonly name: string
  readonly customer: string
  /** Who changed it last. */
  readonly person: string
  readonly updatedAt: string
  /** The vehicle that it became; then it changes no more. */
  readonly order?: { readonly vehicleId: number; readonly vin: string }
}

export interface QuotationView extends QuotationRow {
  readonly quotation: Quotation
  readonly weights: RecordWeights
}
