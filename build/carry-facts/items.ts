import { type Catalogue, fieldIndex } from '../../shared/ivi/catalogue.ts'
import { type Certainty, certaintyOf, readFacts } from './facts-files.ts'

/** An item of the certificate of conformity with all that is known of it. */
export interface Item {
  readonly item: string
  readonly label: Readonly<Partial<Record<'en' | 'de' | 'fr' | 'nl', string>>>
  readonly labelCertainty: Certainty
  readonly labelSource: string
  /** As the item prints it; several where its fields have different ones. */
  readonly unit: string
  /** Schema paths, in the order in which the item is read. */
  readonly fields: readonly string[]
  /** Categories of complete and completed vehicles that state the item; null where nothing is known. */
  readonly complete: readonly string[] | null
  readonly incomplete: readonly string[] | null
  readonly note: string
  readonly source: string
}

export interface ItemFacts {
  readonly items: readonly Item[]
  /** Fields that no item of the certificate was found for, with what is supposed of them. */
  readonly unnumbered: Readonly<Record<string, { readonly note: string; readonly source: string }>>
  /** `item element` that the catalogue does not know at the place given. */
  readonly unresolved: readonly string[]
}

/** The CoC items of the facts, their elements resolved to schema paths of the catalogue. */
export function carryItems(catalogue: Catalogue): ItemFacts {
  const rows = readFacts('coc-items.csv', [
    'item',
    'label',
    'unit',
    'ivi_element',
    'ivi_path',
    'complete',
    'incomplete',
    'required_note',
    'source',
  ])
  const translations = new Map(
    readFacts('coc-items-translations.csv', [
      'item',
      'label_de',
      'label_fr',
      'label_nl',
      'certainty',
      'source',
    ]).map((row) => [row.item, row]),
  )
  const unresolved: string[] = []
  const items: Item[] = []
  const unnumbered: Record<string, { note: string; source: string }> = {}
  for (const row of rows) {
    const fields = resolve(row.ivi_element, row.ivi_path, catalogue, (element) =>
      unresolved.push(`${row.item} ${element}`),
    )
    if (row.item === '-') {
      for (const field of fields) unnumbered[field] = { note: row.required_note, source: row.source }
      continue
    }
    const translated = translations.get(row.item)
    items.push({
      item: row.item,
      label: {
        en: row.label,
        ...(translated ? { de: translated.label_de, fr: translated.label_fr, nl: translated.label_nl } : {}),
      },
      labelCertainty: translated ? certaintyOf(translated.certainty) : 'unknown',
      labelSource: translated?.source ?? '',
      unit: prettyUnit(row.unit),
      fields,
      complete: categories(row.complete),
      incomplete: categories(row.incomplete),
      note: row.required_note,
      source: row.source,
    })
  }
  return { items, unnumbered, unresolved }
}

/** Elements and paths are lists in step with each other, or all elements stand in one group. */
function resolve(
  elements: string,
  groups: string,
  catalogue: Catalogue,
  onUnknown: (element: string) => void,
): readonly string[] {
  const known = fieldIndex(catalogue)
  const groupList = groups.split('|')
  return elements
    .split('|')
    .filter((element) => element !== '')
    .flatMap((element, at) => {
      const path = `${groupList.length === 1 ? groupList[0] : groupList[at]}/${element}`
      if (known.has(path)) return [path]
      onUnknown(element)
      return []
    })
}

/** A blank cell says that nothing was found, never that no category is concerned. */
function categories(cell: string): readonly string[] | null {
  const list = cell.split(' ').filter(Boolean)
  return list.length === 0 ? null : list
}

export function prettyUnit(unit: string): string {
  return unit
    .replace(/\b(c?m)([23])\b/g, (_, metre: string, power: string) => metre + (power === '2' ? '²' : '³'))
    .replace(/\)2/g, ')²')
}
