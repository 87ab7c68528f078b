import type { KeyView } from '../../shared/record/views.ts'
import type { Result } from '../../shared/result.ts'

/** Which key signs: a file, or a key on a token behind a PKCS#11 library. */
export type KeySpec = FileKeySpec | TokenKeySpec

export interface FileKeySpec {
  readonly kind: 'p12'
  readonly file: string
}

export interface TokenKeySpec {
  readonly kind: 'pkcs11'
  /** Path of the vendor's library. */
  readonly module: string
  /** CK_SLOT_ID, decimal. */
  readonly slot?: string
  /** CKA_LABEL of the certificate, or else the token's own label. */
  readonly label?: string
  /** CKA_ID in hex, where a label does not tell two keys apart. */
  readonly id?: string
}

/** An unlocked key, for one signing act. Whoever opened it closes it. */
export interface SigningSession {
  readonly view: KeyView
  readonly certificateDer: Uint8Array
  /** Issuers that the key's owner carries along, nearest first, without the signer's own. */
  readonly chainDer: readonly Uint8Array[]
  /** RSASSA-PKCS1-v1_5 with SHA-256 over these octets, verified with the certificate before it is returned. */
  sign(octets: Uint8Array): Promise<Result<Uint8Array>>
  close(): Promise<void>
}
