import { groups } from '../../../fields/field-facts.ts'
import type { Change } from '../draft/pending.ts'
import type { StageValues } from '../stage-values.ts'
import { countRows, rowsOf } from './rows.ts'

export interface NewRow {
  /** Instance path of the row to come. */
  readonly row: string
  /** Its running number, where rows of this table carry one; else the row stands empty until something is typed. */
  readonly changes: readonly Change[]
}

/** The rows that could be added: one behind the last, for each row of the group around the table. */
export function newRows(places: readonly string[], leaves: ReadonlyMap<string, string>): readonly NewRow[] {
  const place = places.at(-1)
  if (place === undefined) return []
  const counts = countRows(leaves.keys())
  const outer = places.at(-2) ?? ''
  const parents = places.length > 1 ? rowsOf(places.slice(0, -1), counts) : ['']
  return parents.map((parent) => {
    const instance = parent + place.slice(outer.length)
    const number = (counts.get(instance) ?? 0) + 1
    const row = `${instance}[${number}]`
    const field = groups.get(place)?.numberField
    return { row, changes: field ? [{ path: `${row}/${field}`, value: String(number) }] : [] }
  })
}

/**
 * The whole outermost table as the latest earlier stage has it, since a later stage repeats tables whole; undefined
 * where ours has rows already or no stage has any.
 */
export function repeatedTable(
  places: readonly string[],
  stages: readonly StageValues[],
  ours: ReadonlyMap<string, string>,
): { readonly stage: number; readonly changes: readonly Change[] } | undefined {
  const [table] = places
  if (
    table === undefined ||
    places.length > 1 ||
    [...ours.keys()].some((path) => path.startsWith(`${table}[`))
  )
    return undefined
  for (const { stage, leaves } of stages.toReversed()) {
    const changes = [...leaves]
      .filter(([path]) => path.startsWith(`${table}[`))
      .map(([path, value]) => ({ path, value }))
    if (changes.length > 0) return { stage: stage.stageNumber, changes }
  }
  return undefined
}
