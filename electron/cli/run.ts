import { createProgram } from './program.ts'
import type { Terminal } from './terminal.ts'
import { type ExitCode, exitCodes } from './verb.ts'

/** Runs `bodymark …` with these arguments; answers the exit status, the highest that a verb said. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  let exit: number = exitCodes.done
  const program = createProgram({
    terminal,
    exit: (code: ExitCode) => {
      exit = Math.max(exit, code)
    },
  })
  try {
    await program.parseAsync(args, { from: 'user' })
  } catch (error) {
    if (isCommanderEnd(error)) return error.exitCode === 0 ? exitCodes.done : exitCodes.unusable
    throw error
  }
  return exit
}

/** Commander ends by an exception, also after `--help`. */
function isCommanderEnd(error: unknown): error is Error & { readonly exitCode: number } {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('commander.')
}
