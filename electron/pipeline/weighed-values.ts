import places from '../../schemas/weights/paths.json' with { type: 'json' }
import { relevance } from '../../shared/ivi/facts.ts'
import { rowsAt, valueAt } from '../../shared/ivi/message.ts'
import { number } from '../../shared/weights/message-loads.ts'
import type { NormalisedSlip } from '../../shared/weights/normalise-slip.ts'
import { wholeKilograms } from '../../shared/weights/statics.ts'
import type { Composed } from './compose.ts'
import type { TypedValue } from './edit.ts'

/**
 * What a normalised slip states of the draft: items 13, 13.1 and 13.2, as far as they belong to the category; of an
 * incomplete vehicle item 14. Whole kg whose sum is the mass.
 */
export function weighedValues(composed: Composed, normalised: NormalisedSlip): readonly TypedValue[] {
  const { tree, category } = composed
  const { actual, runningOrder } = normalised
  const stage = valueAt(tree, places.stage)
  if (stage === 'I') return [{ path: places.masses.incomplete, value: String(Math.round(actual.kg)) }]
  const belongs = (path: string): boolean =>
    relevance(path.replace(/\[\d+\]/g, ''), category, stage === 'C' ? 'C' : 'V') !== 'irrelevant'
  const numbers = rowsAt(tree, places.axles.rows).map((row) => number(row[places.axles.number]) ?? 0)
  const inOrder = [...numbers].sort((a, b) => a - b)
  const onCoupling = runningOrder.coupling === undefined ? [] : [runningOrder.coupling]
  const whole = wholeKilograms([...onCoupling, ...runningOrder.axles]).slice(onCoupling.length)
  return [
    { path: places.masses.runningOrder, value: String(Math.round(runningOrder.kg)) },
    { path: places.masses.actual, value: String(Math.round(actual.kg)) },
    ...numbers.map((axle, at) => ({
      path: `${places.axles.rows}[${at + 1}]/${places.axles.runningOrder}`,
      value: String(whole[inOrder.indexOf(axle)] ?? 0),
    })),
  ].filter(({ path }) => belongs(path))
}
