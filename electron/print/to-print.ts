import type { Catalogue } from '../../shared/ivi/catalogue.ts'
import type { MessageTree } from '../../shared/ivi/message.ts'

/**
 * What a printout is worth: a signed certificate, one that a later version took the place of, a draft, or a message
 * whose signature does not hold.
 */
export type Standing = 'certificate' | 'replaced' | 'draft' | 'invalid'

/** Whether the message's signature held when the page was made. */
export function isSigned(standing: Standing): boolean {
  return standing !== 'draft' && standing !== 'invalid'
}

/** A certificate of an earlier stage, which a completed vehicle's is attached to. */
export interface EarlierCertificate {
  readonly stage: number
  readonly approval: string
  /** `IviReferenceId`; empty where it exists on paper alone. */
  readonly reference: string
}

export interface CertificateToPrint {
  readonly tree: MessageTree
  readonly catalogue: Catalogue
  /** One of `printLanguages`. */
  readonly language: string
  readonly standing: Standing
  readonly duplicate: boolean
  /** Of the file as it was signed or read, in hex; absent for a draft that is no file yet. */
  readonly sha256?: string
  /** Who signed; absent where nobody validly did. */
  readonly signer?: string
  readonly earlier: readonly EarlierCertificate[]
}

/** When the message was made; a draft without such a moment has the first one that there is. */
export function momentOf(text: string): Date {
  const at = new Date(text)
  return Number.isNaN(at.getTime()) ? new Date(0) : at
}
