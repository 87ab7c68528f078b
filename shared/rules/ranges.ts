import { valueAt } from '../ivi/message.ts'
import { type Decimal, parseDecimal } from '../values/decimal.ts'
import { isOver } from './compare.ts'
import { type Found, found, plain, set } from './found.ts'
import type { Reading } from './reading.ts'
import { inOneOrder, statedFields } from './stated-fields.ts'

/** `LengthAdjustableMin`: the single value's name in front of the kind of range. */
const least = /^(.*?)(?:Adjustable|Variable|)Min$/

/** Rule 48, ranges: every field that ends `Min` and has a brother that ends `Max`. */
export function* rangesInOrder(vehicle: Reading): Iterable<Found> {
  const { tree } = vehicle.input
  const fields = statedFields(tree)
  for (const [path, instances] of inOneOrder([...fields].filter(([path]) => path.endsWith('Min')))) {
    if (!fields.has(`${path.slice(0, -'Min'.length)}Max`)) continue
    for (const lower of instances) {
      const upper = `${lower.slice(0, -'Min'.length)}Max`
      const single = least.exec(lower)?.[1] ?? ''
      const number = (at: string): Decimal | undefined => parseDecimal(valueAt(tree, at)?.trim() ?? '')
      yield* judge(lower, upper, single, number)
    }
  }
}

function* judge(
  lower: string,
  upper: string,
  single: string,
  number: (at: string) => Decimal | undefined,
): Iterable<Found> {
  const [from, to, value] = [number(lower), number(upper), number(single)]
  if (!from || !to) return
  const range = { least: plain(from), most: plain(to) }
  if (isOver(from, to)) {
    yield found('range-reversed', [lower, upper], range, [...set(lower, to), ...set(upper, from)])
  }
  if (value) yield found('value-beside-range', [single, lower, upper], { ...range, value: plain(value) })
}
