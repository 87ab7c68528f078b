import type { ScanPage } from '../../shared/paper/scan.ts'
import type { Problem } from '../../shared/problem.ts'

export interface ScanLimits {
  readonly maxPages: number
  readonly maxPiecesOfText: number
}

/** What the backend says to the process that reads a PDF. */
export interface ToScanWorker {
  readonly bytes: Uint8Array
  readonly limits: ScanLimits
}

/** What it answers, once. */
export type FromScanWorker =
  | { readonly kind: 'pages'; readonly pages: readonly ScanPage[] }
  | { readonly kind: 'problem'; readonly problem: Problem }
