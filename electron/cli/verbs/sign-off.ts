import { ok } from '../../../shared/result.ts'
import { onVehicle } from '../in-workspace.ts'
import { reasonText } from '../option-parsers.ts'
import { type AddVerb, exitCodes } from '../verb.ts'

export const addSignOff: AddVerb = (program, runtime) => {
  const command = program
    .command('sign-off')
    .requiredOption('--vin <vin>')
    .requiredOption('--path <path>')
    .requiredOption('--reason <text>', '', reasonText)
  onVehicle(runtime, command, async (id, backend, invocation) => {
    const { vin, path, reason } = command.opts<{ vin: string; path: string; reason: string }>()
    const given = await backend.call('vehicle/sign-off', { id, path, reason })
    if (!given.ok) return given
    const { terminal, json } = invocation
    terminal.out(json ? JSON.stringify(given.value) : `${vin}  ${path}  ${given.value.person}: ${reason}`)
    return ok(exitCodes.done)
  })
}
