import { Command } from 'commander'
import type { Runtime } from './verb.ts'
import { verbs } from './verbs.ts'

/** `bodymark` with all its verbs. It ends by commander's exception where commander has the last word, as after `--help`. */
export function createProgram(runtime: Runtime): Command {
  const program = new Command('bodymark')
    .description('Finishes electronic Certificates of Conformity (eCoC, IVI 2.0) of multi-stage vehicles.')
    .option('--workspace <dir>', 'folder of the register (default: workspace/main, or BODYMARK_WORKSPACE)')
    .option('--json', 'answer for machines')
    .option('--lang <language>', 'language of the words: en, de, or one that was added to the workspace')
    .option('--as <name>', 'person of the company who acts; asks for their PIN where they have one')
    .option('--pin-stdin', 'read the PIN or password from the first line of standard input')
    .showHelpAfterError('(--help tells more)')
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => runtime.terminal.out(text.trimEnd()),
      writeErr: (text) => runtime.terminal.err(text.trimEnd()),
    })
    .exitOverride()
    .addHelpText(
      'after',
      `
Exit status: 0 done, 1 errors were found or something was refused, 2 it could not be done.

Examples:
  bodymark check certificate.xml
  bodymark import vehicles.xlsx --profile workshop --workspace ./works
  bodymark complete --vin ZZBFC35A0T1000101 --variant KIPPER --workspace ./works
  bodymark sign --all --key p12:seal.p12 --workspace ./works
  bodymark submit --all --nap demo --workspace ./works`,
    )
  for (const addVerb of verbs) addVerb(program, runtime)
  return program
}
