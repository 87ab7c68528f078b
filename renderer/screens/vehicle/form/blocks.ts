import { repeatingPlaces } from './rows.ts'

/** Fields of one table that stand in one section; without `places` fields outside of tables. */
export interface Block {
  /** The repeating groups from the outside in; the last one is the table's own. */
  readonly places: readonly string[]
  readonly fields: readonly string[]
  /** Tables within rows of this one, in the same section. */
  readonly children: readonly Block[]
}

interface Growing extends Block {
  readonly fields: string[]
  readonly children: Growing[]
}

/** The blocks of a section in order; a table within a row belongs to its row's block where that is here too. */
export function blocksOf(fields: readonly string[], repeats: (place: string) => boolean): readonly Block[] {
  const top: Growing[] = []
  const tables = new Map<string, Growing>()
  for (const field of fields) {
    const places = repeatingPlaces(field, repeats)
    const own = places.at(-1)
    const last = top.at(-1)
    const known = own === undefined ? (last?.places.length === 0 ? last : undefined) : tables.get(own)
    if (known) {
      known.fields.push(field)
      continue
    }
    const block: Growing = { places, fields: [field], children: [] }
    top.push(block)
    if (own !== undefined) tables.set(own, block)
  }
  return top.filter((block) => {
    const around = block.places.at(-2)
    const host = around === undefined ? undefined : tables.get(around)
    host?.children.push(block)
    return !host
  })
}
