import { ok } from '../../../shared/result.ts'
import { withBackend } from '../backend.ts'
import { type AddVerb, action, exitCodes } from '../verb.ts'
import { problemText } from '../words.ts'

export const addWriteBack: AddVerb = (program, runtime) => {
  const command = program
    .command('write-back')
    .description('write states and reasons into a copy of each source spreadsheet and a result CSV')
    .option('--profile <id>', 'only the sources of one mapping profile')
    .addHelpText('after', '\nExample:\n  bodymark write-back --profile workshop')
  command.action(
    action(runtime, command, (invocation) =>
      withBackend(invocation, async (backend) => {
        const { profile } = command.opts<{ profile?: string }>()
        const written = await backend.call('write-back/run', { profile })
        if (!written.ok) return written
        const { terminal, json, language } = invocation
        if (json) terminal.out(JSON.stringify(written.value, null, 2))
        else
          for (const { source, csv, sheet, problem } of written.value) {
            terminal.out([source, csv, sheet].filter(Boolean).join('\n  '))
            if (problem) terminal.out(problemText(problem, language))
          }
        return ok(exitCodes.done)
      }),
    ),
  )
}
