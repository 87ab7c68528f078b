import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { Language } from '../../../shared/messages.ts'
import { problem } from '../../../shared/problem.ts'
import type { StageView } from '../../../shared/record/views.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { problemLine } from '../../../shared/words.ts'
import { assignments, collect } from '../assignments.ts'
import { type Backend, vehicleIdOf, withBackend } from '../backend.ts'
import { type AddVerb, action, exitCodes, type Runtime } from '../verb.ts'
import { problemText, say, signatureState, withWords } from '../words.ts'

export const addBase: AddVerb = (program, runtime) => {
  const base = program
    .command('base')
    .description('eCoCs of earlier stages')
    .addHelpText('after', '\nExample:\n  bodymark base add bases/*.xml')
  addPaper(base, runtime)
  const command = base
    .command('add')
    .argument('<files...>', 'IVI messages of earlier stages')
    .description('add earlier stages; each is linked to the vehicle whose VIN it states')
    .addHelpText('after', '\nExample:\n  bodymark base add bases/*.xml')
  command.action(
    action(runtime, command, (invocation) =>
      withBackend(invocation, async (backend) => {
        const { terminal, json, language } = invocation
        const files = command.args.map((path) => ({ path: resolve(path) }))
        const added = await backend.call('base/add', { files })
        if (!added.ok) return added
        if (json) {
          const told = added.value.map(({ stage, ...rest }) => {
            const problem = rest.problem && withWords(rest.problem, language)
            if (!stage) return { ...rest, problem }
            const { tree: _tree, ...view } = stage
            return { ...rest, stage: view, problem }
          })
          terminal.out(JSON.stringify(told, null, 2))
        } else
          for (const { file, vin, stage, problem } of added.value) {
            if (stage) terminal.out(stageInWords(file, vin ?? '', stage, language))
            if (problem) terminal.out(problemText(problem, language))
          }
        return ok(added.value.every(isSound) ? exitCodes.done : exitCodes.refused)
      }),
    ),
  )
}

/** A base whose CoC is on paper: begun, typed value by value, used. */
function addPaper(base: Command, runtime: Runtime): void {
  const command = base
    .command('paper')
    .description('a base whose CoC is on paper: type its values, then let it stand as the earlier stage')
    .requiredOption('--vin <vin>', 'vehicle')
    .option('--like <vin>', 'begin with what the base on paper of this vehicle shares with its version')
    .option('--set <path=value>', 'a value of the paper; an empty one takes the field away', collect, [])
    .option('--use', 'let it stand as the earlier stage, again after a change')
    .addHelpText(
      'after',
      '\nExample:\n  bodymark base paper --vin WZ9BOX12000000101 --set CocDataGroup/Type=HC12 --use',
    )
  command.action(
    action(runtime, command, (invocation) =>
      withBackend(invocation, async (backend) => {
        const options = command.opts<{ vin: string; like?: string; set: string[]; use?: true }>()
        const values = assignments(options.set)
        if (!values.ok) return values
        const vehicle = await vehicleIdOf(backend, options.vin)
        if (!vehicle.ok) return vehicle
        const like = await paperBaseOf(backend, options.like)
        if (!like.ok) return like
        let done = await backend.call('paper-base/open', {
          vehicle: vehicle.value,
          ...(like.value === undefined ? {} : { like: like.value }),
        })
        if (done.ok && values.value.length > 0)
          done = await backend.call('paper-base/set-values', { id: done.value.id, values: [...values.value] })
        if (done.ok && options.use) done = await backend.call('paper-base/use', { id: done.value.id })
        if (!done.ok) return done
        const { terminal, json, language } = invocation
        const { id, stageNumber, used, missing, tree, findings } = done.value
        if (json)
          terminal.out(
            JSON.stringify({ id, vin: options.vin, stageNumber, used, missing, tree, findings }, null, 2),
          )
        else
          terminal.out(
            say(language, missing.length > 0 ? 'paper-lacks' : used ? 'paper-used' : 'paper-fit', {
              vin: options.vin,
              stage: stageNumber,
              fields: missing.join(', '),
            }),
          )
        return ok(exitCodes.done)
      }),
    ),
  )
}

async function paperBaseOf(backend: Backend, vin: string | undefined): Promise<Result<number | undefined>> {
  if (vin === undefined) return ok(undefined)
  const known = await backend.call('paper-base/list', {})
  if (!known.ok) return known
  const found = known.value.find((base) => base.vin === vin)
  return found ? ok(found.id) : fail(problem('paper-base-none-of', { vin }, { vin }))
}

/** A stage without a signature is usual today; one whose signature or form is broken is kept, and told as an error. */
function isSound({ stage }: { readonly stage?: StageView | undefined }): boolean {
  return stage?.schemaValid === true && (stage.signature.valid || !stage.signature.present)
}

function stageInWords(file: string, vin: string, stage: StageView, language: Language): string {
  const { stageNumber, stageOfCompletion, manufacturer, schemaValid, signature } = stage
  const line = [
    file,
    vin,
    say(language, 'stage', { number: stageNumber, stage: stageOfCompletion }),
    manufacturer,
    `${say(language, 'schema')} ${say(language, schemaValid ? 'valid' : 'not-valid')}`,
    `${say(language, 'signature')} ${signatureState(signature, language)}`,
  ].join('  ')
  return [line, ...signature.problems.map((one) => `  ${problemLine(one, language)}`)].join('\n')
}
