import { resolve } from 'node:path'
import { problem } from '../../../shared/problem.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { WeighingView } from '../../../shared/weights/weighing-views.ts'
import { vehicleIdOf, withBackend } from '../backend.ts'
import { readJson } from '../read-json.ts'
import { planInWords, weighingInWords } from '../tell-weighing.ts'
import { type TypedSlip, typedSlip } from '../typed-slip.ts'
import { type AddVerb, action, exitCodes } from '../verb.ts'
import { say } from '../words.ts'
import { writeOutput } from '../write-output.ts'

const form = `
Masses are kg, contents litres, places mm behind axle 1 (on a trailer behind its king pin or drawbar eye).
A slip as a file:
  {
    "vin": "ZZBFC35A0T1000101",              as printed; a slip of another vehicle is refused
    "slip": "W-2207", "day": "2026-11-20", "division": 20,
    "readings": [{ "axles": [1], "kg": 1400 }, { "axles": [2], "kg": 1160 }],
    "coupling": 0,                           a trailer alone
    "driver": { "aboard": false, "x": 500 },
    "tank": { "litres": 21, "capacity": 70, "x": 1300, "liquid": "diesel" },    or "petrol", "lpg"
    "water": { "litres": 0, "capacity": 90, "x": 4100 },
    "gas": { "kg": 11, "capacity": 22, "x": 2600 },
    "options": ["toolbox"],                  fitted when weighed; all of the vehicle's, if it is not stated
    "also": [{ "name": "pallet", "kg": 300, "x": 2300 }]                      on the scale, not of the vehicle
  }

Examples:
  bodymark weighing add --vin ZZBFC35A0T1000101 --slip W-2207 --date 2026-11-20 --division 20 \\
    --axles 1400,1160 --driver out@500 --tank 21/70@1300
  bodymark weighing add --vin YYHSK26B9T2000552 --slip W-2208 --date 2026-11-20 --division 20 \\
    --axles 1=7260,2+3=6540 --driver in --tank 300/300@1500
  bodymark weighing add --vin ZZBFC35A0T1000101 --file slip.json --apply`

export const addWeighing: AddVerb = (program, runtime) => {
  const weighing = program
    .command('weighing')
    .description('slips of the scale, brought to the mass in running order; which vehicle is weighed next')
    .addHelpText(
      'after',
      '\nExamples:\n  bodymark weighing list --vin ZZBFC35A0T1000101\n  bodymark weighing plan',
    )

  const add = weighing
    .command('add')
    .description('keep a slip, with its normalisation line by line')
    .requiredOption('--vin <vin>', 'vehicle')
    .option('--file <file>', 'the slip as JSON')
    .option('--slip <number>', 'number of the slip')
    .option('--date <day>', 'day of the weighing, YYYY-MM-DD')
    .option('--division <kg>', 'division of the scale')
    .option('--axles <kg,…>', 'a reading an axle, front to rear; 2+3=4800 for axles weighed together')
    .option('--coupling <kg>', "reading at a trailer's coupling")
    .option('--driver <in|out@x>', 'whether the driver was aboard, and where his seat is')
    .option('--tank <l/l@x>', 'litres in the tank, of how many, and its place')
    .option('--liquid <name>', 'what is in the tank: diesel, petrol or lpg')
    .option('--water <l/l@x>', 'the same of the fresh water')
    .option('--gas <kg/kg@x>', 'the same of bottled gas')
    .option('--options <id,…>', 'options that were fitted; all of them, if not given')
    .option('--apply', 'let it stand as the weighed values of the vehicle')
    .addHelpText('after', form)
  add.action(
    action(runtime, add, (invocation) =>
      withBackend(invocation, async (backend) => {
        const options = add.opts<TypedSlip & { vin: string; file?: string; apply?: true }>()
        const json = options.file === undefined ? typedSlip(options) : await readJson(options.file)
        if (!json.ok) return json
        const id = await vehicleIdOf(backend, options.vin)
        if (!id.ok) return id
        const added = await backend.call('weighing/add', {
          id: id.value,
          json: json.value,
          apply: options.apply === true,
        })
        if (!added.ok) return added
        const { terminal, language } = invocation
        terminal.out(
          invocation.json ? JSON.stringify(added.value, null, 2) : weighingInWords(added.value, language),
        )
        return ok(exitCodes.done)
      }),
    ),
  )

  const apply = weighing
    .command('apply')
    .description('let a kept slip stand as the weighed values of its vehicle')
    .requiredOption('--vin <vin>', 'vehicle')
    .requiredOption('--slip <number>', 'number of the slip')
    .addHelpText('after', '\nExample:\n  bodymark weighing apply --vin ZZBFC35A0T1000101 --slip W-2207')
  apply.action(
    action(runtime, apply, (invocation) =>
      withBackend(invocation, async (backend) => {
        const { vin, slip } = apply.opts<{ vin: string; slip: string }>()
        const id = await vehicleIdOf(backend, vin)
        if (!id.ok) return id
        const kept = await backend.call('weighing/list', { id: id.value })
        if (!kept.ok) return kept
        const found = bySlip(kept.value, slip)
        if (!found.ok) return found
        const applied = await backend.call('weighing/apply', { weighing: found.value.id })
        if (!applied.ok) return applied
        const { terminal, json, language } = invocation
        terminal.out(json ? JSON.stringify(applied.value, null, 2) : weighingInWords(applied.value, language))
        return ok(exitCodes.done)
      }),
    ),
  )

  const scan = weighing
    .command('scan')
    .argument('[file]', 'the scanned slip: PDF, PNG, JPEG or TIFF')
    .description('keep the scan of a slip beside it, or with -o write it out as it was kept')
    .requiredOption('--vin <vin>', 'vehicle')
    .requiredOption('--slip <number>', 'number of the slip')
    .option('-o, --output <file>', 'write the kept scan here')
    .addHelpText(
      'after',
      '\nExamples:\n  bodymark weighing scan slip.pdf --vin ZZBFC35A0T1000101 --slip W-2207\n  bodymark weighing scan --vin ZZBFC35A0T1000101 --slip W-2207 -o slip.pdf',
    )
  scan.action(
    action(runtime, scan, (invocation) =>
      withBackend(invocation, async (backend) => {
        const { vin, slip, output } = scan.opts<{ vin: string; slip: string; output?: string }>()
        const [file] = scan.args
        const id = await vehicleIdOf(backend, vin)
        if (!id.ok) return id
        const kept = await backend.call('weighing/list', { id: id.value })
        if (!kept.ok) return kept
        const found = bySlip(kept.value, slip)
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
        return written.ok ? ok(exitCodes.done) : written
      }),
    ),
  )

  const list = weighing
    .command('list')
    .description('the slips of a vehicle, the newest first')
    .requiredOption('--vin <vin>', 'vehicle')
    .addHelpText('after', '\nExample:\n  bodymark weighing list --vin ZZBFC35A0T1000101')
  list.action(
    action(runtime, list, (invocation) =>
      withBackend(invocation, async (backend) => {
        const id = await vehicleIdOf(backend, list.opts<{ vin: string }>().vin)
        if (!id.ok) return id
        const kept = await backend.call('weighing/list', { id: id.value })
        if (!kept.ok) return kept
        const { terminal, json, language } = invocation
        terminal.out(
          json
            ? JSON.stringify(kept.value, null, 2)
            : kept.value.map((one) => weighingInWords(one, language)).join('\n\n') ||
                say(language, 'no-slips'),
        )
        return ok(exitCodes.done)
      }),
    ),
  )

  const plan = weighing
    .command('plan')
    .description('which vehicles conformity of production wants on the scale')
    .addHelpText('after', '\nExample:\n  bodymark weighing plan --json')
  plan.action(
    action(runtime, plan, (invocation) =>
      withBackend(invocation, async (backend) => {
        const planned = await backend.call('weighing/plan', {})
        if (!planned.ok) return planned
        const { terminal, json, language } = invocation
        terminal.out(json ? JSON.stringify(planned.value, null, 2) : planInWords(planned.value, language))
        return ok(exitCodes.done)
      }),
    ),
  )
}

function bySlip(kept: readonly WeighingView[], slip: string): Result<WeighingView> {
  const found = kept.find((one) => one.slip.slip === slip)
  return found ? ok(found) : fail(problem('weighing-unknown', { id: slip }))
}
