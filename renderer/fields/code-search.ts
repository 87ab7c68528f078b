/** A code with its words in the active language; 36 codes of IVI have none and show alone. */
export interface CodeChoice {
  readonly code: string
  readonly label: string
}

const plain = (text: string): string =>
  text
    .toLocaleLowerCase()
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')

/**
 * Codes that fit what is typed: the code itself first, then codes that begin so, then words that begin so, then any
 * part. All words typed must occur; `ä` is found as `a`.
 */
export function searchCodes(choices: readonly CodeChoice[], typed: string): readonly CodeChoice[] {
  const wanted = plain(typed.trim())
  if (wanted === '') return choices
  const parts = wanted.split(/\s+/)
  const ranked: { readonly choice: CodeChoice; readonly rank: number }[] = []
  for (const choice of choices) {
    const code = plain(choice.code)
    const label = plain(choice.label)
    const text = `${code} ${label}`
    if (!parts.every((part) => text.includes(part))) continue
    const words = text.replace(/[^\p{L}\p{N}]+/gu, ' ')
    const rank =
      code === wanted
        ? 0
        : code.startsWith(wanted)
          ? 1
          : label.startsWith(wanted)
            ? 2
            : words.includes(` ${wanted}`)
              ? 3
              : 4
    ranked.push({ choice, rank })
  }
  return ranked.sort((left, right) => left.rank - right.rank).map(({ choice }) => choice)
}

/** The code that a typed or pasted text means: the code, its words, or the text itself where it means none. */
export function readCode(choices: readonly CodeChoice[], typed: string): string {
  const wanted = plain(typed.trim())
  if (wanted === '') return ''
  const found =
    choices.find(({ code }) => plain(code) === wanted) ?? choices.find(({ label }) => plain(label) === wanted)
  return found?.code ?? typed.trim()
}
