import type { Language } from '../messages.ts'
import type { Catalogue } from './catalogue.ts'
import { type Certainty, codeFact } from './facts.ts'

export interface CodeDescription {
  readonly code: string
  /** Null where nobody knows for sure what the code means. */
  readonly label: string | null
  readonly certainty: Certainty
  readonly source: string
}

/** Every list of codes of a release by its type, in the schema's order. */
export function describeCodes(
  catalogue: Catalogue,
  language: Language,
): Readonly<Record<string, readonly CodeDescription[]>> {
  return Object.fromEntries(
    Object.values(catalogue.types).flatMap(({ name, codes }) =>
      codes ? [[name, codes.map((code) => describe(name, code, language))]] : [],
    ),
  )
}

function describe(type: string, code: string, language: Language): CodeDescription {
  const fact = codeFact(type, code, language)
  return {
    code,
    label: fact?.text ?? null,
    certainty: fact?.certainty ?? 'unknown',
    source: fact?.source ?? '',
  }
}
