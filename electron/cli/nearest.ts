/** How many letters have to be changed, added, left out or swapped with their neighbour to make one word another. */
function distance(one: string, other: string): number {
  const row = (at: number): number[] => [at, ...Array<number>(other.length).fill(0)]
  let before: number[] = []
  let last = row(0).map((_, at) => at)
  for (let i = 1; i <= one.length; i += 1) {
    const now = row(i)
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1]
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      now[j] = Math.min(
        (last[j] ?? 0) + 1,
        (now[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    before = last
    last = now
  }
  return last[other.length] ?? 0
}

/** The word that was meant, as far as a slip of the pen or a beginning tells it. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const bare = (text: string): string => text.toLowerCase().replace(/^-+/, '')
  const typed = bare(word)
  if (typed === '') return undefined
  const [best] = known
    .map((one) => ({ one, far: bare(one).startsWith(typed) ? 0 : distance(typed, bare(one)) }))
    .filter(({ far }) => far <= Math.max(1, Math.floor(typed.length / 3)))
    .toSorted((a, b) => a.far - b.far)
  return best?.one
}
