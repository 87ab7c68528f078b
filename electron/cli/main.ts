import { createProgram } from './program.ts'
import { systemTerminal } from './terminal.ts'
import { type ExitCode, exitCodes } from './verb.ts'

/** `bodymark …`: the same handlers as the screens', as commands. */
async function main(): Promise<number> {
  let exit: number = exitCodes.done
  const runtime = {
    terminal: systemTerminal,
    exit: (code: ExitCode) => {
      exit = Math.max(exit, code)
    },
  }
  const program = createProgram(runtime)
  try {
    await program.parseAsync()
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

// A reader such as `head` that has seen enough closes the pipe; that is its right and no failure of ours.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit()
  })

process.exitCode = await main()
