import type { Stretch } from './item-text.ts'
import { labelScore } from './label-score.ts'
import type { PrintedField, PrintedItem } from './printed-field.ts'
import type { Slot } from './slots.ts'

const named = 0.5

/** The text of an item that a field may take: by the name in front of it, else by its place among the item's fields. */
export function pickText(
  field: PrintedField,
  { fields }: PrintedItem,
  slots: readonly Slot[],
): Stretch | undefined {
  const at = fields.findIndex(({ entry }) => entry.path === field.entry.path)
  if (fields.length === 1) return slots[field.row - 1]?.value
  const own = slots.find(({ label }) => isNamed(label, field, fields))
  if (own) return own.value
  // Once the words in front name one field each, a value without such a name belongs to none.
  const others = fields.filter((each) => each !== field)
  if (slots.some(({ label }) => others.some((other) => isNamed(label, other, fields)))) return undefined
  const [only] = slots
  const parts = slots.length === 1 && only ? splitValue(only.value) : []
  return parts.length === fields.length ? parts[at] : slots[at]?.value
}

function isNamed(label: string, field: PrintedField, fields: readonly PrintedField[]): boolean {
  const score = labelScore(label, field.labels)
  const others = fields.filter(({ entry }) => entry.path !== field.entry.path)
  return score >= named && others.every(({ labels }) => labelScore(label, labels) < score)
}

/** `HC12 / B42 / 4200L` as its parts. */
function splitValue(value: Stretch): readonly Stretch[] {
  return [...value.text.matchAll(/[^/;]+/g)].flatMap(({ 0: raw, index }) => {
    const text = raw.trim()
    const start = value.start + index + (raw.length - raw.trimStart().length)
    return text === '' ? [] : [{ segment: value.segment, start, end: start + text.length, text }]
  })
}
