import { columns as entryColumns } from './draw-entries.ts'
import type { Flow } from './flow.ts'
import { textWidth } from './fonts.ts'
import { type Element, frame, ink } from './paper.ts'
import type { Block, Runs } from './text.ts'
import { type Face, type Line, wrap } from './wrap.ts'

type Grid = Extract<Block, { kind: 'grid' }>

const headFace: Face = { size: 6.8, leading: 8.4, hyphen: true }
const cellFace: Face = { size: 8, leading: 10, strong: true }
const gap = 7
const padding = 2
/** A column is never asked for more by one long name. */
const widest = 150

/** What a column may be wider than it needs: a narrow table is not torn apart. */
const widestGap = 30

interface Column {
  readonly x: number
  readonly width: number
  readonly right: boolean
}

/** A table with a column a field; its head stands on every page that it reaches. */
export function drawGrid(grid: Grid, flow: Flow): void {
  const columns = layOut(grid)
  const last = columns.at(-1)
  const end = last ? last.x + last.width : frame.right
  const ruled = (width: number, colour: string): void =>
    flow.paper.rule(columns[0]?.x ?? frame.left, end, flow.y, width, colour)
  const head = columns.map((column, at) => wrap([grid.head[at] ?? []], column.width, headFace))
  const headHeight = heightOf(head, headFace)
  const table = flow.paper.element('Table', flow.root)
  const rows = grid.rows.map((row) =>
    columns.map((column, at) => wrap([row[at] ?? []], column.width, cellFace)),
  )
  flow.need(headHeight + heightOf(rows[0] ?? [], cellFace))
  drawRow(flow, head, columns, headFace, table, 'TH')
  ruled(0.8, ink.soft)
  for (const row of rows) {
    if (flow.need(heightOf(row, cellFace))) {
      flow.paper.decoration(() => drawCells(flow, head, columns, headFace))
      flow.y += headHeight
      ruled(0.8, ink.soft)
    }
    drawRow(flow, row, columns, cellFace, table, 'TD')
    ruled(0.35, ink.line)
  }
  table.end()
  flow.space(3)
}

function heightOf(cells: readonly (readonly Line[])[], { leading }: Face): number {
  return Math.max(1, ...cells.map(({ length }) => length)) * leading + 2 * padding
}

function drawRow(
  flow: Flow,
  cells: readonly (readonly Line[])[],
  columns: readonly Column[],
  face: Face,
  table: Element,
  tag: 'TH' | 'TD',
): void {
  const row = flow.paper.element('TR', table)
  for (const [at, lines] of cells.entries()) {
    const cell = flow.paper.element(tag, row, tag === 'TH' ? { scope: 'Column' } : {})
    const column = columns[at]
    if (column) flow.paper.within(cell, tag, () => drawCell(flow, lines, column, face))
    cell.end()
  }
  row.end()
  flow.y += heightOf(cells, face)
}

function drawCells(
  flow: Flow,
  cells: readonly (readonly Line[])[],
  columns: readonly Column[],
  face: Face,
): void {
  for (const [at, lines] of cells.entries()) {
    const column = columns[at]
    if (column) drawCell(flow, lines, column, face)
  }
}

function drawCell(flow: Flow, lines: readonly Line[], { x, width, right }: Column, face: Face): void {
  for (const [at, line] of lines.entries()) {
    const left = right ? x + width - line.width : x
    flow.paper.line(line, left, flow.y + padding + at * face.leading, face.size, ink.text)
  }
}

/** Height of a table's head with its first row, which stay together. */
export function gridStart(grid: Grid): number {
  const columns = layOut(grid)
  const set = (row: readonly Runs[], face: Face) =>
    heightOf(
      columns.map((column, at) => wrap([row[at] ?? []], column.width, face)),
      face,
    )
  return set(grid.head, headFace) + set(grid.rows[0] ?? [], cellFace)
}

/** Widths by what stands in the columns: none below its longest word, the rest shared by need. */
function layOut({ head, rows }: Grid): readonly Column[] {
  const wanted = head.map((name, at) => {
    const cells = rows.map((row) => row[at] ?? [])
    const cell = Math.min(widest, Math.max(...cells.map((one) => longestWord(one, cellFace)), 12))
    const least = Math.min(widest, Math.max(longestWord(name, headFace), cell))
    const full = Math.max(whole(name, headFace) / 2, ...cells.map((one) => whole(one, cellFace)), least)
    return { cell, least, full: Math.min(full, widest) }
  })
  const gaps = gap * (head.length - 1)
  const least = wanted.reduce((sum, column) => sum + column.least, gaps)
  const left = least <= frame.right - entryColumns.label ? entryColumns.label : frame.left
  const room = frame.right - left - gaps
  const sum = (of: 'cell' | 'least' | 'full') => wanted.reduce((total, column) => total + column[of], 0)
  const tight = sum('least') > room
  const spare = room - sum('least')
  const need = sum('full') - sum('least')
  const share = need > 0 ? Math.min(1, spare / need) : 0
  const over = Math.min(widestGap, Math.max(0, spare - need) / head.length)
  // Where room is short, the longest names of columns are parted, never what stands in them.
  const most = tight ? longestName(wanted, room) : 0
  const squeezed = (cell: number, own: number): number =>
    sum('cell') > room ? (cell / sum('cell')) * room : Math.min(own, Math.max(cell, most))
  let x = left
  return wanted.map(({ cell, least: own, full }, at) => {
    const width = tight ? squeezed(cell, own) : own + (full - own) * share + over
    const column = { x, width, right: at > 0 && rows.every((row) => isFigure(row[at] ?? [])) }
    x += width + gap
    return column
  })
}

/** So wide may a name be that all columns fit into the room; shorter names stay whole. */
function longestName(
  columns: readonly { readonly cell: number; readonly least: number }[],
  room: number,
): number {
  const needed = (most: number): number =>
    columns.reduce((sum, { cell, least }) => sum + Math.min(least, Math.max(cell, most)), 0)
  let [fits, over] = [0, widest]
  while (over - fits > 0.1) {
    const most = (fits + over) / 2
    if (needed(most) <= room) fits = most
    else over = most
  }
  return fits
}

function isFigure(cell: Runs): boolean {
  return cell.every(({ text }) => /^[\d.,–\s-]*$/.test(text))
}

function longestWord(cell: Runs, face: Face): number {
  return Math.max(0, ...cell.flatMap(({ text }) => text.split(/\s+/).map((word) => measure(word, face))))
}

function whole(cell: Runs, face: Face): number {
  return cell.reduce((sum, { text }) => sum + measure(text, face), 0)
}

function measure(text: string, { size, strong }: Face): number {
  return textWidth(text, strong ? 'strong' : 'regular', size) + 0.5
}
