/** What became of one vehicle, in words that its source can keep. */
export interface ResultRow {
  /** As the source has it; a row that was refused for its VIN is found by this text too. */
  readonly vin: string
  readonly order: string
  /** A word, such as `accepted`. */
  readonly status: string
  /** Why, in a few sentences; empty where nothing holds it up. */
  readonly reasons: string
  /** IviReferenceId of the certificate. */
  readonly reference: string
  readonly version: string
  /** The authority's receipt. */
  readonly receipt: string
  /** Of the state, ISO 8601. */
  readonly time: string
  /** Row of the source sheet, where it is known: of two rows with one VIN it tells which. */
  readonly row?: number
}
