import {
  getDocument,
  type PDFDocumentProxy,
  PDFWorker,
  type RenderTask,
} from 'pdfjs-dist/legacy/build/pdf.mjs'
import Reader from 'pdfjs-dist/legacy/build/pdf.worker.mjs?worker'
import { type PageSource, scaleFor, type Turn, turned } from './page-source.ts'

/** A sound page is drawn within a second; a file that takes longer than this is not waited for. */
const patience = 20_000

const beside = (folder: string): string => new URL(`pdf/${folder}/`, document.baseURI).href

interface Drawing {
  /** Resolves once nothing more comes of it, whether it was drawn or not. */
  readonly end: Promise<void>
  readonly overtake: () => void
}

/** What is drawn on a canvas at the moment: two drawings at once would be mixed. */
const drawings = new WeakMap<HTMLCanvasElement, Drawing>()

/**
 * A PDF, read in a worker of its own that is ended when it hangs. Nothing is fetched but the app's own files, no
 * program in the file runs, nothing is evaluated.
 */
export async function openPdf(bytes: Uint8Array<ArrayBuffer>): Promise<PageSource> {
  const port = new Reader()
  const worker = PDFWorker.create({ port })
  const end = (): void => {
    worker.destroy()
    port.terminate()
  }
  const loading = getDocument({
    data: bytes,
    worker,
    useWasm: false,
    enableXfa: false,
    cMapUrl: beside('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: beside('standard_fonts'),
    wasmUrl: beside('wasm'),
    verbosity: 0,
  })
  let pdf: PDFDocumentProxy
  try {
    pdf = await within(patience, loading.promise)
  } catch (error) {
    end()
    throw error
  }
  const size = async (page: number) => {
    const { width, height } = (await within(patience, pdf.getPage(page))).getViewport({ scale: 1 })
    return { width, height }
  }
  const draw = (canvas: HTMLCanvasElement, number: number, width: number, turn: Turn): Promise<void> => {
    let task: RenderTask | undefined
    let isOvertaken = false
    const before = drawings.get(canvas)
    before?.overtake()
    const drawNow = async (): Promise<void> => {
      await before?.end
      const page = await within(patience, pdf.getPage(number))
      const rotation = (page.rotate + turn) % 360
      const scale = scaleFor(turned(await size(number), turn), width)
      if (isOvertaken) throw new Error('another page is wanted')
      const viewport = page.getViewport({ scale, rotation })
      canvas.width = Math.round(viewport.width)
      canvas.height = Math.round(viewport.height)
      task = page.render({ canvas, viewport })
      try {
        await within(patience, task.promise)
      } catch (error) {
        task.cancel()
        throw error
      }
    }
    const drawn = drawNow()
    const overtake = (): void => {
      isOvertaken = true
      task?.cancel()
    }
    drawings.set(canvas, { end: drawn.catch(() => {}), overtake })
    return drawn
  }
  return { pages: pdf.numPages, size, draw, close: end }
}

function within<Value>(milliseconds: number, work: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout>
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the page takes too long')), milliseconds)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
