import { type FormSection, formSections } from '../ivi/layout.ts'
import type { ComparedRow, ComparedValue } from './comparison.ts'

/** Values that stand in the same row of the same table, or in none. */
export interface ComparedBlock {
  readonly rows: readonly ComparedRow[]
  readonly values: readonly ComparedValue[]
}

export interface ComparedSection {
  /** Id of the form's section; empty for fields that the form does not know. */
  readonly section: string
  readonly blocks: readonly ComparedBlock[]
}

/** Values as the certificate shows them: by section, a table's rows one after the other. */
export function arrange(
  values: readonly ComparedValue[],
  sections: readonly FormSection[] = formSections,
): readonly ComparedSection[] {
  const order = orderOf(sections)
  const bySection = new Map<number, ComparedValue[]>()
  for (const value of values) {
    const at = order.sectionOf.get(value.path) ?? sections.length
    const known = bySection.get(at)
    if (known) known.push(value)
    else bySection.set(at, [value])
  }
  return [...bySection]
    .sort(([a], [b]) => a - b)
    .map(([at, inSection]) => ({
      section: sections[at]?.id ?? '',
      blocks: blocksOf(inSection.toSorted((a, b) => compareValues(a, b, at, order))),
    }))
}

interface Order {
  /** Field → position of its section. */
  readonly sectionOf: ReadonlyMap<string, number>
  /** Section's position and a field's or table's schema path → where it begins in the section. */
  readonly begins: ReadonlyMap<string, number>
}

const orders = new WeakMap<readonly FormSection[], Order>()

function orderOf(sections: readonly FormSection[]): Order {
  const known = orders.get(sections)
  if (known) return known
  const sectionOf = new Map<string, number>()
  const begins = new Map<string, number>()
  for (const [at, { fields }] of sections.entries()) {
    for (const [position, field] of fields.entries()) {
      if (!sectionOf.has(field)) sectionOf.set(field, at)
      for (let end = field.length; end > 0; end = field.lastIndexOf('/', end - 1)) {
        const place = `${at} ${field.slice(0, end)}`
        if (!begins.has(place)) begins.set(place, position)
      }
    }
  }
  const made = { sectionOf, begins }
  orders.set(sections, made)
  return made
}

function compareValues(a: ComparedValue, b: ComparedValue, section: number, { begins }: Order): number {
  const beginOf = (place: string): number => begins.get(`${section} ${place}`) ?? Number.MAX_SAFE_INTEGER
  for (let depth = 0; ; depth += 1) {
    const [ours, theirs] = [a.rows[depth], b.rows[depth]]
    if (ours && theirs && ours.place === theirs.place) {
      if (ours.order !== theirs.order) return ours.order - theirs.order
      continue
    }
    // Before the tables within a row stand its own values.
    if (depth > 0 && (ours === undefined) !== (theirs === undefined)) return ours ? 1 : -1
    return beginOf(ours?.place ?? a.path) - beginOf(theirs?.place ?? b.path)
  }
}

function blocksOf(values: readonly ComparedValue[]): readonly ComparedBlock[] {
  const blocks: { rows: readonly ComparedRow[]; values: ComparedValue[] }[] = []
  for (const value of values) {
    const last = blocks.at(-1)
    if (last && isSameRow(last.rows, value.rows)) last.values.push(value)
    else blocks.push({ rows: value.rows, values: [value] })
  }
  return blocks
}

function isSameRow(ours: readonly ComparedRow[], theirs: readonly ComparedRow[]): boolean {
  return (
    ours.length === theirs.length &&
    ours.every(({ place, order }, at) => theirs[at]?.place === place && theirs[at]?.order === order)
  )
}
