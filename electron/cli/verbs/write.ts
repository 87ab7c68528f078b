import { writeFileSync } from 'node:fs'
import { problem } from '../../../shared/problem.ts'
import { fail, ok } from '../../../shared/result.ts'
import { buildIviXml } from '../../ivi-xml/build-ivi-xml.ts'
import { checkTree } from '../../ivi-xml/check-tree.ts'
import { loadCatalogue } from '../../ivi-xml/load-catalogue.ts'
import { validateIvi } from '../../ivi-xml/validate-xml.ts'
import { openFile } from '../../pipeline/open-file.ts'
import { type AddVerb, action, exitCodes } from '../verb.ts'

export const addWrite: AddVerb = (program, runtime) => {
  const command = program
    .command('write')
    .argument('<file>', 'message tree as JSON, as `read --json` gives it')
    .description('write an unsigned message from a tree, in schema order')
    .option('-o, --output <file>', 'file to write; standard output without it')
    .addHelpText('after', '\nExample:\n  bodymark write base.json -o base.xml')
  command.action(
    action(runtime, command, async ({ terminal }) => {
      const [file = ''] = command.args
      const opened = await openFile({ path: file }, 50)
      if (!opened.ok) return opened
      const json = parseJson(opened.value.bytes)
      if (json === undefined) return fail(problem('json-unreadable', { file }, { file }))
      const catalogue = loadCatalogue()
      const tree = checkTree(json, catalogue)
      if (!tree.ok) return { ok: false, problem: { ...tree.problem, where: { file, ...tree.problem.where } } }
      const bytes = buildIviXml(tree.value, catalogue)
      const { output } = command.opts<{ output?: string }>()
      if (output) writeFileSync(output, bytes)
      else terminal.out(new TextDecoder().decode(bytes))
      const { errors } = validateIvi(bytes, catalogue, { signature: 'optional' })
      for (const { path, text } of errors) terminal.err(`${path}: ${text}`)
      return ok(errors.length > 0 ? exitCodes.refused : exitCodes.done)
    }),
  )
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}
