import type { Problem } from '../problem.ts'

/** What the folder is asked about: a vehicle of the register, or a quotation that has no VIN yet. */
export interface Candidate {
  /** Our approval with its extension; empty where none is chosen. */
  readonly approval: string
  readonly type: string
  readonly variant: string
  readonly version: string
  /** Empty for a quotation. */
  readonly vin: string
  /** The latest earlier stage; absent where none is known. */
  readonly base?: { readonly approval: string; readonly type: string; readonly variant: string }
  /** Our stage is built upon another maker's. */
  readonly needsBase: boolean
  /** By the keys of `schemas/approvals/ranges.json`, in their units; what is not known is not judged. */
  readonly figures: Readonly<Record<string, number>>
  /** Codes such as `BA 10`. */
  readonly bodywork: readonly string[]
  readonly options: readonly string[]
  /** The year that a small series counts it in. */
  readonly year: number
}

/**
 * `covered`, and `lapses-soon` where that ends within days; `refused`; `open` where base or approval is not known
 * yet; `individual`: no certificate of conformity exists; `no-folder`: the company keeps no approvals here.
 */
export const verdictStates = ['covered', 'lapses-soon', 'refused', 'open', 'individual', 'no-folder'] as const
export type VerdictState = (typeof verdictStates)[number]

/** One reason, with the words and values of its problem and the field to look at. */
export interface Reason {
  readonly severity: 'error' | 'warning'
  readonly path: string
  readonly problem: Problem
}

/** The day after which nothing may be issued any more, and what ends then. */
export interface Lapse {
  readonly what: 'approval' | 'series' | 'base'
  readonly number: string
  /** `YYYY-MM-DD`. */
  readonly on: string
  /** Negative where it has passed. */
  readonly days: number
}

export interface SeriesUse {
  readonly used: number
  readonly limit: number
  readonly year: number
}

export interface Verdict {
  readonly state: VerdictState
  readonly reasons: readonly Reason[]
  /** What ends first. */
  readonly lapse?: Lapse
  /** Of a small series. */
  readonly series?: SeriesUse
}
