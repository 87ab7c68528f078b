import { resolve } from 'node:path'
import { problem } from '../../../shared/problem.ts'
import type { ApprovalImport, ApprovalView, ClockEntry } from '../../../shared/record/views.ts'
import { fail, ok } from '../../../shared/result.ts'
import { templateWorkbook } from '../../pipeline/approval-file.ts'
import { inWorkspace, onVehicle } from '../in-workspace.ts'
import type { Invocation } from '../options.ts'
import { type AddVerb, act, type ExitCode, exitCodes, type Runtime } from '../verb.ts'
import type { VerbCommand } from '../verb-command.ts'
import { problemText, say, statusText, table, withWords } from '../words.ts'
import { answerFile, makeOutputFolder, writeNew, writeOutput } from '../write-output.ts'

/** The approval folder: our whole-vehicle approvals and what may be issued under them. */
export const addApproval: AddVerb = (program, runtime) => {
  const approval = program.command('approval')
  addList(approval, runtime)
  addShow(approval, runtime)
  addImport(approval, runtime)
  addClock(approval, runtime)
  addPack(approval, runtime)
  addTemplate(approval, runtime)
}

function addList(approval: VerbCommand, runtime: Runtime): void {
  const command = approval.command('list')
  inWorkspace(runtime, command, async (backend, invocation) => {
    const listed = await backend.call('approval/list', {})
    if (!listed.ok) return listed
    const { terminal, json, language } = invocation
    if (json) terminal.out(JSON.stringify(listed.value, null, 2))
    else if (listed.value.length === 0) terminal.err(say(language, 'approval.none'))
    else terminal.out(table(listed.value.map((view) => listRow(view, invocation))))
    return ok(exitCodes.done)
  })
}

function listRow(view: ApprovalView, { language }: Invocation): readonly string[] {
  const { approval, open, refused, lapse, series } = view
  const extension = approval.extensions.at(-1)?.extension
  return [
    extension ? `${approval.number}*${extension}` : approval.number,
    approval.kind,
    say(language, 'approval.open', { open, refused }),
    series ? say(language, 'approval.series', { ...series }) : '',
    lapse ? say(language, 'approval.lapse', { on: lapse.on, number: lapse.number, count: lapse.days }) : '',
  ]
}

function addShow(approval: VerbCommand, runtime: Runtime): void {
  const command = approval.command('show').argument('<number>')
  inWorkspace(runtime, command, async (backend, invocation) => {
    const [number = ''] = command.args
    const listed = await backend.call('approval/list', {})
    if (!listed.ok) return listed
    const found = listed.value.find(
      ({ approval: { number: known } }) => number === known || number.startsWith(`${known}*`),
    )
    if (!found) return fail(problem('approval-not-found', { approval: number }, {}, false))
    invocation.terminal.out(JSON.stringify(found.approval, null, 2))
    return ok(exitCodes.done)
  })
}

function addImport(approval: VerbCommand, runtime: Runtime): void {
  const command = approval.command('import').argument('<file>')
  inWorkspace(runtime, command, async (backend, invocation) => {
    const done = await backend.call('approval/import', { file: { path: resolve(command.args[0] ?? '') } })
    return done.ok ? ok(tellImport(done.value, invocation)) : done
  })
}

function tellImport(done: ApprovalImport, { terminal, json, language }: Invocation): ExitCode {
  const { added, changed, unchanged, problems } = done
  if (json) {
    const told = { ...done, problems: problems.map((one) => withWords(one, language)) }
    terminal.out(JSON.stringify(told, null, 2))
  } else {
    for (const one of problems) terminal.out(problemText(one, language))
    const counts = { added: added.length, changed: changed.length, unchanged: unchanged.length }
    terminal.out(say(language, problems.length > 0 ? 'approval.nothing-kept' : 'approval.imported', counts))
  }
  return problems.length > 0 ? exitCodes.refused : exitCodes.done
}

function addClock(approval: VerbCommand, runtime: Runtime): void {
  const command = approval.command('clock')
  inWorkspace(runtime, command, async (backend, invocation) => {
    const clock = await backend.call('approval/clock', {})
    if (!clock.ok) return clock
    const { terminal, json, language } = invocation
    if (json) terminal.out(JSON.stringify(clock.value, null, 2))
    else if (clock.value.length === 0) terminal.err(say(language, 'approval.clock-empty'))
    else terminal.out(table(clock.value.map((entry) => clockRow(entry, invocation))))
    return ok(exitCodes.done)
  })
}

function clockRow({ vin, order, status, lapse }: ClockEntry, { language }: Invocation): readonly string[] {
  const what = say(language, `approval.what.${lapse.what}`)
  return [
    say(language, 'approval.days', { days: lapse.days }).padStart(8),
    lapse.on,
    vin,
    order,
    statusText(status, language),
    `${what} ${lapse.number}`,
  ]
}

function addPack(approval: VerbCommand, runtime: Runtime): void {
  const command = approval.command('pack').requiredOption('--vin <vin>').requiredOption('-o, --output <dir>')
  onVehicle(runtime, command, async (id, backend, invocation) => {
    const { output } = command.opts<{ output: string }>()
    const made = await backend.call('approval/pack', { id, language: invocation.language })
    if (!made.ok) return made
    const folder = resolve(output)
    const ready = makeOutputFolder(folder)
    if (!ready.ok) return ready
    const file = resolve(folder, made.value.name)
    return answerFile(writeOutput(file, made.value.html), file, invocation)
  })
}

function addTemplate(approval: VerbCommand, runtime: Runtime): void {
  const command = approval.command('template').requiredOption('-o, --output <file>').option('--overwrite')
  act(runtime, command, async (invocation) => {
    const { output, overwrite } = command.opts<{ output: string; overwrite?: boolean }>()
    const file = resolve(output)
    const workbook = await templateWorkbook(invocation.language)
    return answerFile(writeNew(file, workbook, overwrite), file, invocation)
  })
}
