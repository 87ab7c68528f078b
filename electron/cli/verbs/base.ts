import { resolve } from 'node:path'
import type { Language } from '../../../shared/messages.ts'
import type { StageView } from '../../../shared/record/views.ts'
import { ok } from '../../../shared/result.ts'
import { problemLine } from '../../../shared/words.ts'
import { inWorkspace } from '../in-workspace.ts'
import { type AddVerb, exitCodes } from '../verb.ts'
import { problemText, say, signatureState, withWords } from '../words.ts'
import { addPaper } from './paper.ts'

export const addBase: AddVerb = (program, runtime) => {
  const base = program.command('base')
  addPaper(base, runtime)
  const command = base.command('add').argument('<files...>')
  inWorkspace(runtime, command, async (backend, invocation) => {
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
  })
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
