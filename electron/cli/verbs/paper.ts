import { resolve } from 'node:path'
import { leavesOf } from '../../../shared/ivi/message.ts'
import type { Language } from '../../../shared/messages.ts'
import type { PaperScan } from '../../../shared/paper/scan.ts'
import { problem } from '../../../shared/problem.ts'
import type { PaperBaseView } from '../../../shared/record/paper-views.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { fieldLabel } from '../../../shared/rules/field-label.ts'
import { collect } from '../assignments.ts'
import { type Backend, vehicleIdOf, withBackend } from '../backend.ts'
import { inWorkspace } from '../in-workspace.ts'
import { offeredOnPaper } from '../offered-on-paper.ts'
import type { Invocation } from '../options.ts'
import {
  paperState,
  scansInWords,
  suggestionsInWords,
  type TypedOnPaper,
  valuesInWords,
} from '../tell-paper.ts'
import { act, type ExitCode, exitCodes, type Runtime } from '../verb.ts'
import type { VerbCommand } from '../verb-command.ts'
import { problemText, withWords } from '../words.ts'
import { addTypePaper } from './type-paper.ts'

/** A base whose CoC is on paper: scans attached, values typed with their pages, used. */
export function addPaper(base: VerbCommand, runtime: Runtime): void {
  const paper = base.command('paper')
  addTypePaper(paper, runtime)

  const attach = ofVehicle(paper, 'attach').argument('<files...>').option('--replace <name>')
  inWorkspace(runtime, attach, async (backend, invocation) => {
    const vehicle = await vehicleIdOf(backend, vinOf(attach))
    if (!vehicle.ok) return vehicle
    const begun = await backend.call('paper-base/open', { vehicle: vehicle.value })
    return begun.ok ? attachAll(invocation, backend, begun.value, attach) : begun
  })

  const aside = ofVehicle(paper, 'set-aside').argument('<name>')
  act(runtime, aside, (invocation) =>
    withPaper(invocation, aside, async (view, backend) => {
      const scan = scanNamed(view, aside.args[0] ?? '')
      if (!scan.ok) return scan
      const done = await backend.call('paper-base/set-scan-aside', { scan: scan.value.id })
      if (!done.ok) return done
      tell(invocation, { scans: done.value.scans }, [scansInWords(done.value, invocation.language)])
      return ok(exitCodes.done)
    }),
  )

  const list = paper.command('list')
  inWorkspace(runtime, list, async (backend, invocation) => {
    const known = await backend.call('paper-base/list', {})
    if (!known.ok) return known
    const rows = known.value.map(({ vin, name, version }) => `${vin}  ${name}  ${version}`)
    invocation.terminal.out(invocation.json ? JSON.stringify(known.value, null, 2) : rows.join('\n') || '–')
    return ok(exitCodes.done)
  })

  const show = ofVehicle(paper, 'show')
  act(runtime, show, (invocation) =>
    withPaper(invocation, show, async (view) => {
      const { id, row, stageNumber, used, missing, own, scans } = view
      const told = { id, vin: row.vin, stageNumber, used, missing, own, scans }
      tell(invocation, told, [paperState(view, invocation.language), scansInWords(view, invocation.language)])
      return ok(exitCodes.done)
    }),
  )

  const values = ofVehicle(paper, 'values')
  act(runtime, values, (invocation) =>
    withPaper(invocation, values, async (view) => {
      const typed = typedValues(view, invocation.language)
      tell(invocation, typed, [valuesInWords(typed, invocation.language)])
      return ok(exitCodes.done)
    }),
  )

  const suggest = ofVehicle(paper, 'suggest').option('--field <path>', '', collect, [])
  act(runtime, suggest, (invocation) =>
    withPaper(invocation, suggest, async (view, backend) => {
      const offered = await offeredOnPaper(view, backend, suggest.opts<{ field: string[] }>().field)
      if (!offered.ok) return offered
      const { language } = invocation
      const told = offered.value.map(({ path, problem: why, ...rest }) => ({
        path,
        label: fieldLabel(path, language),
        ...rest,
        ...(why ? { problem: withWords(why, language) } : {}),
      }))
      tell(invocation, told, [suggestionsInWords(offered.value, language)])
      return ok(exitCodes.done)
    }),
  )
}

function ofVehicle(paper: VerbCommand, name: string): VerbCommand {
  return paper.command(name).requiredOption('--vin <vin>')
}

const vinOf = (command: VerbCommand): string => command.opts<{ vin: string }>().vin

function tell({ json, terminal }: Invocation, value: unknown, lines: readonly string[]): void {
  terminal.out(json ? JSON.stringify(value, null, 2) : lines.join('\n'))
}

/** The base on paper of a vehicle, which must have been begun. */
function withPaper(
  invocation: Invocation,
  command: VerbCommand,
  work: (view: PaperBaseView, backend: Backend) => Promise<Result<ExitCode>>,
) {
  return withBackend(invocation, async (backend) => {
    const vehicle = await vehicleIdOf(backend, vinOf(command))
    if (!vehicle.ok) return vehicle
    const known = await backend.call('paper-base/of-vehicle', { vehicle: vehicle.value })
    return known.ok ? work(known.value, backend) : known
  })
}

/** A scan in use by its name. Problem: `paper-scan-none-named` {name, names}. */
function scanNamed({ scans }: PaperBaseView, wanted: string): Result<PaperScan> {
  const current = scans.filter(({ replaced }) => !replaced)
  const scan = current.find(({ name }) => name === wanted)
  const names = current.map(({ name }) => name).join(', ') || '–'
  return scan ? ok(scan) : fail(problem('paper-scan-none-named', { name: wanted, names }, {}, false))
}

/** One bad file holds up no other; what was attached is told, and so is what was not. */
async function attachAll(
  invocation: Invocation,
  backend: Backend,
  begun: PaperBaseView,
  attach: VerbCommand,
): Promise<Result<ExitCode>> {
  const { terminal, json, language } = invocation
  const { replace } = attach.opts<{ replace?: string }>()
  const old = replace === undefined ? ok(undefined) : scanNamed(begun, replace)
  if (!old.ok) return old
  let view = begun
  const problems = []
  for (const [at, path] of attach.args.entries()) {
    const instead = at === 0 && old.value ? { instead: old.value.id } : {}
    const kept = await backend.call('paper-base/attach', {
      id: begun.id,
      file: { path: resolve(path) },
      ...instead,
    })
    if (kept.ok) view = kept.value
    else problems.push(kept.problem)
  }
  if (json) {
    const told = problems.map((each) => withWords(each, language))
    terminal.out(JSON.stringify({ scans: view.scans, problems: told }, null, 2))
  } else {
    if (problems.length < attach.args.length) terminal.out(scansInWords(view, language))
    for (const each of problems) terminal.out(problemText(each, language))
  }
  // A second time changes nothing, as with every import.
  const isRefused = problems.some(({ code }) => code !== 'paper-scan-known')
  return ok(isRefused ? exitCodes.refused : exitCodes.done)
}

function typedValues({ tree, sources }: PaperBaseView, language: Language): readonly TypedOnPaper[] {
  return [...leavesOf(tree)].flatMap(([path, value]) => {
    const source = sources[path]
    if (source?.kind !== 'typed') return []
    const label = fieldLabel(path, language)
    return [{ path, label, value, person: source.person, at: source.at, ...source.paper }]
  })
}
