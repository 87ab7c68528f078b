import type { Problem } from '../problem.ts'
import type { Status } from '../record/status.ts'
import type { SignatureView } from '../record/views.ts'
import type { ComparedValue } from './comparison.ts'

/** What names one of the two messages that are compared. */
export interface SideView {
  readonly kind: 'file' | 'certificate' | 'stage'
  /** Of a file its name, within a folder its place there; empty otherwise. */
  readonly file: string
  /** Of the register, where the message is from there. */
  readonly vehicle?: number
  readonly certificate?: number
  /** Of a certificate of ours. */
  readonly status?: Status
  /** Of an earlier stage's. */
  readonly stageNumber?: number
  readonly vin: string
  readonly reference: string
  readonly version: string
  /** IviVersionDateTime, as the message writes it. */
  readonly dateTime: string
  readonly release: string
  /** Without one a draft or an unsigned file. */
  readonly signature: Pick<SignatureView, 'present' | 'valid' | 'signer'>
}

/** Two messages with how far they differ. */
export interface PairView {
  readonly left: SideView
  readonly right: SideView
  /** Values of the vehicle that differ, and that are equal. */
  readonly differing: number
  readonly equal: number
  /** Values that speak of the message itself and differ. */
  readonly ofMessage: number
}

/** In how many pairs a field differs. */
export interface FieldCount {
  /** Schema path. */
  readonly path: string
  /** Positions of the pairs in which it does. */
  readonly pairs: readonly number[]
}

/** A message that has no partner: none with its VIN, or another one of the same VIN was taken: a newer, or its double. */
export interface UnpairedView {
  readonly side: 'left' | 'right'
  readonly view: SideView
  readonly why: 'alone' | 'older' | 'double'
}

/** What was asked to be compared, without the single values. */
export interface CompareRun {
  readonly id: number
  readonly pairs: readonly PairView[]
  /** Fields that differ, those of most pairs first. */
  readonly fields: readonly FieldCount[]
  readonly unpaired: readonly UnpairedView[]
  /** What could not be read; the rest went on. */
  readonly problems: readonly { readonly side: 'left' | 'right'; readonly problem: Problem }[]
}

/** One pair with every value. */
export interface PairDetail extends PairView {
  readonly vehicle: readonly ComparedValue[]
  readonly message: readonly ComparedValue[]
}
