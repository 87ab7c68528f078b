import { Option } from 'commander'
import type { Language } from '../../../shared/messages.ts'
import { driftInWords } from '../../../shared/record/drift-words.ts'
import type { DriftItem, VehicleDetail } from '../../../shared/record/views.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { describe } from '../../../shared/rules/explain.ts'
import { assignments, collect } from '../assignments.ts'
import { type Backend, vehicleIdOf } from '../backend.ts'
import { inWorkspace } from '../in-workspace.ts'
import { reasonText } from '../option-parsers.ts'
import type { Invocation } from '../options.ts'
import { type AddVerb, exitCodes } from '../verb.ts'
import { problemText, say, statusText, withWords } from '../words.ts'

export const addComplete: AddVerb = (program, runtime) => {
  const command = program
    .command('complete')
    .requiredOption('--vin <vin>')
    .option('--variant <id>')
    .option('--option <id>', '', collect, [])
    .addOption(new Option('--no-options').conflicts('option'))
    .option('--set <path=value>', '', collect, [])
    .option('--fix')
    .option('--reason <text>', '', reasonText)
  inWorkspace(runtime, command, async (backend, invocation) => {
    const options = command.opts<{
      vin: string
      variant?: string
      option: string[]
      options: boolean
      set: string[]
      fix?: boolean
      reason?: string
    }>()
    const values = assignments(options.set)
    if (!values.ok) return values
    const id = await vehicleIdOf(backend, options.vin)
    if (!id.ok) return id
    const choice = options.option.length > 0 ? options.option : options.options ? undefined : []
    const variantId = options.variant ?? (choice && (await bodyOf(backend, id.value)))
    const body = variantId === undefined ? undefined : { variantId, ...(choice ? { options: choice } : {}) }
    if (body && values.value.length === 0) {
      const applied = await backend.call('vehicle/apply-variant', { ids: [id.value], ...body })
      if (!applied.ok) return applied
      const refused = applied.value.find(({ problem: because }) => because)?.problem
      if (refused) return fail(refused)
    }
    if (values.value.length > 0) {
      const set = await backend.call('vehicle/set-values', {
        id: id.value,
        values: [...values.value],
        reason: options.reason,
        ...(body ? { body } : {}),
      })
      if (!set.ok) return set
    }
    if (options.fix) {
      const fixed = await fixFindings(backend, id.value, invocation)
      if (!fixed.ok) return fixed
    }
    const checked = await backend.call('vehicle/check', { ids: [id.value] })
    if (!checked.ok) return checked
    const detail = await backend.call('vehicle/get', { id: id.value })
    if (!detail.ok) return detail
    tellDetail(detail.value, invocation)
    const because = checked.value[0]?.problem
    if (because && !invocation.json) invocation.terminal.err(problemText(because, invocation.language))
    return ok(because ? exitCodes.refused : exitCodes.done)
  })
}

/** More is no vehicle with slips of the pen but another vehicle. */
const mostFixes = 100

/** Sets what findings have one answer for, and says so; one cure may show the next, so it looks again after each. */
async function fixFindings(
  backend: Backend,
  id: number,
  { terminal, json, language }: Invocation,
): Promise<Result<null>> {
  const done = new Set<string>()
  for (let round = 0; round < mostFixes; round += 1) {
    const detail = await backend.call('vehicle/get', { id })
    if (!detail.ok) return detail
    const next = detail.value.findings.find(
      ({ rule, code, path, fix }) => fix && !done.has(`${rule} ${code} ${path}`),
    )
    if (!next?.fix) return ok(null)
    done.add(`${next.rule} ${next.code} ${next.path}`)
    const reason = say(language, 'fix-reason', { rule: next.rule })
    const set = await backend.call('vehicle/set-values', { id, values: [...next.fix], reason })
    if (!set.ok) return set
    for (const { path, value } of json ? [] : next.fix)
      terminal.out(`  ${path} = ${value ?? '–'}  (${reason})`)
  }
  return ok(null)
}

/** The body that a vehicle has: options alone are chosen among its own. */
async function bodyOf(backend: Backend, id: number): Promise<string> {
  const detail = await backend.call('vehicle/get', { id })
  return detail.ok ? detail.value.row.variantId : ''
}

/** What the approval folder says, its reasons with their words. */
function verdictInWords({ mayIssue }: VehicleDetail, language: Language): Pick<VehicleDetail, 'mayIssue'> {
  if (!mayIssue) return {}
  const reasons = mayIssue.reasons.map((reason) => ({
    ...reason,
    problem: withWords(reason.problem, language),
  }))
  return { mayIssue: { ...mayIssue, reasons } }
}

function tellDetail(detail: VehicleDetail, { terminal, json, language }: Invocation): void {
  if (json) {
    const { stages, history: _history, ...rest } = detail
    const findings = detail.findings.map((finding) => ({ ...finding, text: describe(finding, language) }))
    const earlier = stages.map(({ tree: _tree, ...stage }) => stage)
    const told = { ...rest, ...verdictInWords(detail, language), findings, stages: earlier }
    terminal.out(JSON.stringify(told, null, 2))
    return
  }
  const { row, mayIssue } = detail
  terminal.out(
    [row.vin, statusText(row.status, language), say(language, 'version', { version: row.version })].join(
      '  ',
    ),
  )
  if (mayIssue) terminal.out(`  ${say(language, `may-issue.${mayIssue.state}`)}`)
  for (const finding of detail.findings) {
    const severity = say(language, `severity.${finding.severity}`).padEnd(8)
    terminal.out(`  ${severity}${finding.rule}  ${describe(finding, language)}`)
  }
  for (const item of detail.drift) if (item.exceeded) terminal.out(`  ${driftLine(item, language)}`)
}

function driftLine(item: DriftItem, language: Language): string {
  const { signOff } = item
  const answered = signOff ? `, ${say(language, 'signed-off', { person: signOff.person })}` : ''
  return `${say(language, 'drift')}  ${driftInWords(item, language)}${answered}`
}
