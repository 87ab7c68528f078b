import type { Change } from '../draft/pending.ts'
import type { StageValues } from '../stage-values.ts'

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
