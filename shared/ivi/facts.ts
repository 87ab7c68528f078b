import codesFile from '../../schemas/ivi/2.0/codes.json' with { type: 'json' }
import examplesFile from '../../schemas/ivi/2.0/examples.json' with { type: 'json' }
import helpFile from '../../schemas/ivi/2.0/help.json' with { type: 'json' }
import itemsFile from '../../schemas/ivi/2.0/items.json' with { type: 'json' }
import labelsFile from '../../schemas/ivi/2.0/labels.json' with { type: 'json' }
import unitsFile from '../../schemas/ivi/2.0/units.json' with { type: 'json' }
import { intlName } from '../language/intl-names.ts'
import { inLanguage, type Language, packOf, type ShippedLanguage, shippedFor } from '../language/languages.ts'
import { remember } from '../remember.ts'
import { schemaPath } from './path.ts'
import { splitName } from './split-name.ts'

export type Certainty = 'high' | 'medium' | 'low' | 'unknown'

/** An item of the certificate of conformity, (EU) 2020/683 Annex VIII. */
export interface CocItem {
  readonly item: string
  readonly label: Readonly<Partial<Record<'en' | 'de' | 'fr' | 'nl', string>>>
  readonly labelCertainty: Certainty
  readonly unit: string
  /** Schema paths. */
  readonly fields: readonly string[]
  /** Categories, without suffixes, whose complete and completed vehicles state the item; null where unknown. */
  readonly complete: readonly string[] | null
  readonly incomplete: readonly string[] | null
  readonly note: string
  readonly source: string
}

/** Words about a field with how sure it is and where it comes from. */
export interface Wording {
  readonly text: string
  readonly certainty: Certainty
  readonly source: string
}

interface Help extends Readonly<Record<ShippedLanguage, string>> {
  readonly certainty: Certainty
  readonly source: string
}

interface Unit {
  readonly unit: string
  readonly certainty: Certainty
  readonly source: string
}

interface CodeFact {
  readonly en?: string
  readonly de?: string
  readonly certainty: Certainty
  readonly source: string
}

// JSON modules type each entry by itself; a test holds the files against these shapes.
const items = itemsFile.items as unknown as readonly CocItem[]
const labels = labelsFile.labels as Readonly<Record<string, Readonly<Record<ShippedLanguage, Wording>>>>
const helps = helpFile.help as Readonly<Record<string, Help>>
const examples = examplesFile.examples as Readonly<Record<string, string>>
const units = unitsFile.units as Readonly<Record<string, Unit>>
const codes = codesFile.codes as unknown as Readonly<Record<string, Readonly<Record<string, CodeFact>>>>

const itemsByField = new Map<string, CocItem[]>()
for (const item of items) {
  for (const field of item.fields) {
    const known = itemsByField.get(field)
    if (known) known.push(item)
    else itemsByField.set(field, [item])
  }
}

/** Every item that holds the field at this path (schema or instance), in the certificate's order. */
export function itemsOf(path: string): readonly CocItem[] {
  return itemsByField.get(schemaPath(path)) ?? []
}

/** The first item that holds the field, whose number stands beside it in the form. */
export function itemOf(path: string): CocItem | undefined {
  return itemsOf(path)[0]
}

/** The item's number in the certificate, empty for what has none (`P1.…` stands for unnumbered lines of page 1). */
export function itemNumber(path: string): string {
  const numbered = itemsOf(path).find(({ item }) => /^\d/.test(item))?.item ?? ''
  // What the facts add in brackets tells lines of one item apart, and is no part of its number.
  return numbered.replace(/\(.*$/, '')
}

/** All items in the certificate's order, headings too. */
export function allItems(): readonly CocItem[] {
  return items
}

/**
 * What the field at this path is called. A name that only a later release has is split into its words, which are
 * English; {@link wordingOf} knows none then, so that whoever shows certainties can say that this is no more.
 */
export function labelOf(path: string, language: Language): string {
  return wordingOf(path, language)?.text ?? splitName(lastName(path))
}

/** The same with its certainty and source, for whoever wants to doubt it. */
export function wordingOf(path: string, language: Language): Wording | undefined {
  return addedWording(path, language) ?? labels[lastName(path)]?.[shippedFor(language)]
}

/** In an added language: what its file says, else what the item is called that holds this field and no other. */
function addedWording(path: string, language: Language): Wording | undefined {
  const pack = packOf(language)
  if (!pack) return undefined
  const own = pack.labels[lastName(path)]
  if (own) return { text: own, certainty: 'medium', source: pack.name }
  const item = itemsOf(path).find(({ fields }) => fields.length === 1)
  const text = item && Object.entries(item.label).find(([tag]) => tag === language.split('-')[0])?.[1]
  return text ? { text, certainty: item.labelCertainty, source: item.source } : undefined
}

/** One plain sentence: what the field is, where it is found, what to watch for. None for a later release's fields. */
export function helpOf(path: string, language: Language): Wording | undefined {
  const help = helps[lastName(path)]
  const text = packOf(language)?.help[lastName(path)] ?? (help && inLanguage(help, language))
  return help && text ? { text, certainty: help.certainty, source: help.source } : undefined
}

/** A typical value as the message writes it; undefined where none is known, as for codes without a known meaning. */
export function exampleOf(path: string): string | undefined {
  return examples[lastName(path)]
}

/** The unit of the field at this path, such as `mm`; empty where it has none or none is known. */
export function unitOf(path: string): string {
  return units[lastName(path)]?.unit ?? ''
}

/** The same with its certainty and source; undefined where there is no unit. */
export function unitFact(path: string): Wording | undefined {
  const fact = units[lastName(path)]
  return fact && { text: fact.unit, certainty: fact.certainty, source: fact.source }
}

/** What a code means, or undefined where nobody knows for sure. */
export function codeLabel(type: string, code: string, language: Language): string | undefined {
  const pack = packOf(language)
  const own = pack && (pack.codes[type]?.[code] ?? intlName(type, code, pack.language))
  return own ?? codes[type]?.[code]?.[shippedFor(language)]
}

/** The same with its certainty and source; without words where the meaning is unknown. */
export function codeFact(
  type: string,
  code: string,
  language: Language,
): (Omit<Wording, 'text'> & { readonly text?: string }) | undefined {
  const fact = codes[type]?.[code]
  const words = codeLabel(type, code, language)
  return fact && { ...(words && { text: words }), certainty: fact.certainty, source: fact.source }
}

/** `unknown` where the facts are silent: what is blank never makes a field irrelevant. */
export type Relevance = 'relevant' | 'irrelevant' | 'unknown'

/**
 * Whether a field belongs to a vehicle of this category code and stage of completion. One item that says so is
 * enough; that it does not belong needs every item that holds it to say so.
 */
export function relevance(path: string, category: string, stage: string): Relevance {
  return relevanceOf(category)(stage)(path)
}

const relevanceOf = remember(
  (category) => remember((stage) => remember((path) => findRelevance(path, category, stage)), 5),
  100,
)

function findRelevance(path: string, category: string, stage: string): Relevance {
  const base = baseCategory(category)
  if (base === '' || !['C', 'V', 'I'].includes(stage)) return 'unknown'
  const lists = itemsOf(path).map(({ complete, incomplete }) => (stage === 'I' ? incomplete : complete))
  if (lists.some((categories) => categories?.includes(base))) return 'relevant'
  return lists.length > 0 && coveredActs.test(base) && lists.every((categories) => categories !== null)
    ? 'irrelevant'
    : 'unknown'
}

/** The items are those of (EU) 2018/858; of tractors and motorcycles they say nothing. */
const coveredActs = /^[MNO][1-4]$/

/** A category code without G (off-road) and S (special purpose): `N2GS` → `N2`. Other acts' codes stay whole. */
export function baseCategory(category: string): string {
  return /^([MNO][1-4])G?S?$/.exec(category)?.[1] ?? category
}

function lastName(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const bracket = name.indexOf('[')
  return bracket < 0 ? name : name.slice(0, bracket)
}
