import type { Language } from '../../shared/messages.ts'
import { speakHelp } from './help.ts'
import type { Runtime } from './verb.ts'
import { VerbCommand } from './verb-command.ts'
import { verbs } from './verbs.ts'

/**
 * `bodymark` with all its verbs, its help in a language. What it does not understand it throws as a `UsageError`; it
 * ends by commander's exception where commander has the last word, as after `--help`.
 */
export function createProgram(runtime: Runtime, language: Language): VerbCommand {
  const program = new VerbCommand('bodymark')
    .option('--workspace <dir>')
    .option('--json')
    .option('--lang <language>')
    .option('--as <name>')
    .option('--pin-stdin')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => runtime.terminal.out(text.trimEnd()),
      writeErr: (text) => runtime.terminal.err(text.trimEnd()),
    })
  for (const addVerb of verbs) addVerb(program, runtime)
  speakHelp(program, language)
  return program
}
