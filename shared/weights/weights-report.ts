/** What bears the vehicle at one of two places: an axle, a group of axles, or a trailer's coupling. */
export interface Support {
  readonly kind: 'axle' | 'group' | 'king-pin' | 'drawbar-eye'
  /** Numbers of its axles from 1; none for a coupling. */
  readonly axles: readonly number[]
  /** Where its resultant acts, mm: an axle's place, a group's by load sharing. */
  readonly x: number
  /** Fraction of its load on each of its axles; they sum to 1. */
  readonly shares: readonly number[]
  /** Where the shares come from; `alone` for one axle or a coupling. */
  readonly sharesFrom: 'stated' | 'permitted' | 'equal' | 'alone'
  /** kg; the stated limit of the group, the axle or the coupling. */
  readonly limit?: number
}

/** A load against its bounds, all kg and unrounded. */
export interface Load {
  readonly kg: number
  readonly limit?: number
  /** Whole kg over the limit after rounding; 0 where it is kept or there is none. */
  readonly over: number
}

export interface AxleLoad extends Load {
  /** From 1. */
  readonly axle: number
  readonly x: number
  readonly lifted: boolean
  readonly minimum?: number
}

export interface GroupLoad extends Load {
  readonly axles: readonly number[]
}

/**
 * One line of a table like those that a tester reads: a mass, its place and what it adds in front and behind.
 * `front + rear = kg`; a place before the front support makes `rear` negative and the reverse.
 */
export interface WeightLine {
  readonly kind: 'empty' | 'standard' | 'option' | 'seats' | 'payload' | 'coupling'
  /** Given by whoever placed the mass; empty for kinds that the screen names itself. */
  readonly name: string
  readonly kg: number
  /** Absent for the empty vehicle, whose loads are stated and not reckoned. */
  readonly x?: number
  readonly front: number
  readonly rear: number
}

/**
 * `running-order`: item 13 (for an incomplete vehicle 14). `actual`: 13.2. `laden`: with passengers and payload to the
 * maximum. `laden-with-trailer`: the coupling's mass takes its part of the payload. `axle-lifted`: actual, with the
 * liftable axles up. `trial`: a heap that somebody tries.
 */
export type WeightStateKind =
  | 'running-order'
  | 'actual'
  | 'laden'
  | 'laden-with-trailer'
  | 'axle-lifted'
  | 'trial'

/** A bound of where the payload's centre may lie. */
export interface CentreBound {
  /** Exact place, mm, at which the limit is just reached. */
  readonly x: number
  /** The same in whole mm, rounded, and inwards where rounding would pass the limit by more than 1 kg. */
  readonly whole: number
  /** What is reached there. */
  readonly by: LimitName
  /** False where the load's room ends before it: no limit in practice. */
  readonly within: boolean
}

/** Whose limit: an axle's, a group's by its axles, a trailer's coupling's, the front axle's least share; or nothing may be lifted. */
export type LimitName =
  | { readonly kind: 'axle'; readonly axle: number }
  | { readonly kind: 'group'; readonly axles: readonly number[] }
  | { readonly kind: 'support' | 'front-share' | 'off-ground' }

/** The range of places for a payload's centre that keeps every limit; `none` where no place does in which goods can lie. */
export type CentreRange =
  | {
      readonly kind: 'range'
      readonly from?: CentreBound
      readonly to?: CentreBound
    }
  | { readonly kind: 'none' }

export interface Payload {
  readonly kg: number
  /** mm; the middle of the load's room, or where a trial puts it. */
  readonly centre: number
  readonly range: CentreRange
}

export interface WeightState {
  readonly kind: WeightStateKind
  /** All that is on the vehicle, in the order of a table. */
  readonly lines: readonly WeightLine[]
  readonly total: Load
  readonly front: Load
  readonly rear: Load
  readonly axles: readonly AxleLoad[]
  /** The groups that have a limit of their own (16.3); none of those with a lifted axle. */
  readonly groups: readonly GroupLoad[]
  /** What rests where in this state; `front` and `rear` above are their loads. */
  readonly supports: { readonly front: Support; readonly rear: Support }
  /** mm; the theoretical wheelbase: between the two supports' resultants. */
  readonly wheelbase: number
  /** mm; where the whole mass acts. */
  readonly centreOfGravity: number
  /** Fraction of the mass on the front support's axles. */
  readonly frontShare: number
  readonly payload?: Payload
  /** The mass on a towing coupling in this state, against its limit. */
  readonly coupling?: Load & { readonly x: number }
}

/** What the front axle keeps of the maximum mass, against the least that the law asks for. */
export interface FrontShare {
  /** Fraction in the laden state; absent without one. */
  readonly laden?: number
  readonly ladenWithTrailer?: number
  /** Fraction that is left in front when the rear is loaded to its limit. */
  readonly rearAtLimit?: number
  /** Fractions; absent where no share is known for the category. */
  readonly minimum?: number
  readonly minimumWithTrailer?: number
}

export type WeightFindingLevel = 'error' | 'warning' | 'info'

/** What is not right; `code` names its text under `findings`, `args` fill it: `8101 kg`, `4641 mm`, percentages, states. */
export interface WeightFinding {
  readonly code: string
  readonly level: WeightFindingLevel
  readonly args: Readonly<Record<string, string | number>>
  readonly state?: WeightStateKind
  readonly axle?: number
}

export interface WeightsReport {
  readonly supports: { readonly front: Support; readonly rear: Support }
  /** mm. */
  readonly wheelbase: number
  readonly states: readonly WeightState[]
  /** kg for goods beside crew and options, without and with a trailer's mass on the coupling; may be negative. */
  readonly payloadLeft?: number
  readonly payloadLeftWithTrailer?: number
  /** The most at the middle of the load's room that keeps every limit, and what it reaches first. */
  readonly payloadPossible?: { readonly kg: number; readonly by: LimitName | { readonly kind: 'maximum' } }
  readonly frontShare: FrontShare
  readonly findings: readonly WeightFinding[]
}
