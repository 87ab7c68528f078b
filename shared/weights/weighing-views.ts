import type { ShippedLanguage } from '../language/languages.ts'
import type { NormalisedSlip } from './normalise-slip.ts'
import type { Slip } from './slip.ts'

/** A weighed mass against a stated one, kg and percent of the stated one. */
export interface WeighedAgainst {
  readonly stated: number
  readonly weighed: number
  readonly difference: number
  readonly percent: number
  /** Percent that it may differ; absent where nothing is set. */
  readonly tolerance?: number
  readonly exceeded: boolean
}

/** The slip's own paper, scanned. */
export interface SlipScan {
  /** Name of the file as it came. */
  readonly name: string
  /** Such as `PDF`. */
  readonly kind: string
  readonly sha256: string
}

/** A slip that is kept. Times are ISO 8601 in UTC. */
export interface WeighingView {
  readonly id: number
  readonly vehicleId: number
  readonly vin: string
  readonly slip: Slip
  readonly normalised: NormalisedSlip
  /** The actual mass against what masses and places predict, or the draft states without the weighing (13.2). */
  readonly againstPrediction?: WeighedAgainst
  /** The mass without options against item 13. */
  readonly againstItem13?: WeighedAgainst
  /** Since when it stands as the weighed values of the vehicle. */
  readonly appliedAt?: string
  readonly scan?: SlipScan
  readonly person: string
  readonly addedAt: string
}

/** Vehicles of one body, as the sampling plan sees them. */
export interface PlannedVariant {
  readonly variantId: string
  readonly variantName: string
  readonly built: number
  readonly weighed: number
  /** Vehicles to be put on the scale, the longest due first; `position` counts the body's vehicles from 1. */
  readonly due: readonly {
    readonly id: number
    readonly vin: string
    readonly position: number
    readonly left: boolean
  }[]
  /** How many more are built before the next one is due; 0 where one is due now. */
  readonly until: number
}

export interface WeighingPlan {
  /** Of how many vehicles of a body one is weighed, the first among them. */
  readonly every: number
  readonly source: Readonly<Record<ShippedLanguage, string>>
  readonly variants: readonly PlannedVariant[]
}
