import { ok } from '../../../shared/result.ts'
import { inWorkspace } from '../in-workspace.ts'
import { type AddVerb, exitCodes } from '../verb.ts'
import { statusText } from '../words.ts'

export const addVehicle: AddVerb = (program, runtime) => {
  const vehicle = program.command('vehicle')
  const command = vehicle
    .command('add')
    .requiredOption('--vin <vin>')
    .option('--order <number>', '', '')
    .option('--category <code>', '', '')
    .option('--variant <id>', '', '')
    .option('--stage <code>', '', '')
  inWorkspace(runtime, command, async (backend, invocation) => {
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
  })
}
