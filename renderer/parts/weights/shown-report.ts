import type { LoadCase } from '../../../shared/weights/load-case.ts'
import type { WeightState, WeightsReport } from '../../../shared/weights/weights-report.ts'

/**
 * The report without what it cannot know: where no room for the load is stated, nobody can say how a laden vehicle
 * stands, unless it is too heavy already.
 */
export function shownReport(report: WeightsReport, { loads }: LoadCase): WeightsReport {
  if (loads.payload) return report
  return { ...report, states: report.states.filter((state) => !isLaden(state) || state.total.over > 0) }
}

function isLaden({ kind }: WeightState): boolean {
  return kind === 'laden' || kind === 'laden-with-trailer'
}
