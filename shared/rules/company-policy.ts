import type { CompanyLevels, Level } from './policy.ts'

/** What a company asks for beyond the usual: higher levels, tighter tolerances. */
export interface CompanyPolicy {
  /** A changed policy has a higher number. */
  readonly version: number
  readonly levels: CompanyLevels
  /** Percent by what is compared with and by field. */
  readonly tolerances: CompanyTolerances
  /** What an approval authority (`e12`) wants of our stage: all values, or only what it adds or changes. */
  readonly carry: Readonly<Record<string, 'delta' | 'full'>>
}

export type CompanyTolerances = Readonly<Record<'measured' | 'variant', Readonly<Record<string, string>>>>

export const noPolicy: CompanyPolicy = {
  version: 0,
  levels: {},
  tolerances: { measured: {}, variant: {} },
  carry: {},
}

export const levels: readonly Level[] = ['ignore', 'inform', 'warn', 'refuse']
