import { ok } from '../../../shared/result.ts'
import { assignments, collect } from '../assignments.ts'
import { vehicleIdOf, withBackend } from '../backend.ts'
import { type AddVerb, action, exitCodes } from '../verb.ts'

export const addWeigh: AddVerb = (program, runtime) => {
  const command = program
    .command('weigh')
    .description('keep masses, axle loads or dimensions of a finished vehicle with the slip that proves them')
    .requiredOption('--vin <vin>', 'vehicle')
    .requiredOption('--slip <number>', 'number of the slip')
    .requiredOption('--day <date>', 'day of the weighing, YYYY-MM-DD')
    .requiredOption('--set <path=value>', 'a weighed value; an empty one takes it back', collect, [])
    .addHelpText(
      'after',
      '\nExample:\n  bodymark weigh --vin ZZBFC35A0T1000101 --slip W-2207 --day 2026-11-20 --set CocDataGroup/MassGroup/ActualMass=2645',
    )
  command.action(
    action(runtime, command, (invocation) =>
      withBackend(invocation, async (backend) => {
        const { vin, slip, day, set } = command.opts<{
          vin: string
          slip: string
          day: string
          set: readonly string[]
        }>()
        const values = assignments(set)
        if (!values.ok) return values
        const id = await vehicleIdOf(backend, vin)
        if (!id.ok) return id
        const weighed = await backend.call('vehicle/weigh', {
          id: id.value,
          slip,
          day,
          values: [...values.value],
        })
        if (!weighed.ok) return weighed
        const { terminal, json } = invocation
        const lines = values.value.map(
          ({ path, value }) => `${vin}  ${path}  ${value ?? '–'}  (${slip}, ${day})`,
        )
        terminal.out(json ? JSON.stringify(weighed.value.drift, null, 2) : lines.join('\n'))
        return ok(exitCodes.done)
      }),
    ),
  )
}
