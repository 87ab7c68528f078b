import { type Catalogue, fieldIndex } from '../../shared/ivi/catalogue.ts'
import { type Certainty, certaintyOf, readFacts } from './facts-files.ts'
import type { Item } from './items.ts'
import own from './own-labels.json' with { type: 'json' }
import { splitName } from './split-name.ts'

interface Wording {
  readonly text: string
  readonly certainty: Certainty
  readonly source: string
}

/** What a field is called, in each language with how sure that is. */
export type Label = Readonly<Record<'en' | 'de', Wording>>

const ownLabels: Readonly<Record<string, { readonly en: string; readonly de: string }>> = own.labels
const ownEnglish: Readonly<Record<string, string>> = own.english
const ownWords = { certainty: 'low', source: own.source } as const

/** A label for every field of the release, by the element's name. */
export function carryLabels(catalogue: Catalogue, items: readonly Item[]): Readonly<Record<string, Label>> {
  const german = new Map(
    readFacts('ivi-terms-de.csv', ['element', 'label_de', 'certainty']).map((row) => [row.element, row]),
  )
  const labels: Record<string, Label> = {}
  for (const { path, name } of fieldIndex(catalogue).values()) {
    const term = german.get(name)
    const mine = ownLabels[name]
    const de = term
      ? { text: term.label_de, certainty: certaintyOf(term.certainty), source: 'trade usage' }
      : mine && { text: mine.de, ...ownWords }
    if (!de) throw new Error(`${name} has no German label; own-labels.json takes one`)
    labels[name] = { en: english(name, path, mine?.en ?? ownEnglish[name], items), de }
  }
  return labels
}

function english(name: string, path: string, mine: string | undefined, items: readonly Item[]): Wording {
  if (mine !== undefined) return { text: mine, ...ownWords }
  const holding = items.filter(({ fields }) => fields.includes(path))
  const [only] = holding
  // An item of one field outside a table says what that field is.
  if (only && holding.length === 1 && only.fields.length === 1 && only.label.en && !/Table\//.test(path)) {
    return { text: only.label.en, certainty: 'medium', source: `CoC item ${only.item}` }
  }
  return { text: splitName(name), certainty: 'low', source: "the element's name" }
}
