import { encode } from 'uqr'
import { remember } from '../../shared/remember.ts'
import type { Paper } from './paper.ts'

/** The same code stands on every page. */
const squaresOf = remember((text) => encode(text, { ecc: 'M', border: 2 }).data, 50)

/** A UUID has 36; what is far longer is no reference, and finer squares than these no scanner reads. */
const mostLetters = 120

export function fitsQr(text: string): boolean {
  return text !== '' && text.length <= mostLetters
}

/** Draws a text as a QR code, `size` points wide with its quiet zone. */
export function drawQr(paper: Paper, text: string, x: number, y: number, size: number): void {
  const data = squaresOf(text)
  const square = size / data.length
  const { doc } = paper
  doc.fillColor('#000000')
  for (const [row, squares] of data.entries()) {
    // Neighbours in one piece: fewer marks, and no hair between them on a printer.
    for (let from = 0; from < squares.length; from += 1) {
      if (!squares[from]) continue
      let to = from
      while (squares[to]) to += 1
      doc.rect(x + from * square, y + row * square, (to - from) * square, square)
      from = to
    }
  }
  doc.fill()
}
