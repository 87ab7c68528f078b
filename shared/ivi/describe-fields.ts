import facts from '../../schemas/rules/relevance.json' with { type: 'json' }
import type { Language } from '../messages.ts'
import { type Catalogue, type FieldEntry, fieldIndex, type ValueType, valueType } from './catalogue.ts'
import {
  baseCategory,
  type Certainty,
  exampleOf,
  helpOf,
  itemsOf,
  labelOf,
  relevance,
  unitFact,
  type Wording,
  wordingOf,
} from './facts.ts'
import type { FormSection } from './layout.ts'

/** Base categories (`N2`, never `N2G`) at a stage; of those that neither list has nothing is known. */
export interface StageRelevance {
  readonly relevant: readonly string[]
  readonly irrelevant: readonly string[]
}

/** Which vehicles a field belongs to, by stage of completion. */
export interface FieldRelevance extends Readonly<Record<'C' | 'V' | 'I', StageRelevance>> {
  readonly certainty: Certainty
  /** Empty where nothing is known. */
  readonly source: string
}

/** All that is known of a field, in one language; what `bodymark catalogue --json` gives. */
export interface FieldDescription {
  /** Schema path. */
  readonly path: string
  readonly name: string
  /** Id of the form's section. */
  readonly section: string
  /** Whether its group must have it. */
  readonly required: boolean
  readonly label: Wording
  readonly help: Wording | null
  /** Numbers of the certificate of conformity; `P1.…` are unnumbered lines of its page 1. */
  readonly items: readonly string[]
  readonly unit: Wording | null
  readonly type: Omit<ValueType, 'codes'>
  /** Most digits behind the point; null where the value is no number. */
  readonly decimals: number | null
  /** Name of the list of codes. */
  readonly codes: string | null
  readonly relevance: FieldRelevance
  readonly example: string | null
}

const unsureItems: Readonly<Record<string, string>> = facts.unsureItems
const unsureFields: Readonly<Record<string, object>> = facts.unsureFields

/** Every field of a release in the order of the form. */
export function describeFields(
  catalogue: Catalogue,
  sections: readonly FormSection[],
  language: Language,
): readonly FieldDescription[] {
  const fields = fieldIndex(catalogue)
  const categories = baseCategories(catalogue)
  return sections.flatMap((section) =>
    section.fields.flatMap((path) => {
      const field = fields.get(path)
      return field ? [describe(field, section.id, categories, language)] : []
    }),
  )
}

function describe(
  { path, name, type, required }: FieldEntry,
  section: string,
  categories: readonly string[],
  language: Language,
): FieldDescription {
  const { codes, ...limits } = type
  return {
    path,
    name,
    section,
    required,
    label: wordingOf(path, language) ?? {
      text: labelOf(path, language),
      certainty: 'unknown',
      source: 'the element’s name',
    },
    help: helpOf(path, language) ?? null,
    items: itemsOf(path).map(({ item }) => item),
    unit: unitFact(path) ?? null,
    type: limits,
    decimals: decimalsOf(type),
    codes: codes ? type.name : null,
    relevance: relevanceOf(path, categories),
    example: exampleOf(path) ?? null,
  }
}

function decimalsOf({ base, fractionDigits }: ValueType): number | null {
  if (base === 'decimal') return fractionDigits ?? null
  return base === 'int' || base === 'short' ? 0 : null
}

function relevanceOf(path: string, categories: readonly string[]): FieldRelevance {
  const items = itemsOf(path)
  const isUnsure = unsureFields[path] || items.some(({ item }) => unsureItems[item] !== undefined)
  const at = (stage: string): StageRelevance => {
    const those = (wanted: string) => categories.filter((each) => relevance(path, each, stage) === wanted)
    return { relevant: those('relevant'), irrelevant: those('irrelevant') }
  }
  return {
    C: at('C'),
    V: at('V'),
    I: at('I'),
    certainty: items.length === 0 ? 'unknown' : isUnsure ? 'low' : 'medium',
    source: [...new Set(items.map(({ source }) => source))].join('; '),
  }
}

function baseCategories(catalogue: Catalogue): readonly string[] {
  return [...new Set(valueType(catalogue, 'VehicleCategoryCode').codes?.map(baseCategory))]
}
