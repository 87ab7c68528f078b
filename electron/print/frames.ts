import type { Flow } from './flow.ts'
import { textWidth } from './fonts.ts'
import { frame, ink, mm, page } from './paper.ts'
import { drawQr, fitsQr } from './qr.ts'
import { plain } from './text.ts'
import { colon, say } from './words.ts'
import { type Face, type Line, wrap } from './wrap.ts'

/** What stands around the text on every page. */
export interface Frames {
  readonly language: string
  readonly title: string
  readonly vin: string
  readonly reference: string
  readonly version: string
  readonly hash: string
  /** Words across the page and above it, such as that this is a draft; empty for a certificate. */
  readonly warning: string
  readonly duplicate: string
  readonly legal: string
}

const face: Face = { size: 7.2, leading: 9 }
const headFace: Face = { size: 7.8, leading: 10 }
const markFace: Face = { size: 10, leading: 12, strong: true }
const footTop = frame.bottom + 4 * mm
const qrSize = 17 * mm

/** Head and foot of all pages, once their number is known. */
export function drawFrames(flow: Flow, frames: Frames): void {
  const marks = marksOf(frames)
  const head = layOutHead(frames, marks)
  for (let at = 0; at < flow.pageCount; at += 1) {
    flow.paper.doc.switchToPage(at)
    flow.paper.decoration(() => {
      if (at > 0) drawHead(flow, head.title, clip(frames.vin))
      drawMarks(flow, marks, at > 0 ? head.x : middleOf(marks))
      drawFoot(flow, frames, at + 1)
    }, 'Pagination')
  }
}

/** Nothing that the frame shows is as long, unless a message is damaged; the text beside it has it all. */
const longest = 60

function clip(text: string): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text
}

function put(
  flow: Flow,
  text: string,
  x: number,
  y: number,
  given: Face,
  colour: string,
  right = false,
): void {
  const [line] = wrap([plain(text)], 1000, given)
  if (line) flow.paper.line(line, right ? x - line.width : x, y, given.size, colour)
}

/** Words in a frame of their own in the page's head. */
interface Mark {
  readonly text: string
  readonly colour: string
  readonly width: number
}

const markGap = 8

function marksOf({ warning, duplicate }: Frames): readonly Mark[] {
  return [
    { text: warning, colour: ink.mark },
    { text: duplicate, colour: ink.text },
  ]
    .filter(({ text }) => text !== '')
    .map((mark) => ({ ...mark, width: textWidth(mark.text, 'strong', markFace.size) + 14 }))
}

function widthOf(marks: readonly Mark[]): number {
  return marks.reduce((sum, { width }) => sum + width, markGap * Math.max(0, marks.length - 1))
}

function middleOf(marks: readonly Mark[]): number {
  return (page.width - widthOf(marks)) / 2
}

/** Marks stand in the middle, clear of the title and the VIN beside them; the title gives way where room is short. */
function layOutHead(
  { title, vin }: Frames,
  marks: readonly Mark[],
): { readonly title: string; readonly x: number } {
  const left = frame.left + textWidth(title, 'regular', headFace.size) + markGap
  const last = frame.right - textWidth(clip(vin), 'strong', headFace.size) - markGap - widthOf(marks)
  const fits = marks.length === 0 || left <= last
  return { title: fits ? title : '', x: Math.min(Math.max(middleOf(marks), fits ? left : 0), last) }
}

function drawHead(flow: Flow, title: string, vin: string): void {
  const y = 11 * mm
  if (title !== '') put(flow, title, frame.left, y, headFace, ink.soft)
  put(flow, vin, frame.right, y, { ...headFace, strong: true }, ink.text, true)
  flow.paper.doc
    .lineWidth(0.5)
    .strokeColor(ink.soft)
    .moveTo(frame.left, y + 12)
    .lineTo(frame.right, y + 12)
    .stroke()
}

function drawMarks(flow: Flow, marks: readonly Mark[], start: number): void {
  let x = start
  for (const { text, colour, width } of marks) {
    flow.paper.doc
      .lineWidth(0.9)
      .strokeColor(colour)
      .rect(x, 8.6 * mm, width, 16)
      .stroke()
    put(flow, text, x + 7, 8.6 * mm + 1.2, markFace, colour)
    x += width + markGap
  }
}

function drawFoot(flow: Flow, frames: Frames, number: number): void {
  const { language, reference, version, hash, legal } = frames
  const { doc } = flow.paper
  doc.lineWidth(0.5).strokeColor(ink.soft).moveTo(frame.left, footTop).lineTo(frame.right, footTop).stroke()
  const coded = fitsQr(reference)
  const left = coded ? frame.left + qrSize + 3 * mm : frame.left
  if (coded) drawQr(flow.paper, reference, frame.left - 1.2 * mm, footTop + 1.2 * mm, qrSize)
  const width = frame.right - left - 26 * mm
  const named = reference === '' ? say(language, 'reference.none') : clip(reference)
  const lines: Line[] = [
    ...wrap([plain(`${say(language, 'reference')}${colon(language)}${named}${version}`)], width, face),
    ...(hash ? wrap([plain(hash)], frame.right - left, face) : []),
    ...wrap([plain(legal)], frame.right - left, face),
  ]
  let y = footTop + 2.2 * mm
  for (const line of lines) {
    flow.paper.line(line, left, y, face.size, ink.soft)
    y += face.leading
  }
  const pages = say(language, 'page', { page: number, pages: flow.pageCount })
  put(flow, pages, frame.right, footTop + 2.2 * mm, { ...face, strong: true }, ink.text, true)
}
