import type { Problem } from '../../../shared/problem.ts'
import type { KeyView } from '../../../shared/record/views.ts'

/** What the backend asks of the process that holds one PKCS#11 library, one thing after the other. */
export type TokenRequest =
  | { readonly kind: 'open'; readonly module: string }
  | { readonly kind: 'list' }
  /** The one try of a PIN; it stays in that process. On a PIN pad it is empty. */
  | { readonly kind: 'login'; readonly slot: string; readonly pin: string }
  | { readonly kind: 'choose-key'; readonly id: string; readonly certificateDer: Uint8Array }
  | { readonly kind: 'sign'; readonly octets: Uint8Array }
  | { readonly kind: 'close' }

/** What each request answers. */
export interface TokenAnswers {
  readonly open: null
  readonly list: readonly TokenFacts[]
  readonly login: null
  readonly 'choose-key': { readonly asksPinAtEachSignature: boolean }
  readonly sign: Uint8Array
  readonly close: null
}

export interface TokenFacts {
  /** CK_SLOT_ID, decimal. */
  readonly slot: string
  readonly reader: string
  readonly label: string
  readonly pinPad: boolean
  readonly pinState: KeyView['pinState']
  readonly certificates: readonly TokenCertificate[]
}

export interface TokenCertificate {
  /** CKA_ID in hex. */
  readonly id: string
  readonly label: string
  readonly der: Uint8Array
}

export interface TokenMessage {
  readonly number: number
  readonly request: TokenRequest
}

export type TokenReply =
  | { readonly number: number; readonly value: TokenAnswers[keyof TokenAnswers] }
  | { readonly number: number; readonly problem: Problem }
