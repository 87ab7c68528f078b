import type { Catalogue } from '../../../shared/ivi/catalogue.ts'
import { shippedLanguages as languages } from '../../../shared/language/languages.ts'

interface CodeFact {
  readonly en?: string
  readonly de?: string
  readonly certainty: string
  readonly source: string
}

export type CodeFacts = Readonly<Record<string, Readonly<Record<string, CodeFact>>>>

/** What the picker of a list shows on one line. */
const longest = 60

/** What is wrong with the words of codes: each has them in both languages or is marked unknown and has none. */
export function codeFaults(catalogue: Catalogue, facts: CodeFacts): readonly string[] {
  return Object.values(catalogue.types).flatMap((type) =>
    (type.codes ?? []).flatMap((code) =>
      oneCode(code, facts[type.name]?.[code]).map((fault) => `${type.name} ${code}: ${fault}`),
    ),
  )
}

function oneCode(code: string, fact: CodeFact | undefined): readonly string[] {
  if (!fact) return ['nothing is said of it']
  const spoken = languages.filter((language) => fact[language]?.trim())
  const faults = fact.source ? [] : ['no source']
  if (fact.certainty === 'unknown') return spoken.length > 0 ? [...faults, 'a guess'] : faults
  return [
    ...faults,
    ...languages
      .filter((language) => !spoken.includes(language))
      .map((language) => `no words in ${language}`),
    ...(spoken.some((language) => fact[language]?.startsWith(`${code}: `))
      ? ['its words begin with it']
      : []),
    ...spoken
      .filter((language) => (fact[language]?.length ?? 0) > longest)
      .map((language) => `words in ${language} are too long`),
  ]
}
