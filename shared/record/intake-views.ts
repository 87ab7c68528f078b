import type { Problem } from '../problem.ts'
import type { TemplateKind } from '../template/template-key.ts'

export interface IntakePreview {
  /** Id of the profile that it is read by. */
  readonly profile: string
  /** Where the file itself says what its columns mean. */
  readonly template?: TemplateKind
  readonly file: string
  readonly sheet: string
  readonly sheets: readonly string[]
  /** 1-based row of the headers. */
  readonly headerRow: number
  readonly columns: readonly {
    readonly letter: string
    readonly header: string
    /** Target of the profile: `vin`, `order`, `variant`, `nap`, `measured:…` or an IVI path; empty where unmapped. */
    readonly target: string
  }[]
  readonly rows: readonly {
    readonly row: number
    readonly cells: readonly string[]
    /** Column letter → what is wrong. */
    readonly problems: Readonly<Record<string, Problem>>
  }[]
  /** What stands against an import of this sheet, such as a required column that is missing. */
  readonly problems: readonly Problem[]
  /** Rows with content below the header; of a long sheet, which is not read to its end, as many as its parts promise. */
  readonly totalRows: number
}

export interface IntakeReport {
  /** Where the file itself said what its columns mean. */
  readonly template?: TemplateKind
  readonly file: string
  /** Present where a person ended the import: rows read of those that the sheet promises. What was read is kept. */
  readonly stopped?: { readonly read: number; readonly expected: number } | undefined
  readonly read: number
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly refused: number
  readonly problems: readonly Problem[]
  readonly changes: readonly {
    readonly vin: string
    readonly path: string
    readonly before: string
    readonly after: string
  }[]
}
