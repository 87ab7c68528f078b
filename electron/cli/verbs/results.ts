import { resolve } from 'node:path'
import { ok } from '../../../shared/result.ts'
import { vehicleIdOf, withBackend } from '../backend.ts'
import { type AddVerb, action, exitCodes } from '../verb.ts'
import { say } from '../words.ts'

export const addResults: AddVerb = (program, runtime) => {
  const results = program
    .command('results')
    .description('CO2 and energy out of the files of the WLTP and trailer tools')
    .addHelpText('after', '\nExample:\n  bodymark results add wltp.xml --vin ZZBFC35A0T1000101')
  const command = results
    .command('add')
    .argument('<file>', "the tool's file: XML, CSV, or JSON with values typed from a PDF")
    .description('take the results of this vehicle; the file is kept unchanged')
    .requiredOption('--vin <vin>', 'vehicle; the file names the same')
    .addHelpText(
      'after',
      `
Values typed from a PDF (names as in schemas/results/, the certificate's own names too):
  { "VIN": "ZZBFC35A0T1000101", "CO2Combined": 262, "TestMass": 2902.4, "F0": 190.5, "F1": 1.02, "F2": 0.0642 }

Example:
  bodymark results add wltp.xml --vin ZZBFC35A0T1000101`,
    )
  command.action(
    action(runtime, command, (invocation) =>
      withBackend(invocation, async (backend) => {
        const { vin } = command.opts<{ vin: string }>()
        const id = await vehicleIdOf(backend, vin)
        if (!id.ok) return id
        const added = await backend.call('vehicle/add-result', {
          id: id.value,
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
      }),
    ),
  )
}
