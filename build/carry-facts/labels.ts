import { type Catalogue, type FieldEntry, fieldIndex } from '../../shared/ivi/catalogue.ts'
import { type Certainty, certaintyOf, readFacts } from './facts-files.ts'
import type { Item } from './items.ts'
import type { FieldWords } from './words.ts'

interface Wording {
  readonly text: string
  readonly certainty: Certainty
  readonly source: string
}

/** What a field is called, in each language with how sure that is. */
export type Label = Readonly<Record<'en' | 'de', Wording>>

/** A label for every field of the release, by the element's name: the words written for it, else the facts' own. */
export function carryLabels(
  catalogue: Catalogue,
  items: readonly Item[],
  words: ReadonlyMap<string, FieldWords>,
): Readonly<Record<string, Label>> {
  const terms = new Map(
    readFacts('ivi-terms-de.csv', ['element', 'label_de', 'certainty']).map((row) => [row.element, row]),
  )
  const labels: Record<string, Label> = {}
  for (const field of fieldIndex(catalogue).values()) {
    const { name } = field
    const term = terms.get(name)
    const en = written(words.get(name), 'en') ?? itemLabel(field, items)
    const de =
      written(words.get(name), 'de') ??
      (term && { text: term.label_de, certainty: certaintyOf(term.certainty), source: 'trade usage' })
    if (!en || !de) throw new Error(`${name} has no ${en ? 'German' : 'English'} label; words/ takes one`)
    labels[name] = { en, de }
  }
  return labels
}

function written(words: FieldWords | undefined, language: 'en' | 'de'): Wording | undefined {
  const text = words?.label?.[language]
  return words?.label && text !== undefined
    ? { text, certainty: words.label.certainty, source: words.label.source }
    : undefined
}

/** An item of one field outside a table says what that field is. */
function itemLabel({ path }: FieldEntry, items: readonly Item[]): Wording | undefined {
  const holding = items.filter(({ fields }) => fields.includes(path))
  const [only] = holding
  if (!only?.label.en || holding.length > 1 || only.fields.length > 1 || /Table\//.test(path))
    return undefined
  return { text: only.label.en, certainty: 'medium', source: `CoC item ${only.item}` }
}
