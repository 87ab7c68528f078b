import { formatDecimal, isZero, parseDecimal, subtract, withoutTrailingZeros } from '../values/decimal.ts'

/** How much more the right value is, with its sign: `+15`, `-0.5`; undefined where one is no number. */
export function numberDifference(left: string | null, right: string | null): string | undefined {
  const [before, after] = [parseDecimal(left?.trim() ?? ''), parseDecimal(right?.trim() ?? '')]
  if (!before || !after) return undefined
  const difference = withoutTrailingZeros(subtract(after, before))
  if (isZero(difference)) return undefined
  const text = formatDecimal(difference)
  return text.startsWith('-') ? text : `+${text}`
}
