import {
  type FormPair,
  type FormPart,
  type FormRange,
  pairOf,
  rangeOf,
} from '../../../../shared/ivi/form-lines.ts'

/** One value of a line, or the range that may stand instead of it; schema paths. */
export interface Slot extends FormPart {
  readonly range?: FormRange
}

/** Slots that stand on one line; its title where it is not called like its first field. */
export interface SlotLine {
  readonly title?: NonNullable<FormPair['title']>
  readonly slots: readonly Slot[]
}

/** Which of a value and its range is open for typing; both where both are stated. */
export type Shows = 'single' | 'range' | 'both'

/** A slot in one row of a table, or outside of tables; instance paths. */
export interface SlotCells {
  readonly slot: Slot
  /** Of the single value; the range's ends stand in `range`. */
  readonly path: string
  readonly range?: FormRange
  readonly shows: Shows
  /** The inputs that are open, in order. */
  readonly open: readonly string[]
}

/** Brings fields that belong on one line together; a field whose companions are not shown stands alone. */
export function slotLines(fields: readonly string[]): readonly SlotLine[] {
  const shown = new Set(fields)
  const taken = new Set<string>()
  const lines: SlotLine[] = []
  const slotOf = (part: FormPart): Slot => {
    taken.add(part.field)
    const range = rangeOf(part.field)
    const has = range && shown.has(range.min) && shown.has(range.max) ? range : undefined
    if (has) taken.add(has.min).add(has.max)
    return has ? { ...part, range: has } : part
  }
  for (const field of fields) {
    if (taken.has(field)) continue
    const pair = pairOf(field)
    const parts = pair?.parts.filter((part) => shown.has(part.field)) ?? []
    if (pair && parts.length > 1) {
      const slots = parts.map(slotOf)
      lines.push({ ...(pair.title ? { title: pair.title } : {}), slots })
    } else lines.push({ slots: [slotOf({ field })] })
  }
  return lines
}

/** The schema paths of a slot, its range's ends among them. */
export function slotFields({ field, range }: Slot): readonly string[] {
  return range ? [field, range.min, range.max] : [field]
}

/** A slot under a row (`''` outside of tables); `place` is the row's schema path. */
export function cellsOf(slot: Slot, row: string, place: string, shows: (single: string) => Shows): SlotCells {
  const at = (field: string): string => row + field.slice(place.length)
  const path = at(slot.field)
  if (!slot.range) return { slot, path, shows: 'single', open: [path] }
  const range = { single: path, min: at(slot.range.min), max: at(slot.range.max) }
  const now = shows(path)
  const ends = [range.min, range.max]
  const open = now === 'single' ? [path] : now === 'range' ? ends : [path, ...ends]
  return { slot, path, range, shows: now, open }
}

/** Every place of a slot in its row, open or not. */
export function placesOf({ path, range }: SlotCells): readonly string[] {
  return range ? [range.single, range.min, range.max] : [path]
}
