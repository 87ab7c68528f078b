import { ok } from '../../../shared/result.ts'
import { vehicleIdOf, withBackend } from '../backend.ts'
import { reasonText } from '../option-parsers.ts'
import { type AddVerb, action, exitCodes } from '../verb.ts'

export const addSignOff: AddVerb = (program, runtime) => {
  const command = program
    .command('sign-off')
    .description('answer for a value out of tolerance, as a person with the right to it (--as NAME)')
    .requiredOption('--vin <vin>', 'vehicle')
    .requiredOption('--path <path>', 'field')
    .requiredOption('--reason <text>', 'why it is right', reasonText)
    .addHelpText(
      'after',
      '\nExample:\n  bodymark sign-off --as "Ada Lindt" --vin ZZBFC35A0T1000101 --path CocDataGroup/MassGroup/MassInRunningOrder --reason "weighed twice"',
    )
  command.action(
    action(runtime, command, (invocation) =>
      withBackend(invocation, async (backend) => {
        const { vin, path, reason } = command.opts<{ vin: string; path: string; reason: string }>()
        const id = await vehicleIdOf(backend, vin)
        if (!id.ok) return id
        const given = await backend.call('vehicle/sign-off', { id: id.value, path, reason })
        if (!given.ok) return given
        const { terminal, json } = invocation
        terminal.out(json ? JSON.stringify(given.value) : `${vin}  ${path}  ${given.value.person}: ${reason}`)
        return ok(exitCodes.done)
      }),
    ),
  )
}
