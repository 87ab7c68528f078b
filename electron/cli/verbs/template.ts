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
import { type AddVerb, act, exitCodes } from '../verb.ts'
import { say } from '../words.ts'
import { writeNew } from '../write-output.ts'

export const addTemplate: AddVerb = (program, runtime) => {
  const command = program
    .command('template')
    .requiredOption('--category <code>')
    .requiredOption('--stage <code>')
    .requiredOption('-o, --output <file>')
    .option('--overwrite')
    .option('--all')
    .option('--rows <name=number>', '', collect, [])
  act(runtime, command, async (invocation) => {
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
  })
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
