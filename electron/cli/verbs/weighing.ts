import { resolve } from 'node:path'
import { problem } from '../../../shared/problem.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { WeighingView } from '../../../shared/weights/weighing-views.ts'
import type { Backend } from '../backend.ts'
import { inWorkspace, onVehicle } from '../in-workspace.ts'
import { readJson } from '../read-json.ts'
import { planInWords, weighingInWords } from '../tell-weighing.ts'
import { type TypedSlip, typedSlip } from '../typed-slip.ts'
import { type AddVerb, exitCodes } from '../verb.ts'
import { say } from '../words.ts'
import { answerFile, writeOutput } from '../write-output.ts'

export const addWeighing: AddVerb = (program, runtime) => {
  const weighing = program.command('weighing')

  const add = weighing
    .command('add')
    .requiredOption('--vin <vin>')
    .option('--file <file>')
    .option('--slip <number>')
    .option('--date <day>')
    .option('--division <kg>')
    .option('--axles <kg,…>')
    .option('--coupling <kg>')
    .option('--driver <in|out@x>')
    .option('--tank <l/l@x>')
    .option('--liquid <name>')
    .option('--water <l/l@x>')
    .option('--gas <kg/kg@x>')
    .option('--options <id,…>')
    .option('--apply')
  onVehicle(runtime, add, async (id, backend, invocation) => {
    const options = add.opts<TypedSlip & { vin: string; file?: string; apply?: true }>()
    const json = options.file === undefined ? typedSlip(options) : await readJson(options.file)
    if (!json.ok) return json
    const added = await backend.call('weighing/add', {
      id,
      json: json.value,
      apply: options.apply === true,
    })
    if (!added.ok) return added
    const { terminal, language } = invocation
    terminal.out(
      invocation.json ? JSON.stringify(added.value, null, 2) : weighingInWords(added.value, language),
    )
    return ok(exitCodes.done)
  })

  const apply = weighing.command('apply').requiredOption('--vin <vin>').requiredOption('--slip <number>')
  onVehicle(runtime, apply, async (id, backend, invocation) => {
    const found = await bySlip(backend, id, apply.opts<{ slip: string }>().slip)
    if (!found.ok) return found
    const applied = await backend.call('weighing/apply', { weighing: found.value.id })
    if (!applied.ok) return applied
    const { terminal, json, language } = invocation
    terminal.out(json ? JSON.stringify(applied.value, null, 2) : weighingInWords(applied.value, language))
    return ok(exitCodes.done)
  })

  const scan = weighing
    .command('scan')
    .argument('[file]')
    .requiredOption('--vin <vin>')
    .requiredOption('--slip <number>')
    .option('-o, --output <file>')
  onVehicle(runtime, scan, async (id, backend, invocation) => {
    const { slip, output } = scan.opts<{ slip: string; output?: string }>()
    const [file] = scan.args
    const found = await bySlip(backend, id, slip)
    if (!found.ok) return found
    const weighing = found.value.id
    const { terminal, json, language } = invocation
    if (file !== undefined) {
      const attached = await backend.call('weighing/attach', { weighing, file: { path: resolve(file) } })
      if (!attached.ok) return attached
      const { scan: now } = attached.value
      terminal.out(json ? JSON.stringify(now, null, 2) : say(language, 'scan-kept', { slip, ...now }))
    }
    if (output === undefined) return ok(exitCodes.done)
    const asked = await backend.call('weighing/scan', { weighing })
    if (!asked.ok) return asked
    const written = writeOutput(output, Buffer.from(asked.value.base64, 'base64'))
    // A scan that was kept just now has answered already.
    if (file === undefined) return answerFile(written, output, invocation)
    return written.ok ? ok(exitCodes.done) : written
  })

  const list = weighing.command('list').requiredOption('--vin <vin>')
  onVehicle(runtime, list, async (id, backend, invocation) => {
    const kept = await backend.call('weighing/list', { id })
    if (!kept.ok) return kept
    const { terminal, json, language } = invocation
    terminal.out(
      json
        ? JSON.stringify(kept.value, null, 2)
        : kept.value.map((one) => weighingInWords(one, language)).join('\n\n') || say(language, 'no-slips'),
    )
    return ok(exitCodes.done)
  })

  const plan = weighing.command('plan')
  inWorkspace(runtime, plan, async (backend, invocation) => {
    const planned = await backend.call('weighing/plan', {})
    if (!planned.ok) return planned
    const { terminal, json, language } = invocation
    terminal.out(json ? JSON.stringify(planned.value, null, 2) : planInWords(planned.value, language))
    return ok(exitCodes.done)
  })
}

async function bySlip(backend: Backend, id: number, slip: string): Promise<Result<WeighingView>> {
  const kept = await backend.call('weighing/list', { id })
  if (!kept.ok) return kept
  const found = kept.value.find((one) => one.slip.slip === slip)
  return found ? ok(found) : fail(problem('weighing-unknown', { id: slip }))
}
