/** A row of a table that both messages, or one of them, have. */
export interface ComparedRow {
  /** Schema path of the repeating group. */
  readonly place: string
  /** Its number (`AxleNumber`), where the schema gives rows one. */
  readonly number?: string
  /** Positions from 1; absent where that message has no such row. */
  readonly left?: number
  readonly right?: number
  /** Order among the rows of both. */
  readonly order: number
}

/** One value of the certificate in both messages. */
export interface ComparedValue {
  /** Schema path. */
  readonly path: string
  /** The rows that it stands in, the outermost first. */
  readonly rows: readonly ComparedRow[]
  /** As the messages write it; null where it is not stated. */
  readonly left: string | null
  readonly right: string | null
  /** Instance paths where it stands, or would stand, in each message. */
  readonly leftPath: string
  readonly rightPath: string
  /** Equal in meaning: `2540` and `2540.0` are. */
  readonly same: boolean
}

/** Two messages held against each other, in the order of the schema. */
export interface Comparison {
  /** What they say of the vehicle. */
  readonly vehicle: readonly ComparedValue[]
  /** What they say of themselves: reference, version, moment, signatory. */
  readonly message: readonly ComparedValue[]
}

/** Those that differ. */
export function differences(values: readonly ComparedValue[]): readonly ComparedValue[] {
  return values.filter(({ same }) => !same)
}
