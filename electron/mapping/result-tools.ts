import trailer from '../../schemas/results/trailer.json' with { type: 'json' }
import wltp from '../../schemas/results/wltp.json' with { type: 'json' }

/** A tool whose results are taken from its files, as `schemas/results/` describes it. */
export interface ResultTool {
  readonly id: string
  readonly name: Readonly<Record<'en' | 'de', string>>
  readonly vin: readonly string[]
  /** Without one of these values a file is no result. */
  readonly decides: readonly string[]
  readonly fields: readonly {
    readonly path: string
    readonly names: readonly string[]
    /** The row of the energy sources that it belongs to. */
    readonly row?: 'fuel' | 'electric'
  }[]
}

export const resultTools = [wltp, trailer] as unknown as readonly ResultTool[]
