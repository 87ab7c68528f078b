import comparisons from '../../../../schemas/completion/comparisons.json' with { type: 'json' }
import places from '../../../../schemas/weights/paths.json' with { type: 'json' }
import type { WeighedAgainst } from '../../../../shared/weights/weighing-views.ts'

/** A weighed mass against what is predicted, with the tolerance of its field; undefined where nothing is predicted. */
export function against(
  predicted: number | undefined,
  kg: number,
  field: 'actual' | 'runningOrder',
): WeighedAgainst | undefined {
  if (!predicted) return undefined
  const percent = (100 * (kg - predicted)) / predicted
  const rule = comparisons.measured.find(({ path }) => path === places.masses[field])
  const stated = Math.round(predicted)
  const weighed = Math.round(kg)
  return {
    stated,
    weighed,
    difference: weighed - stated,
    percent: Math.trunc(percent * 100) / 100,
    ...(rule ? { tolerance: Number(rule.tolerancePercent) } : {}),
    exceeded: rule !== undefined && Math.abs(percent) > Number(rule.tolerancePercent),
  }
}
