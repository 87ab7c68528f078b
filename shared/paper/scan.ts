/** A run of text on a page; place and size are fractions of the page as it is shown, from its top left corner. */
export interface TextPiece {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A page of a scan, in points; a picture has one page and no pieces. */
export interface ScanPage {
  readonly width: number
  readonly height: number
  readonly pieces: readonly TextPiece[]
}

/** What a scan's file is; each can be shown beside the form. */
export type ScanKind = 'PDF' | 'PNG' | 'JPEG'

/** A scan of a CoC on paper, kept by the hash of its bytes. */
export interface PaperScan {
  readonly id: number
  readonly name: string
  readonly kind: ScanKind
  readonly sha256: string
  readonly pages: number
  /** False for pictures and for PDFs that hold nothing but pictures. */
  readonly hasText: boolean
  readonly person: string
  readonly addedAt: string
  /** Out of use: another one took its place, or it was set aside; it stays as evidence of what was typed from it. */
  readonly replaced: boolean
  /** The vehicle whose base it belongs to, where that is another one of the same version. */
  readonly vin?: string
}

/** The page of a scan that a value was read from; the file under the name it had. */
export interface PaperPlace {
  readonly file: string
  readonly sha256: string
  readonly page: number
}

/** Where the values of a base on paper stand: scans by number, and of each value its scan and page. */
export interface PaperOrigin {
  readonly person: string
  /** When it was let stand as the earlier stage; absent for what was used before scans were kept. */
  readonly at?: string
  readonly scans?: readonly Pick<PaperScan, 'name' | 'sha256'>[]
  /** Instance path of the stage's message → number in `scans`, page. */
  readonly places?: Readonly<Record<string, readonly [scan: number, page: number]>>
}

/** Where on paper a value of a stage stands; undefined where nobody noted it. */
export function placeOf(origin: PaperOrigin | undefined, path: string): PaperPlace | undefined {
  const [at, page] = origin?.places?.[path] ?? []
  const scan = at === undefined ? undefined : origin?.scans?.[at]
  return scan && page !== undefined ? { file: scan.name, sha256: scan.sha256, page } : undefined
}
