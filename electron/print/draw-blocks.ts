import { assertNever } from '../../shared/assert-never.ts'
import { drawEntries } from './draw-entries.ts'
import { drawGrid, gridStart } from './draw-grid.ts'
import type { Flow } from './flow.ts'
import { frame, ink, type Tag } from './paper.ts'
import { type Block, plain, type SignatureField } from './text.ts'
import { type Face, type Line, wrap } from './wrap.ts'

type Of<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>

const faces = {
  title: { size: 17, leading: 21, strong: true },
  below: { size: 10, leading: 13.5 },
  2: { size: 12.5, leading: 16, strong: true },
  3: { size: 10.5, leading: 14, strong: true },
  note: { size: 7.8, leading: 10 },
  statement: { size: 10, leading: 13.8 },
  small: { size: 7.5, leading: 9.5 },
  signed: { size: 9, leading: 11.5 },
} as const satisfies Readonly<Record<string, Face>>

const wide = frame.right - frame.left

/** Draws the blocks one below the other; entries that follow one another are one table. */
export function drawBlocks(blocks: readonly Block[], flow: Flow): void {
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at]
    if (!block) return
    if (block.kind === 'entry') {
      const end = blocks.findIndex((other, place) => place > at && other.kind !== 'entry')
      const entries = blocks.slice(at, end < 0 ? undefined : end) as readonly Of<'entry'>[]
      // A table keeps the entry that names it.
      const after = blocks[at + entries.length]
      drawEntries(entries, flow, after?.kind === 'grid' ? gridStart(after) : 0)
      at += entries.length
      continue
    }
    // What is certified stays with what it is attached to and the line that it is signed on.
    const signed = blocks.slice(at + 1, at + 3).findIndex(({ kind }) => kind === 'signatures')
    if (block.kind === 'paragraph' && signed >= 0)
      flow.need(paragraphHeight(block) + signedHeight + signed * 30)
    drawBlock(block, flow)
    at += 1
  }
}

function drawBlock(block: Exclude<Block, Of<'entry'>>, flow: Flow): void {
  switch (block.kind) {
    case 'title':
      drawTitle(block, flow)
      break
    case 'heading':
      drawHeading(block, flow)
      break
    case 'paragraph':
      drawParagraph(block, flow)
      break
    case 'grid':
      drawGrid(block, flow)
      break
    case 'signatures':
      drawSignatures(block, flow)
      break
    default:
      assertNever(block)
  }
}

/** One element with all its lines, over as many pages as they take. */
function drawLines(
  flow: Flow,
  tag: Tag,
  lines: readonly Line[],
  face: Face,
  centred = false,
  colour?: string,
): void {
  const element = flow.paper.element(tag, flow.root)
  for (const line of lines) {
    flow.need(face.leading)
    const x = centred ? frame.left + (wide - line.width) / 2 : frame.left
    flow.paper.within(element, tag, () => flow.paper.line(line, x, flow.y, face.size, colour))
    flow.y += face.leading
  }
  element.end()
}

function drawTitle({ text, below }: Of<'title'>, flow: Flow): void {
  flow.y += 4
  drawLines(flow, 'H1', wrap([plain(text)], wide, faces.title), faces.title, true)
  flow.y += 2
  for (const line of below) drawLines(flow, 'P', wrap([line], wide, faces.below), faces.below, true)
  flow.y += 6
}

/** A heading never stands alone at a page's end. */
function drawHeading({ level, text, note, onNewPage }: Of<'heading'>, flow: Flow): void {
  const face = faces[level]
  if (onNewPage && !flow.atTop) flow.nextPage()
  flow.space(level === 2 ? 12 : 10)
  flow.need(face.leading + 60)
  drawLines(flow, level === 2 ? 'H2' : 'H3', wrap([plain(text)], wide, face), face)
  if (note) drawLines(flow, 'P', wrap([plain(note)], wide, faces.signed), faces.signed, false, ink.soft)
  flow.y += 2
  flow.rule(0.9, ink.strong)
  flow.y += 1
}

const spaceAbove = { note: 9, statement: 8 } as const
const spaceBelow = { note: 0, statement: 5 } as const

function drawParagraph({ text, look }: Of<'paragraph'>, flow: Flow): void {
  const face = faces[look]
  const lines = wrap([text], wide, face)
  flow.space(spaceAbove[look])
  // Whole, unless it is longer than a page could be expected to keep together.
  flow.need(Math.min(lines.length * face.leading, 200))
  drawLines(flow, 'P', lines, face, false, look === 'note' ? ink.soft : ink.text)
  flow.y += spaceBelow[look]
}

function paragraphHeight({ text, look }: Of<'paragraph'>): number {
  const lines = wrap([text], wide, faces[look]).length
  return spaceAbove[look] + lines * faces[look].leading + spaceBelow[look]
}

/** Room for what is signed, its line and the name below it. */
const signedHeight = 56
const shares = [0.3, 0.18, 0.52]

function drawSignatures({ columns }: Of<'signatures'>, flow: Flow): void {
  for (const fields of columns) {
    flow.need(signedHeight)
    flow.y += 28
    flow.y += Math.max(
      ...fields.map((field, at) => drawSigned(field, frame.left + offset(at), shareOf(at), flow)),
    )
  }
}

const offset = (at: number): number => shares.slice(0, at).reduce((sum, share) => sum + share * wide, 0)
const shareOf = (at: number): number => (shares[at] ?? 1) * wide - 14

/** What is signed stands above its line, what it is below; answers the height below the line. */
function drawSigned({ label, value }: SignatureField, x: number, width: number, flow: Flow): number {
  const { paper } = flow
  const above = wrap(value === '' ? [] : [plain(value)], width, faces.signed)
  const name = wrap([plain(label)], width, faces.small)
  const element = paper.element('P', flow.root)
  paper.within(element, 'P', () => {
    for (const [at, line] of name.entries())
      paper.line(line, x, flow.y + 3 + at * faces.small.leading, faces.small.size, ink.soft)
    for (const [at, line] of above.entries())
      paper.line(line, x, flow.y - (above.length - at) * faces.signed.leading - 1, faces.signed.size)
  })
  element.end()
  paper.rule(x, x + width, flow.y, 0.6, ink.text)
  return 6 + name.length * faces.small.leading
}
