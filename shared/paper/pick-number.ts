import { labelScore } from './label-score.ts'
import type { PrintedField, PrintedItem } from './printed-field.ts'
import { numbersByRow, type PrintedNumber, printedNumbers } from './printed-number.ts'
import type { Slot } from './slots.ts'

/** A number with the slot that it stands in. */
export interface PickedNumber {
  readonly slot: Slot
  readonly number: PrintedNumber
}

const named = 0.6
const to = /^\s*(?:kg|mm|m)?\s*(?:-|–|—|\.\.\.|…|to|bis|à|tot|a|do)\s*$/i

/**
 * The number of an item that a field may take: by the name in front of it, by its row, or by its place among the
 * item's numbers of the same unit. An end of a range is only taken from a range.
 */
export function pickNumber(
  field: PrintedField,
  { fields }: PrintedItem,
  slots: readonly Slot[],
): PickedNumber | undefined {
  if (field.end) return rangeOf(slots)?.[field.end]
  const siblings = fields.filter(
    ({ end, entry }) => !end && entry.type.base !== 'string' && !entry.type.codes,
  )
  const own = namedSlot(field, siblings, slots)
  const all = (own ? [own] : slots).flatMap((slot) => numbersOf(slot, field.row))
  const inUnit = all.filter(({ number }) => number.unit !== undefined && number.unit === field.unit)
  const numbers = inUnit.length > 0 ? inUnit : all
  if (own) return numbers[0]
  const alike = inUnit.length > 0 ? siblings.filter(({ unit }) => unit === field.unit) : siblings
  const at = alike.findIndex(({ entry }) => entry.path === field.entry.path)
  const isListed = slots.some((slot) => numbersByRow(slot.value.text).size > 0)
  return numbers[isListed ? at : (field.row - 1) * alike.length + at]
}

/** The slot whose words name this field better than any other of the item. */
function namedSlot(
  field: PrintedField,
  siblings: readonly PrintedField[],
  slots: readonly Slot[],
): Slot | undefined {
  if (siblings.length < 2) return undefined
  return slots.find(({ label }) => {
    const score = labelScore(label, field.labels)
    const best = Math.max(
      0,
      ...siblings.filter(({ entry }) => entry !== field.entry).map(({ labels }) => labelScore(label, labels)),
    )
    return score >= named && score > best
  })
}

/** The numbers of a slot, those of one row where it lists them by rows. */
function numbersOf(slot: Slot, row: number): readonly PickedNumber[] {
  const rows = numbersByRow(slot.value.text)
  const numbers = rows.size > 0 ? (rows.get(row) ?? []) : printedNumbers(slot.value.text)
  return numbers.map((number) => ({ slot, number }))
}

function rangeOf(slots: readonly Slot[]): Readonly<Record<'low' | 'high', PickedNumber>> | undefined {
  for (const slot of slots) {
    const numbers = printedNumbers(slot.value.text)
    for (const [at, low] of numbers.entries()) {
      const high = numbers[at + 1]
      const between = high && slot.value.text.slice(low.index + low.text.length, high.index)
      if (high && between !== undefined && to.test(between))
        return { low: { slot, number: low }, high: { slot, number: high } }
    }
  }
  return undefined
}
