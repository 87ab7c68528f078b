import { leavesOf } from '../../../shared/ivi/message.ts'
import type { LeftOut, StageView } from '../../../shared/record/views.ts'
import { countRows, type RowCounts } from './form/rows.ts'

/** An earlier stage, ready to be shown beside ours. */
export interface StageValues {
  readonly stage: StageView
  readonly leaves: ReadonlyMap<string, string>
  readonly counts: RowCounts
  /** Places whose value may never become ours, such as the base's CO2. */
  readonly struck: ReadonlySet<string>
}

/** First stage first, as they were built. */
export function stageValues(
  stages: readonly StageView[],
  leftOut: readonly LeftOut[] = [],
): readonly StageValues[] {
  return [...stages]
    .sort((left, right) => left.stageNumber - right.stageNumber)
    .map((stage) => {
      const leaves = leavesOf(stage.tree)
      const struck = leftOut.filter((each) => each.kind === 'co2-energy' && each.stage === stage.stageNumber)
      return {
        stage,
        leaves,
        counts: countRows(leaves.keys()),
        struck: new Set(struck.map(({ path }) => path)),
      }
    })
}

/** What the latest earlier stage that speaks of this place says; empty where none does. */
export function latestValue(stages: readonly StageValues[], path: string): string {
  for (let at = stages.length - 1; at >= 0; at -= 1) {
    const value = stages[at]?.leaves.get(path)
    if (value !== undefined) return value
  }
  return ''
}

/** True where ours says something else than the latest stage that speaks of it; a first word is no change. */
export function isChanged(stages: readonly StageValues[], path: string, ours: string): boolean {
  const earlier = latestValue(stages, path)
  return ours !== '' && earlier !== '' && ours !== earlier
}
