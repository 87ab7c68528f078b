const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')

/** Words that tell something, and letters that stand for a thing (`NOx`); articles are left out by their length. */
export function wordsOf(text: string): readonly string[] {
  return (text.match(/\p{Lu}{2,}[\p{Ll}\d]{0,2}(?!\p{L})|\p{L}{3,}/gu) ?? []).map(plain)
}

/** Two words of one stem, as far as inflection and spelling let them differ. */
function alike(left: string, right: string): boolean {
  if (left === right) return true
  const stem = Math.min(left.length, right.length, 6)
  return stem >= 4 && left.slice(0, stem) === right.slice(0, stem)
}

/** How much of the likeliest label stands in a text, from 0 to 1; 0 for a text without words. */
export function labelScore(text: string, labels: readonly string[]): number {
  const printed = wordsOf(text)
  if (printed.length === 0) return 0
  return Math.max(
    0,
    ...labels.map((label) => {
      const wanted = [...new Set(wordsOf(label))]
      if (wanted.length === 0) return 0
      return wanted.filter((word) => printed.some((other) => alike(word, other))).length / wanted.length
    }),
  )
}
