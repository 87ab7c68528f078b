import type { Flow } from './flow.ts'
import { fontOf } from './fonts.ts'
import { frame, ink, mm } from './paper.ts'
import { plain } from './text.ts'
import { type Face, wrap } from './wrap.ts'

/** A line of the plate; `mark` tells an axle's mass from another's. */
export interface PlateLine {
  readonly mark: string
  readonly text: string
  /** What it is, in words. */
  readonly from: string
}

export interface PlateSize {
  readonly widthMm: number
  /** Height of capital letters. */
  readonly letterMm: number
  readonly rulerMm: number
}

const inset = 6 * mm
const markWidth = 13 * mm
const small: Face = { size: 8, leading: 10.5 }

/** The plate in its true size, and a line of known length to hold a rule against. */
export function drawPlate(lines: readonly PlateLine[], note: string, size: PlateSize, flow: Flow): void {
  const font = fontOf('strong')
  const letters = (size.letterMm * mm * font.unitsPerEm) / font.capHeight
  const face: Face = { size: letters, leading: letters * 1.28, strong: true }
  const width = size.widthMm * mm
  const left = (frame.left + frame.right - width) / 2
  const masses = lines.some(({ mark }) => mark !== '')
  const set = lines.map(({ mark, text }) => {
    const indented = masses && (mark !== '' || text.endsWith(' kg')) ? markWidth : 0
    return {
      mark,
      indented,
      set: wrap([plain(text === '' ? '–' : text)], width - 2 * inset - indented, face),
    }
  })
  const height = set.reduce((sum, line) => sum + line.set.length, 0) * face.leading + 2 * inset
  flow.space(2)
  drawNote(note, size, flow, left)
  flow.need(height + 10)
  const { paper } = flow
  paper.decoration(() =>
    paper.doc
      .lineWidth(1.1)
      .strokeColor(ink.text)
      .roundedRect(left, flow.y, width, height, 2.5 * mm)
      .stroke(),
  )
  let y = flow.y + inset
  for (const { mark, indented, set: rows } of set) {
    const element = paper.element('P', flow.root)
    paper.within(element, 'P', () => {
      const [marked] = mark === '' ? [] : wrap([plain(mark)], markWidth, face)
      if (marked) paper.line(marked, left + inset, y, face.size)
      for (const line of rows) {
        paper.line(line, left + inset + indented, y, face.size)
        y += face.leading
      }
    })
    element.end()
  }
  flow.y += height
  flow.space(14)
}

function drawNote(note: string, { rulerMm }: PlateSize, flow: Flow, left: number): void {
  const { paper } = flow
  const element = paper.element('P', flow.root)
  paper.within(element, 'P', () => {
    for (const line of wrap([plain(note)], frame.right - frame.left, small)) {
      paper.line(line, left, flow.y, small.size, ink.soft)
      flow.y += small.leading
    }
  })
  element.end()
  flow.y += 6
  const end = left + rulerMm * mm
  paper.decoration(() => {
    const { doc } = paper
    doc.lineWidth(0.6).strokeColor(ink.text).moveTo(left, flow.y).lineTo(end, flow.y)
    for (let at = 0; at <= rulerMm; at += 10) {
      const tall = at % 50 === 0 ? 4 : 2.2
      doc.moveTo(left + at * mm, flow.y - tall).lineTo(left + at * mm, flow.y + tall)
    }
    doc.stroke()
  })
  flow.y += 12
}
