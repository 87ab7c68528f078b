import { type Catalogue, fieldIndex } from '../../shared/ivi/catalogue.ts'
import type { Certainty } from './facts-files.ts'
import type { FieldWords } from './words.ts'

/** One plain sentence about a field, in both languages from the same source. */
export interface Help {
  readonly en: string
  readonly de: string
  readonly certainty: Certainty
  readonly source: string
}

/** Help for every field of the release, by the element's name. */
export function carryHelp(
  catalogue: Catalogue,
  words: ReadonlyMap<string, FieldWords>,
): Readonly<Record<string, Help>> {
  return Object.fromEntries(
    names(catalogue).map((name) => {
      const help = words.get(name)?.help
      if (!help) throw new Error(`${name} has no help; words/ takes it`)
      return [name, help]
    }),
  )
}

/** A typical value as it is written in the message, where one is known. */
export function carryExamples(
  catalogue: Catalogue,
  words: ReadonlyMap<string, FieldWords>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    names(catalogue).flatMap((name) => {
      const example = words.get(name)?.example
      return example === undefined ? [] : [[name, example]]
    }),
  )
}

function names(catalogue: Catalogue): readonly string[] {
  return [...fieldIndex(catalogue).values()].map(({ name }) => name)
}
