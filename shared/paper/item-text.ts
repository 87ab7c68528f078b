import type { Anchor } from './anchors.ts'
import { anchorsOf } from './anchors.ts'
import type { PaperScan, ScanPage } from './scan.ts'
import { type Segment, segmentsOf } from './segments.ts'

/** A piece of text that belongs to an item, with where it stands in its segment. */
export interface Stretch {
  readonly segment: Segment
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Lines of an item below its number: emissions and consumption are the longest. */
const mostLines = 40
/** Free lines that end an item where no other number does. */
const gapOfLines = 2.5
const sameEdge = 0.04

/** A scan whose text was read once, for looking up one item after the other. */
export interface ReadableScan {
  readonly scan: Pick<PaperScan, 'name' | 'sha256'>
  readonly segments: readonly Segment[]
  readonly anchors: readonly Anchor[]
}

export function readableScan(
  scan: Pick<PaperScan, 'name' | 'sha256'>,
  pages: readonly ScanPage[],
): ReadableScan {
  const segments = pages.flatMap((page, at) => segmentsOf(page, at + 1))
  const byPage = new Map<number, Segment[]>()
  for (const segment of segments) {
    const known = byPage.get(segment.page)
    if (known) known.push(segment)
    else byPage.set(segment.page, [segment])
  }
  const anchors = anchorsOf(segments, (segment, start) => {
    const near = (byPage.get(segment.page) ?? []).filter(
      (other) => isRightOf(other, segment) || (isBelow(other, segment) && other.x >= segment.x - sameEdge),
    )
    const [beside] = near.filter((other) => isRightOf(other, segment)).sort((a, b) => a.x - b.x)
    const [under] = near.filter((other) => isBelow(other, segment)).sort((a, b) => a.y - b.y)
    const below = under && under.y - segment.y < segment.height * gapOfLines ? under.text : ''
    // A number alone in its column has its name beside it.
    return `${segment.text.slice(start)} ${beside?.text ?? ''} ${below}`
  })
  return { scan, segments, anchors }
}

/** The lines of an item: what stands behind its number, up to the next number of its column and of its line. */
export function linesOfItem(
  { segments, anchors }: ReadableScan,
  anchor: Anchor,
): readonly (readonly Stretch[])[] {
  const { segment } = anchor
  const others = anchors.filter((other) => other.segment.page === segment.page && other !== anchor)
  const next = others.filter(
    (other) => isBelow(other.segment, segment) && Math.abs(other.segment.x - segment.x) < sameEdge * 2,
  )
  const bottom = Math.min(1, ...next.map((other) => other.segment.y + other.segment.height / 2))
  const beside = others.map((other) => other.segment).filter((other) => other.x > segment.x + 0.1)
  const lines: Stretch[][] = []
  let last = segment
  for (const other of inLines(segments, segment)) {
    const limit = Math.min(
      1.01,
      ...beside.filter((each) => sameLine(each, other) || each.x > segment.x + 0.3).map(({ x }) => x),
    )
    const isInside = other === segment || (other.x > segment.x - sameEdge && other.x < limit - 1e-3)
    if (!isInside || other.y + other.height / 2 >= bottom) continue
    if (other.y - last.y - last.height > segment.height * gapOfLines) break
    const start = other === segment ? anchor.start : 0
    const stretch = { segment: other, start, end: other.text.length, text: other.text.slice(start) }
    const line = lines.at(-1)
    if (line?.[0] && sameLine(line[0].segment, other)) line.push(stretch)
    else if (lines.length < mostLines) lines.push([stretch])
    else break
    last = other
  }
  return lines.map((line) => line.filter(({ text }) => text.trim() !== '')).filter(({ length }) => length > 0)
}

/** The segments of a page from one on, downwards. */
function inLines(segments: readonly Segment[], from: Segment): readonly Segment[] {
  return segments.filter(
    (other) =>
      other.page === from.page &&
      (other === from || isRightOf(other, from) || (isBelow(other, from) && !sameLine(other, from))),
  )
}

const middle = ({ y, height }: Segment): number => y + height / 2

function sameLine(a: Segment, b: Segment): boolean {
  return Math.abs(middle(a) - middle(b)) < Math.min(a.height, b.height) * 0.6
}

function isRightOf(other: Segment, from: Segment): boolean {
  return other !== from && other.x > from.x && sameLine(other, from)
}

function isBelow(other: Segment, from: Segment): boolean {
  return middle(other) > middle(from) + from.height * 0.5
}
