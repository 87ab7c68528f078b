import { run } from './run.ts'
import { systemTerminal } from './terminal.ts'

/** `bodymark …`: the same handlers as the screens', as commands. */

// A reader such as `head` that has seen enough closes the pipe; that is its right and no failure of ours.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit()
  })

process.exitCode = await run(process.argv.slice(2), systemTerminal)
