import { statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { PrintedFile } from '../../shared/print/channels.ts'
import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { printLanguages } from '../print/words.ts'
import type { Invocation } from './options.ts'
import { type ExitCode, exitCodes, tell } from './verb.ts'
import { withWords } from './words.ts'
import { makeOutputFolder, writeNew } from './write-output.ts'

export interface SaveOptions {
  readonly output?: string
  readonly overwrite?: boolean
}

/** A PDF that is ready to be kept. */
export type ToSave = Omit<PrintedFile, 'base64'> & { readonly bytes: Uint8Array }

/** Keeps PDFs one by one; what was kept or refused is told at the end, or as it happens where people read along. */
export interface PrintRun {
  save(printed: Result<ToSave>): void
  end(): ExitCode
}

/** The language asked for; else the one that the command line speaks, where there are words for paper in it. */
export function contentLanguage(asked: string | undefined, { language }: Invocation): string {
  return asked ?? (printLanguages.includes(language) ? language : 'en')
}

/**
 * Begins a run that keeps `count` PDFs or more. `line` says in words what was kept.
 * Problems: `print-folder-needed`, those of `makeOutputFolder`.
 */
export function beginPrinting(
  { output, overwrite = false }: SaveOptions,
  count: number,
  invocation: Invocation,
  line: (printed: ToSave, file: string) => string,
): Result<PrintRun> {
  const folder = output === undefined ? '.' : folderOf(output)
  if (folder === undefined && count > 1)
    return fail(problem('print-folder-needed', { file: output ?? '', count }, {}, false))
  const ready = folder === undefined || output === undefined ? ok(null) : makeOutputFolder(folder)
  if (!ready.ok) return ready
  const { terminal, json, language } = invocation
  const told: object[] = []
  let exit: ExitCode = exitCodes.done
  return ok({
    save(printed) {
      const file = printed.ok
        ? resolve(folder === undefined ? (output ?? '') : join(folder, printed.value.name))
        : ''
      const kept = printed.ok ? writeNew(file, printed.value.bytes, overwrite) : printed
      if (!kept.ok) {
        exit = exitCodes.unusable
        if (json) told.push({ problem: withWords(kept.problem, language) })
        else tell(invocation, kept.problem)
      } else if (printed.ok) {
        const { pages, sha256, standing } = printed.value
        if (json) told.push({ file, pages, sha256, standing })
        else terminal.out(line(printed.value, file))
      }
    },
    end() {
      if (json) terminal.out(JSON.stringify(told, null, 2))
      return exit
    },
  })
}

/** A folder is one that exists, or what ends like one. */
function folderOf(output: string): string | undefined {
  const isFolder = /[/\\]$/.test(output) || statSync(output, { throwIfNoEntry: false })?.isDirectory()
  return isFolder ? resolve(output) : undefined
}
