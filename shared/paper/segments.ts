import type { ScanPage, TextPiece } from './scan.ts'

/** Pieces that stand close together on one line, joined; where each piece begins in the text is kept. */
export interface Segment extends TextPiece {
  /** From 1. */
  readonly page: number
  readonly parts: readonly { readonly start: number; readonly piece: TextPiece }[]
}

/** A place on a page, in fractions of it. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

// Gaps in heights of the letters: between letters of one word, between words, and between columns.
const betweenLetters = 0.16
const betweenWords = 1.3

/** The segments of a page in reading order: line by line, from the left. */
export function segmentsOf(page: ScanPage, number: number): readonly Segment[] {
  // Heights are fractions of the height, widths of the width: gaps are compared in the page's own proportions.
  const ratio = page.width / page.height
  return linesOf(page.pieces).flatMap((line) => {
    const segments: Segment[] = []
    for (const piece of line) {
      const last = segments.at(-1)
      const gap = last ? ((piece.x - last.x - last.width) * ratio) / Math.max(last.height, 1e-4) : 0
      if (last && gap < betweenWords) segments[segments.length - 1] = joined(last, piece, gap)
      else segments.push({ ...piece, page: number, parts: [{ start: 0, piece }] })
    }
    return segments
  })
}

/** Pieces whose middles lie on one height, the upper line first. */
function linesOf(pieces: readonly TextPiece[]): readonly (readonly TextPiece[])[] {
  const lines: { middle: number; height: number; pieces: TextPiece[] }[] = []
  const middle = ({ y, height }: TextPiece): number => y + height / 2
  for (const piece of [...pieces].sort((a, b) => middle(a) - middle(b))) {
    const line = lines.at(-1)
    if (line && middle(piece) - line.middle < Math.min(line.height, piece.height) * 0.5)
      line.pieces.push(piece)
    else lines.push({ middle: middle(piece), height: piece.height, pieces: [piece] })
  }
  return lines.map((line) => line.pieces.sort((a, b) => a.x - b.x))
}

function joined(segment: Segment, piece: TextPiece, gap: number): Segment {
  const space = gap > betweenLetters && !/\s$/.test(segment.text) && !/^\s/.test(piece.text) ? ' ' : ''
  const text = segment.text + space
  const top = Math.min(segment.y, piece.y)
  return {
    ...segment,
    text: text + piece.text,
    y: top,
    width: piece.x + piece.width - segment.x,
    height: Math.max(segment.y + segment.height, piece.y + piece.height) - top,
    parts: [...segment.parts, { start: text.length, piece }],
  }
}

/** Where a part of a segment's text stands, by the rough width of its letters. */
export function boxOf(segment: Segment, start: number, end: number): Box {
  const edges = segment.parts.flatMap(({ start: begins, piece }) => {
    const from = Math.max(start, begins) - begins
    const to = Math.min(end, begins + piece.text.length) - begins
    if (from >= to) return []
    const unit = piece.width / widthOf(piece.text)
    const [left, right] = [widthOf(piece.text.slice(0, from)), widthOf(piece.text.slice(0, to))]
    return [{ left: piece.x + left * unit, right: piece.x + right * unit }]
  })
  const left = Math.min(...edges.map((edge) => edge.left), segment.x + segment.width)
  const right = Math.max(...edges.map((edge) => edge.right), left)
  return { x: left, y: segment.y, width: right - left, height: segment.height }
}

/** In widths of a digit, as most typefaces have them. */
function widthOf(text: string): number {
  return [...text].reduce((width, letter) => width + letterWidth(letter), 0)
}

function letterWidth(letter: string): number {
  if (/[\s.,:;!|'’ijlIftr()[\]/-]/.test(letter)) return 0.53
  if (/[mwMW%@]/.test(letter)) return 1.5
  return /\p{Lu}/u.test(letter) ? 1.25 : 1
}
