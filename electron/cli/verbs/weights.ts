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
import { type AddVerb, act, exitCodes } from '../verb.ts'

export const addWeights: AddVerb = (program, runtime) => {
  const command = program.command('weights').argument('[file]').option('--vin <vin>')
  act(runtime, command, async (invocation) => {
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
  })
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
