import { resolve } from 'node:path'
import { fieldIndex } from '../../../shared/ivi/catalogue.ts'
import { leavesOf } from '../../../shared/ivi/message.ts'
import { type ReadableScan, readableScan } from '../../../shared/paper/item-text.ts'
import { suggestionsFor } from '../../../shared/paper/suggest.ts'
import { problem } from '../../../shared/problem.ts'
import type { PaperBaseView } from '../../../shared/record/paper-views.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { collect } from '../assignments.ts'
import { type Backend, vehicleIdOf, withBackend } from '../backend.ts'
import { inWorkspace } from '../in-workspace.ts'
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
      const { id, row, stageNumber, used, missing, scans } = view
      const told = { id, vin: row.vin, stageNumber, used, missing, scans }
      tell(invocation, told, [paperState(view, invocation.language), scansInWords(view, invocation.language)])
      return ok(exitCodes.done)
    }),
  )

  const values = ofVehicle(paper, 'values')
  act(runtime, values, (invocation) =>
    withPaper(invocation, values, async (view) => {
      const typed = typedValues(view)
      tell(invocation, typed, [valuesInWords(typed, invocation.language)])
      return ok(exitCodes.done)
    }),
  )

  const suggest = ofVehicle(paper, 'suggest').option('--field <path>', '', collect, [])
  act(runtime, suggest, (invocation) =>
    withPaper(invocation, suggest, async (view, backend) => {
      const offered = await offeredValues(view, backend, suggest.opts<{ field: string[] }>().field)
      if (!offered.ok) return offered
      const { language } = invocation
      const told = offered.value.map(({ problem: why, ...rest }) => ({
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

/** One bad file holds up no other; what was attached is told, and so is what was not. */
async function attachAll(
  invocation: Invocation,
  backend: Backend,
  begun: PaperBaseView,
  attach: VerbCommand,
): Promise<Result<ExitCode>> {
  const { terminal, json, language } = invocation
  const { replace } = attach.opts<{ replace?: string }>()
  const old = begun.scans.find(({ name, replaced }) => name === replace && !replaced)
  if (replace !== undefined && !old) {
    const names = begun.scans.map(({ name }) => name).join(', ') || '–'
    return fail(problem('paper-scan-none-named', { name: replace, names }, {}, false))
  }
  let view = begun
  const problems = []
  for (const [at, path] of attach.args.entries()) {
    const instead = at === 0 && old ? { instead: old.id } : {}
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
  return ok(problems.length > 0 ? exitCodes.refused : exitCodes.done)
}

function typedValues({ tree, sources }: PaperBaseView): readonly TypedOnPaper[] {
  return [...leavesOf(tree)].flatMap(([path, value]) => {
    const source = sources[path]
    if (source?.kind !== 'typed') return []
    return [{ path, value, person: source.person, at: source.at, ...source.paper }]
  })
}

async function offeredValues(view: PaperBaseView, backend: Backend, fields: readonly string[]) {
  const { catalogue } = backend.workspace
  const scans: ReadableScan[] = []
  for (const scan of view.scans.filter(({ hasText, replaced }) => hasText && !replaced)) {
    const pages = await backend.call('paper-base/scan-pages', { scan: scan.id })
    if (!pages.ok) return pages
    scans.push(readableScan(scan, pages.value))
  }
  const stated = leavesOf(view.tree)
  const wanted = fields.length > 0 ? fields : [...fieldIndex(catalogue).keys()]
  return ok(
    wanted
      .filter((path) => fields.length > 0 || !stated.has(path))
      .flatMap((path) => suggestionsFor(path, scans, catalogue).map((one) => ({ path, ...one }))),
  )
}
