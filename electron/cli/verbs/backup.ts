import { resolve } from 'node:path'
import { ok } from '../../../shared/result.ts'
import { restore } from '../../register/backup.ts'
import { withBackend } from '../backend.ts'
import { type AddVerb, action, exitCodes } from '../verb.ts'
import { say } from '../words.ts'

export const addBackup: AddVerb = (program, runtime) => {
  const backup = program
    .command('backup')
    .description('make a checked copy of the register, also while the app is closed')
    .addHelpText('after', '\nExample:\n  bodymark backup --workspace ./works')
  backup.action(
    action(runtime, backup, (invocation) =>
      withBackend(invocation, async (backend) => {
        const made = await backend.call('workspace/backup', {})
        if (!made.ok) return made
        invocation.terminal.out(invocation.json ? JSON.stringify(made.value) : made.value.file)
        return ok(exitCodes.done)
      }),
    ),
  )
  const command = program
    .command('restore')
    .argument('<file>', 'backup of a register')
    .description("put a backup in the register's place; the register of before is laid aside")
    .addHelpText(
      'after',
      '\nExample:\n  bodymark restore works/backups/register-2026-11-22.sqlite --workspace ./works',
    )
  command.action(
    action(runtime, command, async ({ workspace, terminal, json, language }) => {
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
    }),
  )
}
