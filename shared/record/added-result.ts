/** What was taken from a tool's file. */
export interface AddedResult {
  /** Id of the tool in `schemas/results/`. */
  readonly tool: string
  /** Of the file as it is kept. */
  readonly sha256: string
  readonly values: readonly { readonly path: string; readonly value: string }[]
}
