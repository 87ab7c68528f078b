import layoutFile from '../../schemas/print/layout.json' with { type: 'json' }

/** The act that a category's certificate goes by. */
export interface Act {
  /** First letters of the categories. */
  readonly categories: readonly string[]
  readonly act: string
  /** Where the model of the certificate stands. */
  readonly model: string
  /** Whether the numbers and the order of its items are known. */
  readonly items: boolean
}

/** The model of the certificate: A for complete, B for completed, C for incomplete vehicles. */
export type Template = 'A' | 'B' | 'C' | 'unknown'

/** How an item differs from one that simply shows the values of its fields. */
export interface ItemRule {
  /** Only rows where one of these fields has one of these values, in the row itself or in a row around it. */
  readonly where?: Readonly<Record<string, readonly string[]>>
  /** Fields of rows around that are told with each value. */
  readonly with?: readonly string[]
  /** The item whose fields it shows, of other rows. */
  readonly fieldsOf?: string
  /** Each value stands under the name of its field, even if it is alone. */
  readonly eachNamed?: boolean
  /** A single row is not called by its number. */
  readonly untagged?: boolean
  /** Fields of the item that stand elsewhere. */
  readonly without?: readonly string[]
  /** Of the rows of manufacturers, the last one or those before it. */
  readonly rows?: string
  /** Fields that name a row, whose other values are texts of any length. */
  readonly named?: readonly string[]
  /** The one of these that says which language the texts are in. */
  readonly language?: string
  /** Values in one piece, as an address is written. */
  readonly join?: boolean
  /** Words of single fields, by schema path. */
  readonly labels?: Readonly<Record<string, string>>
}

/** What a row of a table is called, and the field that numbers it. */
export interface RowName {
  readonly word: string
  readonly key?: string
  /** Whether a single row is called by its number too. */
  readonly always?: boolean
}

// JSON modules type each entry by itself.
const itemRules: Readonly<Record<string, ItemRule>> = layoutFile.items
const templates = layoutFile.templates as Readonly<Record<string, Template | undefined>>
const rowNames: Readonly<Record<string, RowName>> = layoutFile.rows

export const { partOne, sections, statement } = layoutFile

export function itemRule(item: string): ItemRule {
  return itemRules[item] ?? {}
}

/** By the code of the stage of completion. */
export function templateFor(stage: string): Template {
  return templates[stage] ?? 'unknown'
}

/** By the schema path of a repeating group; undefined where its rows have no name of their own. */
export function rowName(group: string): RowName | undefined {
  return rowNames[group]
}

/** Items that take their rows before those that stand above them, since theirs is the narrower condition. */
export const takenFirst: readonly string[] = layoutFile.first

/** The act of a category; undefined where the message names none that is known. */
export function actOf(category: string): Act | undefined {
  return layoutFile.acts.find(({ categories }) => categories.includes(category.charAt(0)))
}
