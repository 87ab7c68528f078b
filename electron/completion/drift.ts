import type { DriftItem } from '../../shared/record/views.ts'
import {
  compare,
  type Decimal,
  decimal,
  formatDecimal,
  isZero,
  parseDecimal,
} from '../../shared/values/decimal.ts'
import { exceedsPercent, percentDifference } from '../../shared/values/percent.ts'

/** Where a value may move freely against the one expected. */
export type Direction = 'rise' | 'fall' | 'stay'

export interface Comparison {
  readonly tolerancePercent: string
  readonly may: Direction
}

/** One pair of values as an item; none where they are equal or no numbers. */
export function* drift(
  path: string,
  against: DriftItem['against'],
  expected: string,
  actual: string,
  { tolerancePercent, may }: Comparison,
): Iterable<DriftItem> {
  const [before, after] = [parseDecimal(expected), parseDecimal(actual)]
  if (!before || !after || compare(before, after) === 0) return
  yield {
    path,
    against,
    expected,
    actual,
    differencePercent: differencePercent(before, after),
    tolerancePercent,
    exceeded: !movesFreely(before, after, may) && exceedsPercent(after, before, decimal(tolerancePercent)),
  }
}

function movesFreely(before: Decimal, after: Decimal, may: Direction): boolean {
  return may === 'rise' ? compare(after, before) > 0 : may === 'fall' && compare(after, before) < 0
}

/** Two digits; empty against zero, where no percentage exists. */
function differencePercent(before: Decimal, after: Decimal): string {
  const difference = isZero(before) ? undefined : percentDifference(after, before)
  return difference ? formatDecimal(difference) : ''
}
