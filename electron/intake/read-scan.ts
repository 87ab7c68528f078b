import facts from '../../schemas/completion/paper-scan.json' with { type: 'json' }
import { assertNever } from '../../shared/assert-never.ts'
import type { ScanKind, ScanPage } from '../../shared/paper/scan.ts'
import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { SpawnWorker } from '../ports.ts'
import { jpegSize, type PictureSize, pngSize } from './picture-size.ts'
import { scanKind } from './scan-kind.ts'
import type { FromScanWorker, ScanLimits, ToScanWorker } from './scan-protocol.ts'

export interface ReadScan {
  readonly kind: ScanKind
  readonly pages: readonly ScanPage[]
}

interface Limits extends ScanLimits {
  readonly maxMegapixels: number
  readonly seconds: number
}

/**
 * What a scan is and what stands on its pages. A PDF is read in a process of its own, which is ended when it takes
 * too long. Problems: those of `scanKind` and `readPdf`, `paper-scan-zero`, `paper-scan-damaged`,
 * `paper-scan-too-large` {size, limit}, `paper-scan-slow` {seconds}.
 */
export async function readScan(
  bytes: Uint8Array,
  spawn: SpawnWorker,
  limits: Limits = facts.limits,
): Promise<Result<ReadScan>> {
  if (bytes.length === 0) return fail(problem('paper-scan-zero'))
  const kind = scanKind(bytes)
  if (!kind.ok) return kind
  const pages = await pagesOf(kind.value, bytes, spawn, limits)
  return pages.ok ? ok({ kind: kind.value, pages: pages.value }) : pages
}

function pagesOf(
  kind: ScanKind,
  bytes: Uint8Array,
  spawn: SpawnWorker,
  limits: Limits,
): Promise<Result<readonly ScanPage[]>> | Result<readonly ScanPage[]> {
  switch (kind) {
    case 'PDF':
      return readInWorker({ bytes, limits }, spawn, limits.seconds)
    case 'PNG':
      return onePage(pngSize(bytes), limits)
    case 'JPEG':
      return onePage(jpegSize(bytes), limits)
    default:
      return assertNever(kind)
  }
}

function onePage(size: PictureSize | undefined, { maxMegapixels }: Limits): Result<readonly ScanPage[]> {
  if (!size) return fail(problem('paper-scan-damaged'))
  const megapixels = (size.width * size.height) / 1e6
  if (megapixels > maxMegapixels)
    return fail(
      problem('paper-scan-too-large', { size: `${size.width} × ${size.height}`, limit: maxMegapixels }),
    )
  return ok([{ ...size, pieces: [] }])
}

function readInWorker(
  order: ToScanWorker,
  spawn: SpawnWorker,
  seconds: number,
): Promise<Result<readonly ScanPage[]>> {
  const worker = spawn('scan')
  return new Promise((resolve) => {
    const end = (result: Result<readonly ScanPage[]>): void => {
      clearTimeout(timer)
      worker.kill()
      resolve(result)
    }
    const timer = setTimeout(() => end(fail(problem('paper-scan-slow', { seconds }))), seconds * 1000)
    worker.onMessage((message) => {
      const said = message as FromScanWorker
      end(said.kind === 'pages' ? ok(said.pages) : fail(said.problem))
    })
    // A bomb of a file ends its process by the memory it may have.
    worker.onExit(() => end(fail(problem('paper-scan-damaged'))))
    worker.send(order)
  })
}
