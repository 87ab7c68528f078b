import type { Catalogue } from '../ivi/catalogue.ts'
import type { ReleaseDiff } from '../ivi/diff-releases.ts'
import type { FieldPlace } from '../ivi/place-fields.ts'
import type { Problem } from '../problem.ts'

/** A release in the list of releases. */
export interface ReleaseRow {
  readonly release: string
  readonly namespace: string
  /** The `Generated:` line of the official schema. */
  readonly generated: string
  readonly fields: number
  readonly codes: number
  /** New drafts are made in it. */
  readonly inUse: boolean
  /** Certificates of this workspace in it: those still open, and all. */
  readonly certificates: { readonly open: number; readonly all: number }
  /** Absent for a release that ships with the product. */
  readonly given?: {
    readonly file: string
    readonly sha256: string
    readonly addedAt: string
    readonly person: string
    /** Why it took the place of the schema before; empty for the first of its number. */
    readonly reason: string
    /** Counts the schemas that were given under this number. */
    readonly edition: number
  }
}

/** What a change does to a place that something speaks of. */
export type TouchKind = 'removed' | 'moved' | 'limits' | 'codes' | 'invalid' | 'missing'

export interface TouchedPlace {
  /** Schema path; of a draft the instance path. */
  readonly path: string
  readonly kind: TouchKind
  /** The value that stands there, where one does. */
  readonly value?: string
  /** Where it moved to. */
  readonly to?: string
  /** Why the value no longer holds. */
  readonly problem?: Problem
}

export interface TouchedDefinition {
  readonly id: string
  readonly name: string
  readonly version: number
  readonly places: readonly TouchedPlace[]
}

export interface TouchedDraft {
  readonly id: number
  readonly vin: string
  readonly places: readonly TouchedPlace[]
}

/** Everything of a workspace that a change from one release to another touches. */
export interface Touched {
  readonly profiles: readonly TouchedDefinition[]
  readonly variants: readonly TouchedDefinition[]
  readonly rules: readonly { readonly id: string; readonly places: readonly TouchedPlace[] }[]
  readonly layout: {
    /** New fields with the place that they get in the form. */
    readonly placed: readonly FieldPlace[]
    /** Fields that leave it. */
    readonly gone: readonly { readonly path: string; readonly section: string }[]
  }
  readonly drafts: {
    /** Open certificates of the release before, each of which keeps its release. */
    readonly open: number
    /** How many of them were looked at; the newest ones where there are too many. */
    readonly judged: number
    /** Those that would not hold in the other release. */
    readonly touched: readonly TouchedDraft[]
  }
}

export interface ReleaseComparison {
  readonly diff: ReleaseDiff
  readonly touched: Touched
}

export interface AddedRelease extends ReleaseComparison {
  /** `known`: the same content was here already; `tried`: nothing was kept. */
  readonly outcome: 'added' | 'replaced' | 'known' | 'tried'
  readonly release: string
  /** Whether the number was known before, and with which content. */
  readonly before: 'none' | 'same' | 'other'
}

/** What a form needs of a release that is not the product's own. */
export interface ReleaseForm {
  readonly catalogue: Catalogue
  readonly places: readonly FieldPlace[]
}
