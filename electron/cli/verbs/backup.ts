import { resolve } from 'node:path'
import { ok } from '../../../shared/result.ts'
import { restore } from '../../register/backup.ts'
import { inWorkspace } from '../in-workspace.ts'
import { type AddVerb, act, exitCodes } from '../verb.ts'
import { say } from '../words.ts'

export const addBackup: AddVerb = (program, runtime) => {
  const backup = program.command('backup')
  inWorkspace(runtime, backup, async (backend, invocation) => {
    const made = await backend.call('workspace/backup', {})
    if (!made.ok) return made
    invocation.terminal.out(invocation.json ? JSON.stringify(made.value) : made.value.file)
    return ok(exitCodes.done)
  })
  const command = program.command('restore').argument('<file>')
  act(runtime, command, async ({ workspace, terminal, json, language }) => {
    const [file = ''] = command.args
    const restored = restore(workspace, resolve(file), new Date().toISOString().replace(/[:.]/g, '-'))
    if (!restored.ok) return restored
    const { laidAside } = restored.value
    if (json) terminal.out(JSON.stringify(restored.value))
    else {
      terminal.out(say(language, 'restored', { folder: workspace }))
      if (laidAside) terminal.out(say(language, 'laid-aside', { file: laidAside }))
    }
    return ok(exitCodes.done)
  })
}
