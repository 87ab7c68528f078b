import { ok } from '../../../shared/result.ts'
import { withBackend } from '../backend.ts'
import { type AddVerb, action, exitCodes } from '../verb.ts'
import { statusText } from '../words.ts'

export const addVehicle: AddVerb = (program, runtime) => {
  const example =
    '\nExample:\n  bodymark vehicle add --vin ZZBFC35A0T1000101 --category N1 --variant KIPPER --order 4711'
  const vehicle = program
    .command('vehicle')
    .description('vehicles that no list brings')
    .addHelpText('after', example)
  const command = vehicle
    .command('add')
    .description('add one vehicle; a base eCoC of its VIN that came before is linked at once')
    .requiredOption('--vin <vin>', '17 characters')
    .option('--order <number>', 'order number', '')
    .option('--category <code>', 'category, such as N1; without it base or variant say it', '')
    .option('--variant <id>', 'body variant', '')
    .option(
      '--stage <code>',
      'C for a vehicle built whole, which has no base; else it follows from base and body',
      '',
    )
    .addHelpText('after', example)
  command.action(
    action(runtime, command, (invocation) =>
      withBackend(invocation, async (backend) => {
        const { variant, ...said } = command.opts<{
          vin: string
          order: string
          category: string
          variant: string
          stage: string
        }>()
        const added = await backend.call('vehicle/add', { ...said, variantId: variant })
        if (!added.ok) return added
        const { terminal, json, language } = invocation
        const { row } = added.value
        terminal.out(json ? JSON.stringify(row, null, 2) : `${row.vin}  ${statusText(row.status, language)}`)
        return ok(exitCodes.done)
      }),
    ),
  )
}
