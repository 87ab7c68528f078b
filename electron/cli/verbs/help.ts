import type { Command } from 'commander'
import type { AddVerb } from '../verb.ts'
import { unknownVerb } from '../verb-command.ts'

/** `help schema add` is `schema add --help`. */
export const addHelp: AddVerb = (program) => {
  const command = program.helpCommand(false).command('help').argument('[words...]')
  command.action(() => {
    let verb: Command = program
    for (const word of command.args) {
      const below = verb.commands.find((each) => each.name() === word)
      if (!below) throw unknownVerb(word, verb)
      verb = below
    }
    verb.outputHelp()
  })
}
