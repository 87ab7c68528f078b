import { ok } from '../../../shared/result.ts'
import { inWorkspace } from '../in-workspace.ts'
import { type AddVerb, exitCodes } from '../verb.ts'
import { problemText } from '../words.ts'

export const addWriteBack: AddVerb = (program, runtime) => {
  const command = program.command('write-back').option('--profile <id>')
  inWorkspace(runtime, command, async (backend, invocation) => {
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
  })
}
