import type { ScanPage, TextPiece } from '../../shared/paper/scan.ts'
import { type Problem, problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { ScanLimits } from './scan-protocol.ts'

type Matrix = readonly number[]

/** Of the reader's page, what is used here. */
interface Page {
  getViewport(options: { readonly scale: number }): {
    readonly width: number
    readonly height: number
    readonly transform: Matrix
  }
  getTextContent(): Promise<{ readonly items: readonly object[] }>
  cleanup(): unknown
}

interface Run {
  readonly str: string
  readonly transform: Matrix
  readonly width: number
  readonly height: number
}

/**
 * The pages of a PDF with their text. Nothing is fetched, no program in it runs. Problems: `paper-scan-damaged`,
 * `paper-scan-password`, `paper-scan-too-long` {pages, limit}, `paper-scan-empty`.
 */
export async function readPdf(bytes: Uint8Array, limits: ScanLimits): Promise<Result<readonly ScanPage[]>> {
  if (breaksOff(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)))
    return fail(problem('paper-scan-damaged'))
  const { getDocument } = await openReader()
  const loading = getDocument({
    data: bytes,
    useWasm: false,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: 0,
  })
  try {
    const pdf = await loading.promise
    if (pdf.numPages === 0) return fail(problem('paper-scan-empty'))
    if (pdf.numPages > limits.maxPages)
      return fail(problem('paper-scan-too-long', { pages: pdf.numPages, limit: limits.maxPages }))
    const pages: ScanPage[] = []
    let room = limits.maxPiecesOfText
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await readPage(await pdf.getPage(number), room)
      room -= page.pieces.length
      pages.push(page)
    }
    return ok(pages)
  } catch (error) {
    return fail(readerProblem(error))
  } finally {
    await loading.destroy()
  }
}

/**
 * A reader mends what it can; of a file that breaks off it would show the rest as if it were all. One made for the web
 * or changed later has several ends: where something begins behind the last of them, the rest is missing.
 */
function breaksOff(file: Buffer): boolean {
  const end = file.lastIndexOf('%%EOF')
  return end < 0 || /\d\s+\d+\s+obj\b/.test(file.toString('latin1', end))
}

/** The reader in this very process, which is itself the one that may be ended. */
async function openReader() {
  const worker = await import('pdfjs-dist/legacy/build/pdf.worker.mjs')
  Object.assign(globalThis, { pdfjsWorker: worker })
  return await import('pdfjs-dist/legacy/build/pdf.mjs')
}

async function readPage(page: Page, room: number): Promise<ScanPage> {
  const { width, height, transform } = page.getViewport({ scale: 1 })
  const { items } = await page.getTextContent()
  const pieces = items
    .filter(isRun)
    .filter(({ str }) => str.trim() !== '')
    .slice(0, Math.max(0, room))
    .map((run) => placed(run, transform, width, height))
  page.cleanup()
  return { width, height, pieces }
}

const isRun = (item: object): item is Run => 'str' in item && 'transform' in item

/** A run's box on the page as it is shown, which may be turned against the page as it was written. */
function placed(run: Run, viewport: Matrix, width: number, height: number): TextPiece {
  const [a = 0, b = 0, , , e = 0, f = 0] = run.transform
  const length = Math.hypot(a, b) || 1
  const along = [(a / length) * run.width, (b / length) * run.width] as const
  const up = [(-b / length) * run.height, (a / length) * run.height] as const
  const corners = [
    [e, f],
    [e + along[0], f + along[1]],
    [e + up[0], f + up[1]],
    [e + along[0] + up[0], f + along[1] + up[1]],
  ].map(([x = 0, y = 0]) => onPage(x, y, viewport))
  const xs = corners.map(([x]) => x / width)
  const ys = corners.map(([, y]) => y / height)
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  return {
    text: run.str.normalize('NFC'),
    x: rounded(left),
    y: rounded(top),
    width: rounded(Math.max(...xs) - left),
    height: rounded(Math.max(...ys) - top),
  }
}

function onPage(x: number, y: number, m: Matrix): readonly [number, number] {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = m
  return [a * x + c * y + e, b * x + d * y + f]
}

/** A tenth of a millimetre on any page that is printed. */
const rounded = (fraction: number): number => Math.round(fraction * 1e4) / 1e4

/** What the reader throws, by the names it gives: a locked file apart from a broken one. */
function readerProblem(error: unknown): Problem {
  const name = error instanceof Error ? error.name : ''
  return problem(name === 'PasswordException' ? 'paper-scan-password' : 'paper-scan-damaged')
}
