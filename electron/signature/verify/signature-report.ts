import type { Problem } from '../../../shared/problem.ts'

export interface Signer {
  readonly subject: string
  readonly issuer: string
  readonly notBefore: string
  readonly notAfter: string
  /** Lower-case hex of the certificate's SHA-256. */
  readonly sha256: string
}

/**
 * What is known of a file's signature. `problems` names why it is not valid; where `valid` is true it may still name
 * what a reader should know, such as comments in the file.
 */
export interface SignatureReport {
  readonly present: boolean
  readonly valid: boolean
  readonly problems: readonly Problem[]
  readonly form: 'xades' | 'xmldsig' | undefined
  readonly signer: Signer | undefined
  /** As the signer states it (XAdES SigningTime); nobody else vouches for it. */
  readonly signedAt?: string
}
