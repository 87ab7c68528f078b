import { problem } from '../../../shared/problem.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { describe } from '../../../shared/rules/explain.ts'
import { parseQuotation } from '../../../shared/weights/quotation.ts'
import type { RecordWeights } from '../../../shared/weights/record-weights.ts'
import { caseOf, weightsOfCase } from '../../pipeline/quotation-weights.ts'
import { vehicleIdOf, withBackend } from '../backend.ts'
import type { Invocation } from '../options.ts'
import { readJson } from '../read-json.ts'
import { weightsInWords } from '../tell-weights.ts'
import { type AddVerb, action, exitCodes } from '../verb.ts'

const form = `
A quotation is JSON; masses are kg, lengths mm, x rearwards from the centre of axle 1 (on a trailer from its king pin or
drawbar eye, negative before it):
  {
    "name": "Tipper for Moser",
    "customer": "Moser",                          optional, as "note"
    "vehicle": {
      "kind": "rigid",                            or "semi-trailer", "centre-axle-trailer", "drawbar-trailer"
      "category": "N1",                           decides the share that the front axle keeps
      "axles": [                                  front to rear; "empty": item 14.1 (or 13.1), "limit": 16.2
        { "x": 0, "empty": 1250, "limit": 1900, "minimum": 1000, "steered": true },
        { "x": 3450, "empty": 650, "limit": 2500, "powered": true, "twinWheels": true, "liftable": false }
      ],
      "groups": [],                               { "axles": [2, 3], "limit": 19000, "shares": [11500, 7500] }
      "towing": { "kind": "rear-coupling", "x": 4350, "limit": 140 },   or "fifth-wheel"
      "maxima": { "laden": 3500, "combination": 7000, "towable": 3500 },
      "minimumPayload": 0,
      "dimensions": { "length": 5950, "width": 2100, "height": 2500, "front": 900, "rear": 1600 }
    },                                            a trailer: "support": { "kind": "king-pin", "limit": 12000, "empty": 0 }
    "chassis": { "vin": "…" },                    instead of "vehicle": the earlier stages of a vehicle in the workspace
    "variant": { "id": "TIP3-3450", "options": ["towbar"] },            a body of the workspace
    "loads": {
      "masses": [                                 "counts": "standard" in item 13, "option" only in 13.2
        { "name": "Tipper body", "kg": 640, "x": 2400, "counts": "standard" },
        { "name": "Tool box", "kg": 60, "x": 600, "counts": "option" }
      ],
      "seats": [{ "count": 2, "x": 500 }],        without the driver
      "payload": { "from": 650, "to": 3950 },     the room for the load
      "coupling": { "x": 4350 },                  with a body or a chassis of the workspace
      "sharing": [{ "axles": [2, 3], "shares": [11500, 7500] }]
    },
    "trials": [{ "centre": 1900, "kg": 705 }]     a heap somewhere else: reckoned, never a finding
  }

Exit code 0 where nothing stands against the loads, 1 where something does, 2 where they cannot be reckoned.

Examples:
  bodymark weights quotation.json
  bodymark weights --vin ZZBFC35A0T1000101 --json`

export const addWeights: AddVerb = (program, runtime) => {
  const command = program
    .command('weights')
    .argument('[file]', 'a quotation as JSON')
    .option('--vin <vin>', 'a vehicle of the register')
    .description('masses and the load on every axle, group and coupling, of a vehicle or a quotation')
    .addHelpText('after', form)
  command.action(
    action(runtime, command, async (invocation) => {
      const { vin } = command.opts<{ vin?: string }>()
      const [file] = command.args
      if ((vin === undefined) === (file === undefined)) return fail(problem('weights-of-what'))
      const weights =
        file === undefined ? await ofVehicle(invocation, vin ?? '') : await ofFile(invocation, file)
      if (!weights.ok) return weights
      if (weights.value.kind === 'missing')
        return fail({
          ...weights.value.problem,
          where: { ...weights.value.problem.where, ...(vin ? { vin } : { file: file ?? '' }) },
        })
      const { terminal, json, language } = invocation
      const { findings } = weights.value
      const told = findings.map((finding) => ({ ...finding, text: describe(finding, language) }))
      terminal.out(
        json
          ? JSON.stringify({ ...weights.value, findings: told }, null, 2)
          : weightsInWords(weights.value, language),
      )
      return ok(findings.some(({ severity }) => severity === 'error') ? exitCodes.refused : exitCodes.done)
    }),
  )
}

function ofVehicle(invocation: Invocation, vin: string): Promise<Result<RecordWeights>> {
  return withBackend(invocation, async (backend) => {
    const id = await vehicleIdOf(backend, vin)
    return id.ok ? backend.call('weights/of-vehicle', { id: id.value }) : id
  })
}

/** What names neither body nor chassis needs no workspace. */
async function ofFile(invocation: Invocation, file: string): Promise<Result<RecordWeights>> {
  const json = await readJson(file)
  if (!json.ok) return json
  const parsed = parseQuotation(json.value)
  if (!parsed.ok) return fail({ ...parsed.problem, where: { file, ...parsed.problem.where } })
  const alone = parsed.value.variant ? undefined : caseOf(parsed.value)
  if (alone) return ok(weightsOfCase(alone))
  return withBackend(invocation, (backend) => backend.call('weights/of-quotation', { json: json.value }))
}
