/** A vehicle category of (EU) 2018/858, read from the code of the message. */
export interface Category {
  /** `M1` to `O4`, without the suffixes. */
  readonly base: string
  /** Suffix G: off-road. */
  readonly offRoad: boolean
  /** Suffix S: special purpose. */
  readonly special: boolean
}

const form = /^([MNO][1-4])(G?)(S?)$/

/** Reads `N1`, `N1G`, `N1GS`; undefined for the categories of other acts, which these rules do not judge. */
export function parseCategory(code: string | undefined): Category | undefined {
  const match = form.exec(code ?? '')
  return match?.[1] ? { base: match[1], offRoad: match[2] === 'G', special: match[3] === 'S' } : undefined
}
