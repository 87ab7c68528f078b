/** One measured figure. Nothing is asserted: whoever reads decides; `target` and `limit` say what was asked for. */
export interface Figure {
  readonly name: string
  /** Median of the runs. */
  readonly value: number
  readonly unit: string
  readonly runs: number
  /** What it is held against, timed in the same run. */
  readonly peer?: { readonly name: string; readonly value: number; readonly unit: string }
  /** Value over peer's value; above 1 is slower than the peer. */
  readonly ratio?: number
  /** Most that the ratio should be. */
  readonly target?: number
  /** Most that the value should be, in its own unit. */
  readonly limit?: number
  /** Further values of the same runs. */
  readonly also?: Readonly<Record<string, number | string>>
}

/** One JSON line on standard output, for scripts. */
export function tellFigure(figure: Figure): void {
  process.stdout.write(`${JSON.stringify(figure)}\n`)
}

/** For people, on standard error. */
export function note(text: string): void {
  process.stderr.write(`${text}\n`)
}

/** Three significant digits; more would claim what such a run cannot know. */
export function rounded(value: number): number {
  return value === 0 ? 0 : Number(value.toPrecision(3))
}

/** How far a figure is from what was asked for, in words. */
export function verdict({ value, ratio, target, limit }: Figure): string {
  if (target !== undefined && ratio !== undefined)
    return ratio <= target ? `within ${target}` : `MISSES ${target}`
  if (limit !== undefined) return value <= limit ? `within ${limit}` : `MISSES ${limit}`
  return ''
}
