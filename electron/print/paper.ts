import PDFDocument from 'pdfkit'
import { type cuts, fontOf } from './fonts.ts'
import type { Line } from './wrap.ts'

/** Points in a millimetre. */
export const mm = 72 / 25.4
export const page = { width: 210 * mm, height: 297 * mm } as const
/** Where the text stands on every page. */
export const frame = { left: 18 * mm, right: 192 * mm, top: 20 * mm, bottom: 297 * mm - 27 * mm } as const

export const ink = {
  text: '#16191d',
  soft: '#5a626b',
  line: '#c3c9d0',
  strong: '#16191d',
  mark: '#a31621',
} as const

/** Kinds of structure elements that are used, by their names in PDF. */
export type Tag = 'Document' | 'H1' | 'H2' | 'H3' | 'P' | 'Table' | 'TR' | 'TH' | 'TD' | 'Sect'
export type Element = PDFKit.PDFStructureElement

export interface PaperFacts {
  readonly title: string
  readonly language: string
  /** The document's date: that of what it shows, so that the same certificate gives the same bytes. */
  readonly at: Date
}

/** A tagged PDF under way: pages, and marks on them. What is drawn stands in an element or counts as decoration. */
export class Paper {
  readonly doc: PDFKit.PDFDocument
  private readonly language: string

  constructor({ title, language, at }: PaperFacts) {
    // pdfkit writes the title into XML as it is.
    const safe = title.replace(/[<>&]/g, ' ')
    this.language = language
    this.doc = new PDFDocument({
      size: 'A4',
      margin: 0,
      autoFirstPage: false,
      bufferPages: true,
      pdfVersion: '1.7',
      // Its types know the subsets of PDF/A alone.
      subset: 'PDF/UA' as 'PDF/A-1',
      tagged: true,
      displayTitle: true,
      lang: language,
      // No font of the reader's own is ever asked for.
      font: '',
      info: { Title: safe, Producer: 'Bodymark', Creator: 'Bodymark', CreationDate: at },
    })
    // As a number pdfkit adds a list of glyphs that lacks the parts of accented letters; without one it is PDF/UA.
    Object.assign(this.doc, { subset: '1' })
    for (const cut of ['regular', 'strong'] as const) this.doc.registerFont(cut, fontSource(cut))
  }

  addPage(): void {
    this.doc.addPage()
  }

  /** A new element below another one; without one it is the document's root. */
  element(
    tag: Tag,
    parent?: Element,
    options: { scope?: 'Row' | 'Column'; lang?: string; alt?: string } = {},
  ): Element {
    const element = this.doc.struct(tag, options)
    if (parent) parent.add(element)
    else this.doc.addStructure(element)
    return element
  }

  /** Draws what belongs to an element. */
  within(element: Element, tag: Tag, draw: () => void): void {
    const content = this.doc.markStructureContent(tag)
    draw()
    this.doc.endMarkedContent()
    element.add(content)
  }

  /** Draws what a reader aloud leaves out. */
  decoration(draw: () => void, type: 'Pagination' | 'Layout' = 'Layout'): void {
    this.doc.markContent('Artifact', { type })
    draw()
    this.doc.endMarkedContent()
  }

  rule(x1: number, x2: number, y: number, width = 0.4, colour: string = ink.line): void {
    this.decoration(() => this.doc.lineWidth(width).strokeColor(colour).moveTo(x1, y).lineTo(x2, y).stroke())
  }

  /** A line of text with its top at `y`. */
  line({ pieces }: Line, x: number, y: number, size: number, colour: string = ink.text): void {
    for (const piece of pieces) {
      const foreign = piece.lang !== undefined && piece.lang !== this.language
      if (foreign) this.doc.markContent('Span', { lang: piece.lang ?? '' })
      this.doc
        .font(piece.cut)
        .fontSize(size)
        .fillColor(piece.soft ? ink.soft : colour)
        .text(piece.text, x + piece.x, y, { lineBreak: false })
      if (foreign) this.doc.endMarkedContent()
    }
  }

  /** The finished bytes. */
  end(): Uint8Array {
    this.doc.end()
    const bytes: unknown = this.doc.read()
    if (!(bytes instanceof Uint8Array)) throw new Error('the PDF gave no bytes')
    return new Uint8Array(bytes)
  }
}

/** pdfkit takes a font that is read already, which its types do not say. */
function fontSource(cut: keyof typeof cuts): PDFKit.Mixins.PDFFontSource {
  return fontOf(cut) as unknown as PDFKit.Mixins.PDFFontSource
}
