import type { ValueType } from '../ivi/catalogue.ts'
import { isNamed } from './pick-text.ts'
import type { PrintedField, PrintedItem } from './printed-field.ts'
import { numbersByRow, type PrintedNumber, printedNumbers } from './printed-number.ts'
import type { Slot } from './slots.ts'

/** A number with the slot that it stands in. */
export interface PickedNumber {
  readonly slot: Slot
  readonly number: PrintedNumber
}

const named = 0.5
/** Of an item with more fields than this, a bare number may be any of them. */
const fewFields = 6
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
  if (field.row === 0) return undefined
  if (field.end) return rangeOf(slots)?.[field.end]
  const siblings = fields.filter(({ end, entry }) => !end && isMeasured(entry.type))
  const own = siblings.length > 1 ? slots.filter(({ label }) => isNamed(label, field, siblings, named)) : []
  const rows = slotsOfRow(own.length > 0 ? own : slots, field)
  const all = rows.flatMap((slot) => numbersOf(slot, field.row))
  const inUnit = all.filter(({ number }) => number.unit !== undefined && number.unit === field.unit)
  const numbers = inUnit.length > 0 ? inUnit : all
  const isListed = rows.some(({ value, row }) => row !== undefined || numbersByRow(value.text).size > 0)
  if (own.length > 0) return numbers[isListed ? 0 : field.row - 1]
  // Once the words in front name one field each, a number without such a name belongs to none.
  const others = siblings.filter(({ entry }) => entry.path !== field.entry.path)
  if (slots.some(({ label }) => others.some((other) => isNamed(label, other, siblings, named))))
    return undefined
  const alike = inUnit.length > 0 ? siblings.filter(({ unit }) => unit === field.unit) : siblings
  const at = alike.findIndex(({ entry }) => entry.path === field.entry.path)
  if (at > 0 && fields.length > fewFields && inUnit.length === 0) return undefined
  return numbers[isListed ? at : (field.row - 1) * alike.length + at]
}

const isMeasured = ({ base, codes }: ValueType): boolean => base !== 'string' && base !== 'date' && !codes

/** A row's value stands in the slots that name it; the value of the whole vehicle in those that name none. */
function slotsOfRow(slots: readonly Slot[], field: PrintedField): readonly Slot[] {
  if (slots.every(({ row }) => row === undefined)) return slots
  return slots.filter(({ row }) => (field.rows.length > 0 ? row === field.row : row === undefined))
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
