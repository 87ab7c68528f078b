import { extname } from 'node:path'
import { problem } from '../../../shared/problem.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { mostRows } from '../../../shared/template/channels.ts'
import { rowName, tableNamed, tableNames } from '../../../shared/template/template-facts.ts'
import { shippedReleases } from '../../ivi-xml/load-catalogue.ts'
import { makeTemplate } from '../../pipeline/template.ts'
import { readReleases } from '../../register/read-releases.ts'
import { collect } from '../assignments.ts'
import type { Invocation } from '../options.ts'
import { type AddVerb, action, exitCodes } from '../verb.ts'
import { say } from '../words.ts'
import { overwriteOption, writeNew } from '../write-output.ts'

const help = `
Without --all a template for stage V has what the later stage states itself; for C and I, what the certificate's items
ask of the category. Columns may be moved, deleted and added; for a further row of a table copy a column and change the
number in its header.

Examples:
  bodymark template --category N2 --stage V -o vehicles.xlsx
  bodymark --lang de template --category O4 --stage C --all --rows Achse=4 -o Anhaenger.xlsx
  bodymark import vehicles.xlsx`

export const addTemplate: AddVerb = (program, runtime) => {
  const command = program
    .command('template')
    .description('write a workbook to fill in; it is imported without a mapping profile')
    .requiredOption('--category <code>', 'vehicle category, such as N2 or L5e')
    .requiredOption('--stage <code>', 'C complete, V completed, I incomplete')
    .requiredOption('-o, --output <file>', 'workbook (XLSX) to write')
    .option(...overwriteOption)
    .option('--all', 'every field that may apply')
    .option('--rows <name=number>', 'rows of a table, such as Axle=3; again for further tables', collect, [])
    .addHelpText('after', help)
  command.action(
    action(runtime, command, async (invocation) => {
      const { category, stage, output, overwrite, all, rows } = command.opts<{
        category: string
        stage: string
        output: string
        overwrite?: boolean
        all?: boolean
        rows: readonly string[]
      }>()
      const form = extname(output).toLowerCase()
      if (['.ods', '.xls', '.xlsb', '.csv'].includes(form))
        return fail(problem('template-file-form', { file: output, form }, {}, false))
      const counted = rowsOf(rows, invocation)
      if (!counted.ok) return counted
      const catalogue = readReleases(invocation.workspace, shippedReleases).inUse
      const wish = { category, stage, all: all === true, rows: counted.value }
      const made = await makeTemplate(wish, invocation.language, catalogue)
      if (!made.ok) return made
      const written = writeNew(output, made.value.bytes, overwrite)
      if (!written.ok) return written
      const { columns } = made.value
      if (invocation.json) invocation.terminal.out(JSON.stringify({ file: output, columns }))
      else invocation.terminal.err(say(invocation.language, 'template-written', { file: output, columns }))
      return ok(exitCodes.done)
    }),
  )
}

/** `Axle=3` → `{ AxleGroup: 3 }`. Problem: `template-rows`. */
function rowsOf(
  texts: readonly string[],
  { language }: Invocation,
): Result<Readonly<Record<string, number>>> {
  const rows: Record<string, number> = {}
  for (const text of texts) {
    const [, name = '', number = ''] = /^(.+)=(\d{1,3})$/.exec(text) ?? []
    const table = tableNamed(name)
    if (table === undefined || number === '' || Number(number) > mostRows) {
      const example = `${rowName('AxleGroup', language)}=3`
      const tables = tableNames(language).join(', ')
      return fail(problem('template-rows', { rows: text, example, tables, limit: mostRows }, {}, false))
    }
    rows[table] = Number(number)
  }
  return ok(rows)
}
