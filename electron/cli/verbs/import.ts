import { resolve } from 'node:path'
import type { IntakeReport } from '../../../shared/record/intake-views.ts'
import { ok, type Result } from '../../../shared/result.ts'
import type { Backend } from '../backend.ts'
import { inWorkspace } from '../in-workspace.ts'
import { wholeNumber } from '../option-parsers.ts'
import type { Invocation } from '../options.ts'
import { readJson } from '../read-json.ts'
import { type AddVerb, exitCodes } from '../verb.ts'
import { problemText, say, table, withWords } from '../words.ts'

export const addImport: AddVerb = (program, runtime) => {
  const command = program
    .command('import')
    .argument('<file>')
    .option('--profile <id>')
    .option('--sheet <name>')
    .option('--header-row <number>', '', wholeNumber(1, 1_048_576))
  inWorkspace(runtime, command, async (backend, invocation) => {
    const [file = ''] = command.args
    const { profile, sheet, headerRow } = command.opts<{
      profile?: string
      sheet?: string
      headerRow?: number
    }>()
    const known = profile === undefined ? ok(undefined) : await profileId(backend, profile)
    if (!known.ok) return known
    const report = await backend.call('intake/import', {
      file: { path: resolve(file) },
      profile: known.value,
      sheet,
      headerRow,
    })
    if (!report.ok) return report
    tellReport(report.value, invocation)
    return ok(report.value.problems.length > 0 ? exitCodes.refused : exitCodes.done)
  })
}

/** A file's profile is kept first; it takes the place of an older version. */
async function profileId(backend: Backend, profile: string): Promise<Result<string>> {
  if (!profile.endsWith('.json')) return ok(profile)
  const json = await readJson(profile)
  if (!json.ok) return json
  const saved = await backend.call('profile/save', { json: json.value })
  return saved.ok ? ok(saved.value.id) : saved
}

/** A terminal holds no more than so many problems; a wrong column makes one for each of ten thousand rows. */
const shownProblems = 50

function tellReport(report: IntakeReport, { terminal, json, language }: Invocation): void {
  const { read, added, changed, unchanged, refused, problems } = report
  if (json) {
    const told = { ...report, problems: problems.map((problem) => withWords(problem, language)) }
    terminal.out(JSON.stringify(told, null, 2))
    return
  }
  if (report.template) terminal.out(say(language, 'import-template', { ...report.template }))
  terminal.out(say(language, 'import-summary', { count: read, added, changed, unchanged, refused }))
  for (const problem of problems.slice(0, shownProblems)) terminal.out(problemText(problem, language))
  const more = problems.length - shownProblems
  if (more > 0) terminal.out(say(language, 'more-problems', { count: more }))
  if (report.changes.length > 0)
    terminal.out(
      table(report.changes.map(({ vin, path, before, after }) => [vin, path, `${before} → ${after}`])),
    )
}
