import { createHash } from 'node:crypto'
import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { SheetRow } from '../../shared/spreadsheet/cell.ts'
import type { WorkerPort } from '../ports.ts'
import { type ClosableSource, fileSource, memorySource } from './byte-source.ts'
import { detectFormat } from './detect-format.ts'
import type { SheetLimits } from './limits.ts'
import { openCsv } from './read-csv.ts'
import { openWorkbook } from './read-xlsx.ts'
import {
  batchesUnderway,
  type FromSheetWorker,
  type SheetFile,
  type SheetInfo,
  type SheetOptions,
  type ToSheetWorker,
} from './sheet-protocol.ts'

const aliveEvery = 4 * 1024 * 1024
const hashStep = 1024 * 1024

interface Opened {
  readonly info: Omit<SheetInfo, 'sha256'>
  readonly rows: AsyncGenerator<Result<readonly SheetRow[]>>
}

async function sha256(source: ClosableSource): Promise<string> {
  const hash = createHash('sha256')
  for (let at = 0; at < source.size; at += hashStep) hash.update(await source.read(at, hashStep))
  return hash.digest('hex')
}

async function openFile(
  source: ClosableSource,
  options: SheetOptions,
  limits: SheetLimits,
  onProgress: (amount: number) => void,
): Promise<Result<Opened>> {
  const format = await detectFormat(source, limits)
  if (!format.ok) return format
  if (format.value.kind === 'csv') {
    const csv = await openCsv(source, options.csv ?? {}, limits, onProgress)
    if (!csv.ok) return csv
    const { rows, ...facts } = csv.value
    return ok({ info: { format: 'csv', sheet: '', sheets: [], ...facts }, rows })
  }
  const book = await openWorkbook(source, format.value.directory, options.sheet, limits, onProgress)
  if (!book.ok) return book
  const { rows, ...facts } = book.value
  return ok({ info: { format: 'xlsx', ...facts }, rows })
}

function sourceOf(file: SheetFile): Promise<Result<ClosableSource>> | Result<ClosableSource> {
  return 'path' in file ? fileSource(file.path) : ok(memorySource(file.bytes))
}

/** The process that reads one file from outside. It knows the file and nothing else, and may be killed at any time. */
export function runSheetWorker(port: WorkerPort): void {
  const say = (message: FromSheetWorker): void => port.send(message)
  let underway = 0
  let wake: (() => void) | undefined

  const deliver = async (rows: readonly SheetRow[]): Promise<void> => {
    while (underway >= batchesUnderway) {
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
    underway += 1
    say({ kind: 'rows', rows })
  }

  const readFrom = async (
    source: ClosableSource,
    { options, limits }: ToSheetWorker & { kind: 'open' },
  ): Promise<Result<void>> => {
    let since = 0
    const onProgress = (amount: number): void => {
      since += amount
      if (since < aliveEvery) return
      since = 0
      say({ kind: 'alive' })
    }
    const opened = await openFile(source, options, limits, onProgress)
    if (!opened.ok) return opened
    say({ kind: 'opened', info: { ...opened.value.info, sha256: await sha256(source) } })
    let total = 0
    for await (const batch of opened.value.rows) {
      if (!batch.ok) return batch
      total += batch.value.length
      if (total > limits.maxRows) return fail(problem('sheet-too-long', { limit: limits.maxRows }, {}, false))
      await deliver(batch.value)
    }
    return ok(undefined)
  }

  const read = async (order: ToSheetWorker & { kind: 'open' }): Promise<Result<void>> => {
    const source = await sourceOf(order.file)
    if (!source.ok) return source
    try {
      return await readFrom(source.value, order)
    } finally {
      await source.value.close()
    }
  }

  port.onMessage((message) => {
    const said = message as ToSheetWorker
    if (said.kind === 'taken') {
      underway -= 1
      wake?.()
      return
    }
    read(said).then(
      (outcome) => say(outcome.ok ? { kind: 'end' } : { kind: 'problem', problem: outcome.problem }),
      (error: unknown) => {
        // A bug of ours or of a library must not look like the end of a file.
        const detail = error instanceof Error ? error.message : String(error)
        say({ kind: 'problem', problem: problem('sheet-reader-failed', { detail }, {}, false) })
      },
    )
  })
}
