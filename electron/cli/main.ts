import { problem } from '../../shared/problem.ts'
import { asked, run } from './run.ts'
import { systemTerminal } from './terminal.ts'
import { exitCodes, tell } from './verb.ts'

/** `bodymark …`: the same handlers as the screens', as commands. */
const args = process.argv.slice(2)

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader such as `head` that has seen enough closes the pipe; that is its right and no failure of ours.
  if (error.code === 'EPIPE') process.exit()
  const lost = problem('answer-lost', { cause: error.code ?? error.message })
  tell({ ...asked(args), json: false, terminal: systemTerminal }, lost)
  process.exit(exitCodes.unusable)
})
// Where not even a problem can be told, the exit code tells it.
process.stderr.on('error', ({ code }: NodeJS.ErrnoException) => {
  process.exit(code === 'EPIPE' ? undefined : exitCodes.unusable)
})

process.exitCode = await run(args, systemTerminal)
