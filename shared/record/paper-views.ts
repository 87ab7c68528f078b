import type { PaperScan } from '../paper/scan.ts'
import type { FormRecord } from './views.ts'

/** A base whose CoC is on paper, while it is typed and after. */
export interface PaperBaseView extends FormRecord {
  readonly paper: true
  readonly id: number
  readonly vehicleId: number
  readonly stageNumber: number
  /** Whether it stands as an earlier stage of its vehicle. */
  readonly used: boolean
  /** Places without which it cannot. */
  readonly missing: readonly string[]
  /** Places that belong to this vehicle alone and have no value yet, though another of the same version states them. */
  readonly own: readonly string[]
  /**
   * In the order of the paper. Those out of use are among them as evidence, and behind them those of another vehicle
   * from which values were taken over.
   */
  readonly scans: readonly PaperScan[]
}

/** A base on paper that another vehicle of the same version may be begun from. */
export interface PaperBaseRow {
  readonly id: number
  readonly vin: string
  readonly name: string
  readonly manufacturer: string
  readonly version: string
}
