import type { MessageTree } from '../ivi/message.ts'
import type { PaperPlace } from '../paper/scan.ts'

/** Where a value came from, exactly enough to find it again. */
export type Source =
  /** `paper` where the stage's CoC is on paper and the value's page is known. */
  | {
      readonly kind: 'base'
      readonly stage: number
      readonly sha256: string
      readonly paper?: PaperPlace
    }
  | { readonly kind: 'company' }
  | { readonly kind: 'computed'; readonly by: string }
  /** `option` is the name of the body's option that says it. */
  | { readonly kind: 'variant'; readonly id: string; readonly version: number; readonly option?: string }
  | { readonly kind: 'file'; readonly file: string; readonly sheet?: string; readonly cell: string }
  /** `cell` where a list brought it, `day` (`YYYY-MM-DD`) where a person entered the slip. */
  | { readonly kind: 'measured'; readonly slip: string; readonly cell?: string; readonly day?: string }
  /** A tool's file (CO2, energy), kept under its SHA-256; `cell` is the element, key or cell in it. */
  | {
      readonly kind: 'result'
      readonly tool: string
      readonly file: string
      readonly sha256: string
      readonly cell: string
    }
  /** `paper` where it was read from a scan. */
  | {
      readonly kind: 'typed'
      readonly person: string
      readonly at: string
      readonly reason?: string
      readonly paper?: PaperPlace
    }

export type Origin = Source['kind']

/** From the weakest to the strongest: what a person typed wins over what a file, a variant or the base says. */
export const originsByStrength = [
  'base',
  'company',
  'computed',
  'variant',
  'file',
  'measured',
  'result',
  'typed',
] as const satisfies readonly Origin[]

/** One value of one origin; `null` takes away what weaker layers say (the path may then be a group or a row). */
export interface LayerValue {
  readonly value: string | null
  readonly source: Source
}
/** Instance path → value. */
export type Layer = Readonly<Record<string, LayerValue>>

/**
 * A draft keeps what each origin said apart from the others, so that a changed row, a new base or another variant
 * replaces its own layer and never what a person typed.
 */
export type Layers = Readonly<Partial<Record<Origin, Layer>>>

export interface ComposedDraft {
  readonly tree: MessageTree
  /** Instance path of the composed tree → where its value came from. */
  readonly sources: Readonly<Record<string, Source>>
}
