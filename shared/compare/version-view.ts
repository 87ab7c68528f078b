import type { Status } from '../record/status.ts'
import type { AttemptView } from '../record/views.ts'

/** One version of a vehicle's certificate. Times are ISO 8601 in UTC. */
export interface VersionView {
  readonly certificate: number
  readonly version: number
  readonly status: Status
  readonly reference: string
  readonly release: string
  /** Why it was opened; empty for the first. */
  readonly reason: string
  readonly openedAt: string
  readonly openedBy: string
  /** IviVersionDateTime of the signed message. */
  readonly dateTime?: string
  readonly signedAt?: string
  readonly signer?: string
  /** SHA-256 of the signed bytes. */
  readonly sha256?: string
  /** What the access points answered. */
  readonly attempts: readonly AttemptView[]
  /** Values of the vehicle that differ from the version before; absent for the first. */
  readonly changed?: number
}
