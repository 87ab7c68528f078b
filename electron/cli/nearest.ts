import { distance } from 'fastest-levenshtein'

/** How many letters may be wrong; two of them are one swapped with its neighbour, which short words have no room for. */
function mostSlips({ length }: string): number {
  return length < 4 ? 1 : Math.max(2, Math.floor(length / 3))
}

/** The word that was meant, as far as a slip of the pen or a beginning tells it. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const bare = (text: string): string => text.toLowerCase().replace(/^-+/, '')
  const typed = bare(word)
  if (typed === '') return undefined
  const [best] = known
    .map((one) => ({ one, far: bare(one).startsWith(typed) ? 0 : distance(typed, bare(one)) }))
    .filter(({ far }) => far <= mostSlips(typed))
    .toSorted((a, b) => a.far - b.far)
  return best?.one
}
