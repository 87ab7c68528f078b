import { parseArgs } from 'node:util'
import type { Language } from '../../shared/messages.ts'
import { chooseLanguage, systemLanguage } from './choose-language.ts'
import { usageLine } from './help.ts'
import { workspaceOf } from './options.ts'
import { createProgram } from './program.ts'
import type { Terminal } from './terminal.ts'
import { UsageError } from './usage-error.ts'
import { type ExitCode, exitCodes, tell } from './verb.ts'

/** Runs `bodymark …` with these arguments; answers the exit status, the highest that a verb said. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  let exit: number = exitCodes.done
  const { language, json } = asked(args)
  const runtime = {
    terminal,
    exit: (code: ExitCode) => {
      exit = Math.max(exit, code)
    },
  }
  try {
    await createProgram(runtime, language).parseAsync(args, { from: 'user' })
  } catch (error) {
    if (error instanceof UsageError) {
      tell({ terminal, json, language }, error.problem)
      terminal.err(usageLine(error.command, language))
      return exitCodes.unusable
    }
    if (isCommanderEnd(error)) return error.exitCode === 0 ? exitCodes.done : exitCodes.unusable
    throw error
  }
  return exit
}

/** In which language help and what is not understood are told, and whether to a machine: before anything is parsed. */
export function asked(args: readonly string[]): { readonly language: Language; readonly json: boolean } {
  const { values } = parseArgs({
    args: [...args],
    options: { lang: { type: 'string' }, workspace: { type: 'string' }, json: { type: 'boolean' } },
    strict: false,
  })
  const workspace = workspaceOf(typeof values.workspace === 'string' ? { workspace: values.workspace } : {})
  const chosen = chooseLanguage(typeof values.lang === 'string' ? values.lang : undefined, workspace)
  return { language: chosen.ok ? chosen.value : systemLanguage(), json: values.json === true }
}

/** Commander ends by an exception, also after `--help`. */
function isCommanderEnd(error: unknown): error is Error & { readonly exitCode: number } {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('commander.')
}
