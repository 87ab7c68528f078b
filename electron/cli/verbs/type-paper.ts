import type { Command } from 'commander'
import { problem } from '../../../shared/problem.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { assignments, collect } from '../assignments.ts'
import { type Backend, vehicleIdOf, withBackend } from '../backend.ts'
import { readPage } from '../page-option.ts'
import { paperState } from '../tell-paper.ts'
import { action, exitCodes, type Runtime } from '../verb.ts'

interface Options {
  readonly vin: string
  readonly like?: string
  readonly set: readonly string[]
  readonly page?: string
  readonly use?: true
}

/** Begun, typed value by value, each with its page, used: what `base paper` does without another verb. */
export function addTypePaper(paper: Command, runtime: Runtime): void {
  const command = paper
    .command('type', { isDefault: true })
    .description('type its values, then let it stand as the earlier stage; the verb itself may be left out')
    .requiredOption('--vin <vin>', 'vehicle')
    .option('--like <vin>', 'begin with what the base on paper of this vehicle shares with its version')
    .option('--set <path=value>', 'a value of the paper; an empty one takes the field away', collect, [])
    .option('--page <page>', 'where these values stand: 2, or front.pdf:2 where there are several scans')
    .option('--use', 'let it stand as the earlier stage, again after a change')
    .addHelpText(
      'after',
      `
Example:
  bodymark base paper --vin ZZBFC12H0T1000701 --set CocDataGroup/Type=HC12 --page 1 --use`,
    )
  command.action(
    action(runtime, command, (invocation) =>
      withBackend(invocation, async (backend) => {
        const options = command.opts<Options>()
        const done = await typed(backend, options)
        if (!done.ok) return done
        const { terminal, json, language } = invocation
        const { id, row, stageNumber, used, missing, scans, tree, findings } = done.value
        const told = { id, vin: row.vin, stageNumber, used, missing, scans, tree, findings }
        terminal.out(json ? JSON.stringify(told, null, 2) : paperState(done.value, language))
        return ok(exitCodes.done)
      }),
    ),
  )
}

async function typed(backend: Backend, options: Options) {
  const values = assignments([...options.set])
  if (!values.ok) return values
  const vehicle = await vehicleIdOf(backend, options.vin)
  if (!vehicle.ok) return vehicle
  const like = await paperBaseOf(backend, options.like)
  if (!like.ok) return like
  let done = await backend.call('paper-base/open', {
    vehicle: vehicle.value,
    ...(like.value === undefined ? {} : { like: like.value }),
  })
  if (!done.ok) return done
  if (values.value.length > 0) {
    const place = options.page === undefined ? ok(undefined) : readPage(options.page, done.value.scans)
    if (!place.ok) return place
    const at = place.value ? { place: place.value } : {}
    done = await backend.call('paper-base/set-values', {
      id: done.value.id,
      values: values.value.map((one) => ({ ...one, ...(one.value === null ? {} : at) })),
    })
  }
  if (done.ok && options.use) done = await backend.call('paper-base/use', { id: done.value.id })
  return done
}

async function paperBaseOf(backend: Backend, vin: string | undefined): Promise<Result<number | undefined>> {
  if (vin === undefined) return ok(undefined)
  const known = await backend.call('paper-base/list', {})
  if (!known.ok) return known
  const found = known.value.find((base) => base.vin === vin)
  return found ? ok(found.id) : fail(problem('paper-base-none-of', { vin }, { vin }))
}
