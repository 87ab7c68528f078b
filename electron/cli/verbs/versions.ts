import { Option } from 'commander'
import type { VehicleDetail } from '../../../shared/record/views.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { type Backend, vehicleIdOf, withBackend } from '../backend.ts'
import { reasonText } from '../option-parsers.ts'
import type { Invocation } from '../options.ts'
import { type AddVerb, action, exitCodes } from '../verb.ts'
import { say, statusText } from '../words.ts'

const decisions = ['send-again', 'was-accepted', 'was-rejected'] as const
type Decision = (typeof decisions)[number]

const descriptions = {
  correct:
    'open a new version after an answer: new reference, next version number, same release; only what changes is asked for again',
  redeliver:
    'send again what was rejected for a cause outside of its content: same bytes, reference, version and moment',
  withdraw: 'take back what was signed and not sent; its bytes stay, a new draft gets a new reference',
} as const
const reasons = {
  correct: 'wrong extension',
  redeliver: 'the access point had lost the base vehicle',
  withdraw: 'signed too early',
} as const

/** What a person settles about a certificate that left the desk: a lost answer, a mistake, a correction. */
export const addVersions: AddVerb = (program, runtime) => {
  const decide = program
    .command('decide')
    .description('settle a lost answer, where the authority does not call sending again safe')
    .requiredOption('--vin <vin>', 'vehicle')
    .addOption(
      new Option('--decision <decision>', 'what is to be done, or was found out')
        .choices(decisions)
        .makeOptionMandatory(),
    )
    .requiredOption('--reason <text>', 'how it is known', reasonText)
    .addHelpText(
      'after',
      '\nExample:\n  bodymark decide --vin ZZBFC35A0T1000101 --decision was-accepted --reason "receipt 4711 by telephone"',
    )
  decide.action(
    action(runtime, decide, (invocation) =>
      withBackend(invocation, async (backend) => {
        const { vin, decision, reason } = decide.opts<{ vin: string; decision: Decision; reason: string }>()
        return settle(backend, invocation, vin, (id) =>
          backend.call('outbox/decide', { id, decision, reason }),
        )
      }),
    ),
  )
  for (const verb of ['correct', 'redeliver', 'withdraw'] as const) {
    const command = program
      .command(verb)
      .description(descriptions[verb])
      .requiredOption('--vin <vin>', 'vehicle')
      .requiredOption('--reason <text>', 'why', reasonText)
      .addHelpText(
        'after',
        `\nExample:\n  bodymark ${verb} --vin ZZBFC35A0T1000101 --reason "${reasons[verb]}"`,
      )
    command.action(
      action(runtime, command, (invocation) =>
        withBackend(invocation, async (backend) => {
          const { vin, reason } = command.opts<{ vin: string; reason: string }>()
          return settle(backend, invocation, vin, (id) => backend.call(`vehicle/${verb}`, { id, reason }))
        }),
      ),
    )
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
