import { resolve } from 'node:path'
import { ok } from '../../../shared/result.ts'
import { problemLine } from '../../../shared/words.ts'
import { withBackend } from '../backend.ts'
import { type AddVerb, action, exitCodes } from '../verb.ts'
import { problemText } from '../words.ts'

export const addBase: AddVerb = (program, runtime) => {
  const base = program.command('base').description('eCoCs of earlier stages')
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
            if (!stage) return rest
            const { tree: _tree, ...view } = stage
            return { ...rest, stage: view }
          })
          terminal.out(JSON.stringify(told, null, 2))
        } else
          for (const { file, vin, stage, problem } of added.value) {
            if (stage) {
              const signature = stage.signature.present
                ? stage.signature.valid
                  ? 'valid'
                  : 'NOT VALID'
                : 'none'
              const schema = stage.schemaValid ? 'valid' : 'NOT VALID'
              terminal.out(
                `${file}  ${vin}  stage ${stage.stageNumber} (${stage.stageOfCompletion})  ${stage.manufacturer}  schema ${schema}  signature ${signature}`,
              )
              for (const one of stage.signature.problems) terminal.out(`  ${problemLine(one, language)}`)
            }
            if (problem) terminal.out(problemText(problem, language))
          }
        return ok(added.value.every(({ stage }) => stage) ? exitCodes.done : exitCodes.refused)
      }),
    ),
  )
}
