import styles from '../print-page.module.css'
import { openPdf } from './open-pdf.ts'

/** Device pixels of a point: 250 an inch, which is as sharp as office paper shows. */
const perPoint = 250 / 72

/**
 * Prints a PDF by the window's own dialog, true to scale. Its pages go there as pictures, since neither a sandboxed
 * window nor its policy lets a foreign viewer in. Rejects where a page cannot be drawn.
 */
export async function printPdf(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const source = await openPdf(bytes)
  const sheet = document.createElement('div')
  sheet.className = styles.sheet ?? ''
  sheet.dataset.pages = ''
  try {
    for (let page = 1; page <= source.pages; page += 1) {
      const { width, height } = await source.size(page)
      const canvas = document.createElement('canvas')
      canvas.style.width = `${width}pt`
      canvas.style.height = `${height}pt`
      await source.draw(canvas, page, width * perPoint, 0)
      sheet.append(canvas)
    }
  } finally {
    source.close()
  }
  // The dialog may outlive the call that opens it.
  window.addEventListener('afterprint', () => sheet.remove(), { once: true })
  document.body.append(sheet)
  window.print()
}
