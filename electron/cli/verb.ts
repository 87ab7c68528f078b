import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { type Problem, problem } from '../../shared/problem.ts'
import { fail, type Result } from '../../shared/result.ts'
import { openLog } from '../host/log-file.ts'
import { problemOfStorage } from '../register/errors.ts'
import { chooseLanguage, systemLanguage } from './choose-language.ts'
import { type GlobalOptions, type Invocation, invocationOf, workspaceOf } from './options.ts'
import type { Terminal } from './terminal.ts'
import type { VerbCommand } from './verb-command.ts'
import { problemText, withWords } from './words.ts'

/** Exit codes of every verb: done, done with errors found or something refused, could not be done at all. */
export const exitCodes = { done: 0, refused: 1, unusable: 2 } as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** Adds one verb to the program: its name, arguments and options; their words stand in `schemas/messages`. */
export type AddVerb = (program: VerbCommand, runtime: Runtime) => void

export interface Runtime {
  readonly terminal: Terminal
  /** The exit code of the process is the highest of what verbs say. */
  exit(code: ExitCode): void
}

/** A verb's body: it answers the exit code, or the problem that kept it from being done. */
export type Body = (invocation: Invocation) => Promise<Result<ExitCode>>

/**
 * What a verb does; a problem it answers is told and ends with `unusable`. Where `--lang` says what the verb is about,
 * the words are in the system's language.
 */
export function act(
  runtime: Runtime,
  command: VerbCommand,
  body: Body,
  { langIsSubject = false } = {},
): void {
  command.action(async () => {
    command.checkRequired()
    const options = command.optsWithGlobals<GlobalOptions>()
    const chosen = chooseLanguage(langIsSubject ? undefined : options.lang, workspaceOf(options))
    const language = chosen.ok ? chosen.value : systemLanguage()
    const invocation = invocationOf(options, language, runtime.terminal)
    const done = chosen.ok ? await told(invocation, body) : chosen
    if (done.ok) runtime.exit(done.value)
    else {
      tell(invocation, done.problem)
      runtime.exit(exitCodes.unusable)
    }
  })
}

/** Nothing thrown reaches the caller: the disk's own failures have words, a bug gets an id and a line in the log. */
async function told(invocation: Invocation, body: Body): Promise<Result<ExitCode>> {
  try {
    return await body(invocation)
  } catch (error) {
    const known = problemOfStorage(error, invocation.workspace)
    if (known) return fail(known)
    const { workspace } = invocation
    const log = openLog(existsSync(workspace) ? workspace : tmpdir())
    return fail(problem('unexpected', { id: log.unexpected(error) }, {}, false))
  }
}

/** A problem for people on stderr; for machines as JSON on stdout too, so that a script can read why. */
export function tell(
  { terminal, json, language }: Pick<Invocation, 'terminal' | 'json' | 'language'>,
  because: Problem,
): void {
  terminal.err(problemText(because, language))
  if (json) terminal.out(JSON.stringify({ problem: withWords(because, language) }))
}
