import { Option } from 'commander'
import type { VehicleDetail } from '../../../shared/record/views.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { onVehicle } from '../in-workspace.ts'
import { reasonText } from '../option-parsers.ts'
import type { Invocation } from '../options.ts'
import { type AddVerb, type ExitCode, exitCodes } from '../verb.ts'
import { say, statusText } from '../words.ts'

const decisions = ['send-again', 'was-accepted', 'was-rejected'] as const
type Decision = (typeof decisions)[number]

/** What a person settles about a certificate that left the desk: a lost answer, a mistake, a correction. */
export const addSettling: AddVerb = (program, runtime) => {
  const decide = program
    .command('decide')
    .requiredOption('--vin <vin>')
    .addOption(new Option('--decision <decision>').choices(decisions).makeOptionMandatory())
    .requiredOption('--reason <text>', '', reasonText)
  onVehicle(runtime, decide, async (id, backend, invocation) => {
    const { decision, reason } = decide.opts<{ decision: Decision; reason: string }>()
    return tellSettled(await backend.call('outbox/decide', { id, decision, reason }), invocation)
  })
  for (const verb of ['correct', 'redeliver', 'withdraw'] as const) {
    const command = program
      .command(verb)
      .requiredOption('--vin <vin>')
      .requiredOption('--reason <text>', '', reasonText)
    onVehicle(runtime, command, async (id, backend, invocation) => {
      const { reason } = command.opts<{ reason: string }>()
      return tellSettled(await backend.call(`vehicle/${verb}`, { id, reason }), invocation)
    })
  }
}

function tellSettled(
  settled: Result<VehicleDetail>,
  { terminal, json, language }: Invocation,
): Result<ExitCode> {
  if (!settled.ok) return settled
  const { row, reference } = settled.value
  const { status, version } = row
  terminal.out(
    json
      ? JSON.stringify({ vin: row.vin, status, version, reference })
      : [row.vin, statusText(status, language), say(language, 'version', { version }), reference].join('  '),
  )
  return ok(exitCodes.done)
}
