import { basename } from 'node:path'
import { type Problem, problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { SheetRow } from '../../shared/spreadsheet/cell.ts'
import type { SpawnWorker } from '../ports.ts'
import { defaultLimits, type SheetLimits } from './limits.ts'
import type { FromSheetWorker, SheetFile, SheetInfo, SheetOptions } from './sheet-protocol.ts'

export interface OpenSheet {
  /** Name of the file without its folder. */
  readonly file: string
  readonly info: SheetInfo
  /**
   * Batches of rows in order, read on as they are taken. The last one may be a problem: what came before it is good.
   * Leaving the loop ends the reading.
   */
  readonly batches: AsyncIterable<Result<readonly SheetRow[]>>
  /** Ends the reading process; harmless when it has ended. */
  close(): void
}

/** Messages in order, with a deadline for the silence between them and for all waiting together. */
function startInbox(
  spawn: SpawnWorker,
  limits: SheetLimits,
): {
  readonly send: (message: unknown) => void
  readonly next: () => Promise<FromSheetWorker>
  readonly close: () => void
} {
  const worker = spawn('sheet')
  const waiting: FromSheetWorker[] = []
  let deliver: ((message: FromSheetWorker) => void) | undefined
  let waited = 0
  const put = (message: FromSheetWorker): void => {
    if (deliver) deliver(message)
    else waiting.push(message)
  }
  worker.onMessage((message) => put(message as FromSheetWorker))
  worker.onExit(() => put({ kind: 'problem', problem: problem('sheet-reader-stopped', {}, {}, false) }))

  const next = (): Promise<FromSheetWorker> => {
    const message = waiting.shift()
    if (message) return Promise.resolve(message)
    return new Promise((resolve) => {
      const started = performance.now()
      const patience = Math.min(limits.idleMilliseconds, Math.max(0, limits.totalMilliseconds - waited))
      const timer = setTimeout(() => {
        worker.kill()
        const seconds = Math.round((waited + patience) / 1000)
        put({ kind: 'problem', problem: problem('sheet-reader-slow', { seconds }, {}, false) })
      }, patience)
      deliver = (came) => {
        clearTimeout(timer)
        deliver = undefined
        waited += performance.now() - started
        resolve(came)
      }
    })
  }
  return { send: (message) => worker.send(message), next, close: () => worker.kill() }
}

/**
 * Opens a spreadsheet or a text file in a process of its own and answers what it is, before its rows. A file that
 * is no such thing, is locked, encrypted, damaged or too big has a problem of its own (area `intake`).
 */
export async function readSheet(
  file: SheetFile,
  options: SheetOptions,
  spawn: SpawnWorker,
  limits: SheetLimits = defaultLimits,
): Promise<Result<OpenSheet>> {
  const name = 'path' in file ? basename(file.path) : file.name
  const located = (found: Problem): Problem => ({
    ...found,
    args: { file: name, ...found.args },
    where: { ...found.where, file: name },
  })
  const size = 'bytes' in file ? file.bytes.byteLength : 0
  if (size > limits.maxFileBytes) {
    const limit = `${Math.round(limits.maxFileBytes / 1024 / 1024)} MB`
    return fail(
      located(problem('file-too-big', { size: `${Math.ceil(size / 1024 / 1024)} MB`, limit }, {}, false)),
    )
  }
  const inbox = startInbox(spawn, limits)
  inbox.send({ kind: 'open', file, options, limits })
  let first = await inbox.next()
  while (first.kind === 'alive') first = await inbox.next()
  if (first.kind !== 'opened') {
    inbox.close()
    return fail(located(first.kind === 'problem' ? first.problem : problem('sheet-reader-stopped')))
  }

  async function* batches(): AsyncGenerator<Result<readonly SheetRow[]>> {
    try {
      for (;;) {
        const message = await inbox.next()
        if (message.kind === 'end') return
        if (message.kind === 'problem') {
          yield fail(located(message.problem))
          return
        }
        if (message.kind === 'rows') {
          yield ok(message.rows)
          inbox.send({ kind: 'taken' })
        }
      }
    } finally {
      inbox.close()
    }
  }
  return ok({ file: name, info: first.info, batches: batches(), close: inbox.close })
}
