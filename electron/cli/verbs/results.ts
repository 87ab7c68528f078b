import { resolve } from 'node:path'
import { ok } from '../../../shared/result.ts'
import { onVehicle } from '../in-workspace.ts'
import { type AddVerb, exitCodes } from '../verb.ts'
import { say } from '../words.ts'

export const addResults: AddVerb = (program, runtime) => {
  const results = program.command('results')
  const command = results.command('add').argument('<file>').requiredOption('--vin <vin>')
  onVehicle(runtime, command, async (id, backend, invocation) => {
    const { vin } = command.opts<{ vin: string }>()
    const added = await backend.call('vehicle/add-result', {
      id,
      file: { path: resolve(command.args[0] ?? '') },
    })
    if (!added.ok) return added
    const { terminal, json, language } = invocation
    const { tool, sha256, values } = added.value
    const lines = [
      say(language, 'result-kept', { vin, tool, sha256, count: values.length }),
      ...values.map(({ path, value }) => `  ${path} = ${value}`),
    ]
    terminal.out(json ? JSON.stringify(added.value, null, 2) : lines.join('\n'))
    return ok(exitCodes.done)
  })
}
