import type { Flow } from './flow.ts'
import { type Element, frame } from './paper.ts'
import { type Block, plain } from './text.ts'
import { type Face, type Line, wrap } from './wrap.ts'

type Entry = Extract<Block, { kind: 'entry' }>

export const columns = { item: frame.left, label: frame.left + 42, value: frame.left + 268 } as const
const face: Face = { size: 9, leading: 11.4 }
const valueFace: Face = { ...face, strong: true }
const innerIndent = 9
const padding = 1.9
/** An entry that is higher goes on over the page's end rather than leaving half a page empty. */
const mostKept = 150
const { leading, size } = face

/** Entries that follow one another: one table, a row each, headed by item and name. */
export function drawEntries(entries: readonly Entry[], flow: Flow, keep: number): void {
  const table = flow.paper.element('Table', flow.root)
  for (const [at, entry] of entries.entries()) {
    const next = entries[at + 1]
    // What only names the lines below it stays with the first of them.
    const headsNext = entry.value.length === 0 && next !== undefined
    drawEntry(entry, flow, table, next === undefined ? keep : headsNext ? 2 * leading : 0)
  }
  table.end()
}

/** A line of the form, at its place across and down from the entry's top. */
interface Placed {
  readonly line: Line
  readonly x: number
  /** From 0. */
  readonly row: number
  readonly tag: 'TH' | 'TD'
}

function drawEntry(entry: Entry, flow: Flow, table: Element, keep: number): void {
  const placed = placedLines(entry)
  const rows = Math.max(...placed.map(({ row }) => row)) + 1
  const height = rows * leading + 2 * padding
  flow.need(height + keep <= mostKept ? height + keep : 4 * leading)
  const row = flow.paper.element('TR', table)
  const elements = { TH: flow.paper.element('TH', row, { scope: 'Row' }), TD: flow.paper.element('TD', row) }
  for (let from = 0; from < rows; ) {
    const to = Math.min(rows, from + Math.max(1, Math.floor((flow.room - 2 * padding) / leading)))
    for (const tag of ['TH', 'TD'] as const) {
      const here = placed.filter((one) => one.tag === tag && one.row >= from && one.row < to)
      if (here.length === 0) continue
      flow.paper.within(elements[tag], tag, () => {
        for (const { line, x, row: at } of here)
          flow.paper.line(line, x, flow.y + padding + (at - from) * leading, size)
      })
    }
    flow.y += (to - from) * leading + 2 * padding
    from = to
    if (from < rows) flow.nextPage()
  }
  elements.TH.end()
  elements.TD.end()
  row.end()
  flow.paper.rule(entry.inner ? columns.label : columns.item, frame.right, flow.y, 0.35)
}

function placedLines({ item, label, value, inner, wide }: Entry): readonly Placed[] {
  const x = columns.label + (inner ? innerIndent : 0)
  const alone = wide || value.length === 0
  const name = wrap([label], (alone ? frame.right : columns.value - 10) - x, {
    ...face,
    strong: value.length === 0 && !inner,
  })
  const number = item === '' ? [] : wrap([plain(item)], columns.label - columns.item - 2, face)
  const values = wide
    ? wrap(value, frame.right - x, face)
    : wrap(value, frame.right - columns.value, valueFace)
  const place = (lines: readonly Line[], at: number, from: number, tag: 'TH' | 'TD') =>
    lines.map((line, row): Placed => ({ line, x: at, row: row + from, tag }))
  return [
    ...place(number, columns.item, 0, 'TH'),
    ...place(name, x, 0, 'TH'),
    ...place(values, wide ? x : columns.value, wide ? name.length : 0, 'TD'),
  ]
}
