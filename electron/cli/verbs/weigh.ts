import { ok } from '../../../shared/result.ts'
import { assignments, collect } from '../assignments.ts'
import { onVehicle } from '../in-workspace.ts'
import { type AddVerb, exitCodes } from '../verb.ts'

export const addWeigh: AddVerb = (program, runtime) => {
  const command = program
    .command('weigh')
    .requiredOption('--vin <vin>')
    .requiredOption('--slip <number>')
    .requiredOption('--day <date>')
    .requiredOption('--set <path=value>', '', collect, [])
  onVehicle(runtime, command, async (id, backend, invocation) => {
    const { vin, slip, day, set } = command.opts<{
      vin: string
      slip: string
      day: string
      set: readonly string[]
    }>()
    const values = assignments(set)
    if (!values.ok) return values
    const weighed = await backend.call('vehicle/weigh', {
      id,
      slip,
      day,
      values: [...values.value],
    })
    if (!weighed.ok) return weighed
    const { terminal, json } = invocation
    const lines = values.value.map(({ path, value }) => `${vin}  ${path}  ${value ?? '–'}  (${slip}, ${day})`)
    terminal.out(json ? JSON.stringify(weighed.value.drift, null, 2) : lines.join('\n'))
    return ok(exitCodes.done)
  })
}
