/** Quarter turns clockwise. */
export type Turn = 0 | 90 | 180 | 270

/** Width and height of a page as it lies, in points or pixels. */
export interface PageSize {
  readonly width: number
  readonly height: number
}

/** A scan that can be drawn page by page. Its promises reject where a page is damaged or takes too long. */
export interface PageSource {
  readonly pages: number
  /** Size of a page before it is turned. */
  readonly size: (page: number) => Promise<PageSize>
  /**
   * Draws a page, as many device pixels wide as it is asked for; resolves once it stands there, and rejects where the
   * next page was wanted on the same canvas before.
   */
  readonly draw: (canvas: HTMLCanvasElement, page: number, width: number, turn: Turn) => Promise<void>
  readonly close: () => void
}

/** More than a screen of today shows, and what every browser can still draw. */
const mostPixels = 24_000_000

/** The scale for a width in device pixels, kept within what can be drawn. */
export function scaleFor({ width, height }: PageSize, wanted: number): number {
  const scale = wanted / width
  return Math.min(scale, Math.sqrt(mostPixels / (width * height)))
}

/** The size of a page as it is turned. */
export function turned({ width, height }: PageSize, turn: Turn): PageSize {
  return turn === 90 || turn === 270 ? { width: height, height: width } : { width, height }
}
