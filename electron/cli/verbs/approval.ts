import { resolve } from 'node:path'
import type { Command } from 'commander'
import { problem } from '../../../shared/problem.ts'
import type { ApprovalImport, ApprovalView, ClockEntry } from '../../../shared/record/views.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { templateWorkbook } from '../../pipeline/approval-file.ts'
import { vehicleIdOf, withBackend } from '../backend.ts'
import type { Invocation } from '../options.ts'
import { type AddVerb, action, type ExitCode, exitCodes, type Runtime } from '../verb.ts'
import { problemText, say, statusText, table, withWords } from '../words.ts'
import { makeOutputFolder, overwriteOption, writeNew, writeOutput } from '../write-output.ts'

const verbExample =
  '\nExamples:\n  bodymark approval template -o folder.xlsx\n  bodymark --as "A. Lead" approval import folder.xlsx\n  bodymark approval clock --json'

/** The approval folder: our whole-vehicle approvals and what may be issued under them. */
export const addApproval: AddVerb = (program, runtime) => {
  const approval = program
    .command('approval')
    .description('the approval folder: our approvals, what they allow, and what lapses next')
    .addHelpText('after', verbExample)
  addList(approval, runtime)
  addShow(approval, runtime)
  addImport(approval, runtime)
  addClock(approval, runtime)
  addPack(approval, runtime)
  addTemplate(approval, runtime)
}

function addList(approval: Command, runtime: Runtime): void {
  const command = approval
    .command('list')
    .description('every approval with its newest extension, open vehicles, and what of it ends first')
    .addHelpText('after', '\nExample:\n  bodymark approval list --json')
  command.action(
    action(runtime, command, (invocation) =>
      withBackend(invocation, async (backend) => {
        const listed = await backend.call('approval/list', {})
        if (!listed.ok) return listed
        const { terminal, json, language } = invocation
        if (json) terminal.out(JSON.stringify(listed.value, null, 2))
        else if (listed.value.length === 0) terminal.err(say(language, 'approval.none'))
        else terminal.out(table(listed.value.map((view) => listRow(view, invocation))))
        return ok(exitCodes.done)
      }),
    ),
  )
}

function listRow(view: ApprovalView, { language }: Invocation): readonly string[] {
  const { approval, open, refused, lapse, series } = view
  const extension = approval.extensions.at(-1)?.extension
  return [
    extension ? `${approval.number}*${extension}` : approval.number,
    approval.kind,
    say(language, 'approval.open', { open, refused }),
    series ? say(language, 'approval.series', { ...series }) : '',
    lapse ? say(language, 'approval.lapse', { on: lapse.on, number: lapse.number, days: lapse.days }) : '',
  ]
}

function addShow(approval: Command, runtime: Runtime): void {
  const command = approval
    .command('show')
    .argument('<number>', 'approval number, with or without its extension')
    .description('one approval as JSON, in the form that import takes')
    .addHelpText('after', "\nExample:\n  bodymark approval show 'e24*2018/858*00990'")
  command.action(
    action(runtime, command, (invocation) =>
      withBackend(invocation, async (backend) => {
        const [number = ''] = command.args
        const listed = await backend.call('approval/list', {})
        if (!listed.ok) return listed
        const found = listed.value.find(
          ({ approval: { number: known } }) => number === known || number.startsWith(`${known}*`),
        )
        if (!found) return fail(problem('approval-not-found', { approval: number }, {}, false))
        invocation.terminal.out(JSON.stringify(found.approval, null, 2))
        return ok(exitCodes.done)
      }),
    ),
  )
}

function addImport(approval: Command, runtime: Runtime): void {
  const command = approval
    .command('import')
    .argument('<file>', 'JSON, XLSX or CSV; “approval template” writes an example')
    .description('bring approvals into the folder, all or none; a second time changes nothing')
    .addHelpText(
      'after',
      `
A sheet has one row an extension, version and base; “approval template” explains each column.
JSON is one approval, a list, or { "approvals": [ … ] }:
  { "number": "e24*2018/858*00990", "kind": "EU" | "ESS" | "NSS" | "IV" | "NIV", "yearlyLimit": 250,
    "extensions": [{ "extension": "04", "issued": "2026-03-02", "validUntil": "2029-07-06",
      "versions": [{ "type": "MB", "variant": "TIP3", "version": "3450", "bodywork": ["BA 10"],
        "options": ["TOWBAR"], "ranges": { "actualMass": { "min": 2400, "max": 2900 } } }],
      "bases": [{ "approval": "e3*2018/858*00991", "extensions": ["07", "08"], "types": [], "variants": [],
        "endsOn": "2027-06-30", "for": [] }] }],
    "vehicles": ["VIN of an individual approval"] }
Ranges: massInRunningOrder, actualMass, ladenMass (kg), length, width, height (mm).
It needs a person with the role homologation (--as).

Example:
  bodymark --as "A. Lead" approval import folder.xlsx`,
    )
  command.action(
    action(runtime, command, (invocation) =>
      withBackend(invocation, async (backend) => {
        const done = await backend.call('approval/import', { file: { path: resolve(command.args[0] ?? '') } })
        return done.ok ? ok(tellImport(done.value, invocation)) : done
      }),
    ),
  )
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

function addClock(approval: Command, runtime: Runtime): void {
  const command = approval
    .command('clock')
    .description('open vehicles by the days left until base, approval or series ends')
    .addHelpText('after', '\nExample:\n  bodymark approval clock --json')
  command.action(
    action(runtime, command, (invocation) =>
      withBackend(invocation, async (backend) => {
        const clock = await backend.call('approval/clock', {})
        if (!clock.ok) return clock
        const { terminal, json, language } = invocation
        if (json) terminal.out(JSON.stringify(clock.value, null, 2))
        else if (clock.value.length === 0) terminal.err(say(language, 'approval.clock-empty'))
        else terminal.out(table(clock.value.map((entry) => clockRow(entry, invocation))))
        return ok(exitCodes.done)
      }),
    ),
  )
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

function addPack(approval: Command, runtime: Runtime): void {
  const command = approval
    .command('pack')
    .requiredOption('--vin <vin>', 'vehicle')
    .requiredOption('-o, --output <dir>', 'folder for the page')
    .description('data sheet, calculation and statutory plate as one HTML page to print')
    .addHelpText('after', '\nExample:\n  bodymark approval pack --vin ZZBFC35A0T1000101 -o papers')
  command.action(
    action(runtime, command, (invocation) =>
      withBackend(invocation, async (backend) => {
        const { vin, output } = command.opts<{ vin: string; output: string }>()
        const id = await vehicleIdOf(backend, vin)
        if (!id.ok) return id
        const made = await backend.call('approval/pack', { id: id.value, language: invocation.language })
        if (!made.ok) return made
        const folder = resolve(output)
        const ready = makeOutputFolder(folder)
        if (!ready.ok) return ready
        const file = resolve(folder, made.value.name)
        return told(writeOutput(file, made.value.html), file, invocation)
      }),
    ),
  )
}

function addTemplate(approval: Command, runtime: Runtime): void {
  const command = approval
    .command('template')
    .requiredOption('-o, --output <file>', 'workbook to write')
    .option(...overwriteOption)
    .description('write an example sheet with a legend of its columns')
    .addHelpText('after', '\nExample:\n  bodymark --lang de approval template -o Genehmigungen.xlsx')
  command.action(
    action(runtime, command, async (invocation) => {
      const { output, overwrite } = command.opts<{ output: string; overwrite?: boolean }>()
      const file = resolve(output)
      const workbook = await templateWorkbook(invocation.language)
      return told(writeNew(file, workbook, overwrite), file, invocation)
    }),
  )
}

function told(written: Result<null>, file: string, { terminal, json }: Invocation): Result<ExitCode> {
  if (!written.ok) return written
  terminal.out(json ? JSON.stringify({ file }) : file)
  return ok(exitCodes.done)
}
