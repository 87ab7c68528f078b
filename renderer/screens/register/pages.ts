/** Rows of one call; a screenful and what scrolling soon needs. */
export const pageSize = 100

/** The pages that hold the rows from `first` to `last`. */
export function pagesBetween(first: number, last: number): readonly number[] {
  const from = Math.max(0, Math.floor(first / pageSize))
  const to = Math.max(from, Math.floor(last / pageSize))
  return Array.from({ length: to - from + 1 }, (_, at) => from + at)
}
