import { problem } from '../../../shared/problem.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { describe } from '../../../shared/rules/explain.ts'
import { assignments, collect } from '../assignments.ts'
import { type Backend, vehicleIdOf } from '../backend.ts'
import { inWorkspace } from '../in-workspace.ts'
import { readPage } from '../page-option.ts'
import { paperState } from '../tell-paper.ts'
import { exitCodes, type Runtime } from '../verb.ts'
import type { VerbCommand } from '../verb-command.ts'

interface Options {
  readonly vin: string
  readonly like?: string
  readonly set: readonly string[]
  readonly page?: string
  readonly use?: true
}

/** Begun, typed value by value, each with its page, used: what `base paper` does without another verb. */
export function addTypePaper(paper: VerbCommand, runtime: Runtime): void {
  const command = paper
    .command('type', { isDefault: true })
    .requiredOption('--vin <vin>')
    .option('--like <vin>')
    .option('--set <path=value>', '', collect, [])
    .option('--page <page>')
    .option('--use')
  inWorkspace(runtime, command, async (backend, invocation) => {
    const options = command.opts<Options>()
    const done = await typed(backend, options)
    if (!done.ok) return done
    const { terminal, json, language } = invocation
    const { id, row, stageNumber, used, missing, own, scans, tree, findings } = done.value
    const told = { id, vin: row.vin, stageNumber, used, missing, own, scans, tree, findings }
    // Kept as it was typed; what a value has against it is told of those that were typed just now.
    const now = options.set.map((set) => set.slice(0, set.indexOf('=')))
    const wrong = findings.filter(({ path, severity }) => severity === 'error' && now.includes(path))
    if (json) terminal.out(JSON.stringify(told, null, 2))
    else {
      terminal.out(paperState(done.value, language))
      for (const finding of wrong) terminal.out(`  ${describe(finding, language)}`)
    }
    return ok(wrong.length > 0 ? exitCodes.refused : exitCodes.done)
  })
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

/** The base on paper in use of another vehicle. Problems: `vin-not-found`, `paper-base-none-of` {vin}. */
async function paperBaseOf(backend: Backend, vin: string | undefined): Promise<Result<number | undefined>> {
  if (vin === undefined) return ok(undefined)
  const vehicle = await vehicleIdOf(backend, vin)
  if (!vehicle.ok) return vehicle
  const known = await backend.call('paper-base/of-vehicle', { vehicle: vehicle.value })
  if (known.ok && known.value.used) return ok(known.value.id)
  return fail(problem('paper-base-none-of', { vin }, { vin }))
}
