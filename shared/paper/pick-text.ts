import type { Stretch } from './item-text.ts'
import { labelScore } from './label-score.ts'
import type { PrintedField, PrintedItem } from './printed-field.ts'
import type { Slot } from './slots.ts'

const named = 0.5
/** Of an item with more fields than this, what has no name in front may be any of them. */
const fewFields = 3

/** The text of an item that a field may take: by the name in front of it, else by its place among the item's fields. */
export function pickText(
  field: PrintedField,
  { fields }: PrintedItem,
  slots: readonly Slot[],
): Stretch | undefined {
  const own = slots.filter(({ label }) => isNamed(label, field, fields))
  if (fields.length === 1 || own.length > 0) return ofRow(own.length > 0 ? own : slots, field.row)?.value
  // Once the words in front name one field each, a value without such a name belongs to none.
  const others = fields.filter(({ entry }) => entry.path !== field.entry.path)
  if (slots.some(({ label }) => others.some((other) => isNamed(label, other, fields)))) return undefined
  const at = fields.findIndex(({ entry }) => entry.path === field.entry.path)
  if (at > 0 && fields.length > fewFields) return undefined
  const inRow = slots.filter(({ row }) => (row ?? 1) === field.row)
  const [only, another] = inRow
  if (field.row > 1 && only?.row === undefined) return undefined
  const parts = only && !another ? splitValue(only.value) : []
  return parts.length === fields.length ? parts[at] : inRow[at]?.value
}

/** The slot that names the row; where none names any, the one that stands in its place. */
export function ofRow(slots: readonly Slot[], row: number): Slot | undefined {
  return slots.some((slot) => slot.row !== undefined)
    ? slots.find((slot) => slot.row === row)
    : slots[row - 1]
}

/** Whether the words in front name this field, and no other of the item better. */
export function isNamed(
  label: string,
  field: PrintedField,
  fields: readonly PrintedField[],
  least: number = named,
): boolean {
  const score = labelScore(label, field.labels)
  const others = fields.filter(({ entry }) => entry.path !== field.entry.path)
  return score >= least && others.every(({ labels }) => labelScore(label, labels) < score)
}

/** `HC12 / B42 / 4200L` as its parts. */
function splitValue(value: Stretch): readonly Stretch[] {
  return [...value.text.matchAll(/[^/;]+/g)].flatMap(({ 0: raw, index }) => {
    const text = raw.trim()
    const start = value.start + index + (raw.length - raw.trimStart().length)
    return text === '' ? [] : [{ segment: value.segment, start, end: start + text.length, text }]
  })
}
