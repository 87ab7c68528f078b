import { Option } from 'commander'
import type { VehicleDetail } from '../../../shared/record/views.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { type Backend, vehicleIdOf } from '../backend.ts'
import { inWorkspace } from '../in-workspace.ts'
import { reasonText } from '../option-parsers.ts'
import type { Invocation } from '../options.ts'
import { type AddVerb, exitCodes } from '../verb.ts'
import { say, statusText } from '../words.ts'

const decisions = ['send-again', 'was-accepted', 'was-rejected'] as const
type Decision = (typeof decisions)[number]

/** What a person settles about a certificate that left the desk: a lost answer, a mistake, a correction. */
export const addVersions: AddVerb = (program, runtime) => {
  const decide = program
    .command('decide')
    .requiredOption('--vin <vin>')
    .addOption(new Option('--decision <decision>').choices(decisions).makeOptionMandatory())
    .requiredOption('--reason <text>', '', reasonText)
  inWorkspace(runtime, decide, async (backend, invocation) => {
    const { vin, decision, reason } = decide.opts<{ vin: string; decision: Decision; reason: string }>()
    return settle(backend, invocation, vin, (id) => backend.call('outbox/decide', { id, decision, reason }))
  })
  for (const verb of ['correct', 'redeliver', 'withdraw'] as const) {
    const command = program
      .command(verb)
      .requiredOption('--vin <vin>')
      .requiredOption('--reason <text>', '', reasonText)
    inWorkspace(runtime, command, async (backend, invocation) => {
      const { vin, reason } = command.opts<{ vin: string; reason: string }>()
      return settle(backend, invocation, vin, (id) => backend.call(`vehicle/${verb}`, { id, reason }))
    })
  }
}

async function settle(
  backend: Backend,
  { terminal, json, language }: Invocation,
  vin: string,
  ask: (id: number) => Promise<Result<VehicleDetail>>,
): Promise<Result<0>> {
  const id = await vehicleIdOf(backend, vin)
  if (!id.ok) return id
  const settled = await ask(id.value)
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
