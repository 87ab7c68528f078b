import { leavesOf } from '../../../shared/ivi/message.ts'
import { ok } from '../../../shared/result.ts'
import { loadCatalogue } from '../../ivi-xml/load-catalogue.ts'
import { readIviXml } from '../../ivi-xml/read-ivi-xml.ts'
import { openFile } from '../../pipeline/open-file.ts'
import { type AddVerb, action, exitCodes } from '../verb.ts'
import { table } from '../words.ts'

export const addRead: AddVerb = (program, runtime) => {
  const command = program
    .command('read')
    .argument('<file>', 'IVI message')
    .description('show what a message says: every value by its path, or with --json the message tree')
    .addHelpText(
      'after',
      '\nExamples:\n  bodymark read base.xml\n  bodymark read base.xml --json > base.json',
    )
  command.action(
    action(runtime, command, async ({ terminal, json }) => {
      const [file = ''] = command.args
      const opened = await openFile({ path: file }, 20)
      if (!opened.ok) return opened
      const read = readIviXml(opened.value.bytes, loadCatalogue())
      if (!read.ok) return { ok: false, problem: { ...read.problem, where: { file, ...read.problem.where } } }
      const { tree } = read.value
      terminal.out(json ? JSON.stringify(tree, null, 2) : table([...leavesOf(tree)]))
      return ok(exitCodes.done)
    }),
  )
}
