import type { Command } from 'commander'
import type { Problem } from '../../shared/problem.ts'
import type { Result } from '../../shared/result.ts'
import { type GlobalOptions, type Invocation, invocationOf } from './options.ts'
import type { Terminal } from './terminal.ts'
import { problemText } from './words.ts'

/** Exit codes of every verb: done, done with errors found or something refused, could not be done at all. */
export const exitCodes = { done: 0, refused: 1, unusable: 2 } as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** Adds one verb to the program. */
export type AddVerb = (program: Command, runtime: Runtime) => void

export interface Runtime {
  readonly terminal: Terminal
  /** The exit code of the process is the highest of what verbs say. */
  exit(code: ExitCode): void
}

/** A verb's body with its invocation; a problem it answers is told and ends with `unusable`. */
export function action(
  runtime: Runtime,
  command: Command,
  body: (invocation: Invocation) => Promise<Result<ExitCode>>,
): () => Promise<void> {
  return async () => {
    const invocation = invocationOf(command.optsWithGlobals<GlobalOptions>(), runtime.terminal)
    const done = await body(invocation)
    if (done.ok) runtime.exit(done.value)
    else {
      tell(invocation, done.problem)
      runtime.exit(exitCodes.unusable)
    }
  }
}

/** A problem for people on stderr; for machines as JSON on stdout too, so that a script can read why. */
export function tell(invocation: Invocation, problem: Problem): void {
  invocation.terminal.err(problemText(problem, invocation.language))
  if (invocation.json) invocation.terminal.out(JSON.stringify({ problem }))
}
