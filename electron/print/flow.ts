import { type Element, frame, ink, Paper, type PaperFacts } from './paper.ts'

/** Where a document's text has come to: down the page, and on to the next where it ends. */
export class Flow {
  readonly paper: Paper
  readonly root: Element
  y: number = frame.top
  private pages = 0

  constructor(facts: PaperFacts) {
    this.paper = new Paper(facts)
    this.root = this.paper.element('Document')
    this.nextPage()
  }

  get pageCount(): number {
    return this.pages
  }

  /** Room left on this page. */
  get room(): number {
    return frame.bottom - this.y
  }

  get atTop(): boolean {
    return this.y === frame.top
  }

  nextPage(): void {
    this.paper.addPage()
    this.pages += 1
    this.y = frame.top
  }

  /** Goes on to the next page unless so much fits on this one; says whether it went. */
  need(height: number): boolean {
    if (height <= this.room || this.atTop) return false
    this.nextPage()
    return true
  }

  space(height: number): void {
    if (!this.atTop) this.y += height
  }

  rule(width = 0.4, colour: string = ink.line): void {
    this.paper.rule(frame.left, frame.right, this.y, width, colour)
  }
}
