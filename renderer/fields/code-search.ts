/** A code with its words in the active language; 36 codes of IVI have none and show alone. */
export interface CodeChoice {
  readonly code: string
  readonly label: string
  /** Its words in the other languages that come along, by which it is found too. */
  readonly also?: string
  /** Where its meaning is a likely one, no more. */
  readonly isUncertain?: boolean
}

const plain = (text: string): string =>
  text
    .toLocaleLowerCase()
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')

/** What is copied out of a field reads `BA · Lorry`: its code is meant. */
const meant = (typed: string): string => plain(typed.trim().replace(/ · .*$/s, ''))

/**
 * Codes that fit what is typed: the code itself first, then codes that begin so, then words that begin so, then any
 * part, then its words in another language. All words typed must occur; `ä` is found as `a`.
 */
export function searchCodes(choices: readonly CodeChoice[], typed: string): readonly CodeChoice[] {
  const wanted = meant(typed)
  if (wanted === '') return choices
  const parts = wanted.split(/\s+/)
  const ranked: { readonly choice: CodeChoice; readonly rank: number }[] = []
  for (const choice of choices) {
    const code = plain(choice.code)
    const label = plain(choice.label)
    const text = `${code} ${label}`
    const isOwn = parts.every((part) => text.includes(part))
    if (!isOwn && !parts.every((part) => `${code} ${plain(choice.also ?? '')}`.includes(part))) continue
    const words = text.replace(/[^\p{L}\p{N}]+/gu, ' ')
    const ranks = [
      code === wanted,
      code.startsWith(wanted),
      label.startsWith(wanted),
      words.includes(` ${wanted}`),
      isOwn,
      true,
    ]
    ranked.push({ choice, rank: ranks.indexOf(true) })
  }
  return ranked.sort((left, right) => left.rank - right.rank).map(({ choice }) => choice)
}

/** The code that a typed or pasted text means: the code, its words, or the text itself where it means none. */
export function readCode(choices: readonly CodeChoice[], typed: string): string {
  const wanted = meant(typed)
  if (wanted === '') return ''
  const found =
    choices.find(({ code }) => plain(code) === wanted) ??
    choices.find(({ label }) => plain(label) === wanted) ??
    choices.find(({ also }) => also !== undefined && plain(also) === wanted)
  return found?.code ?? typed.trim()
}
