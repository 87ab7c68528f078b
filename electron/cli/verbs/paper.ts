import { resolve } from 'node:path'
import type { Command } from 'commander'
import { fieldIndex } from '../../../shared/ivi/catalogue.ts'
import { leavesOf } from '../../../shared/ivi/message.ts'
import { type ReadableScan, readableScan } from '../../../shared/paper/item-text.ts'
import { suggestionsFor } from '../../../shared/paper/suggest.ts'
import { problem } from '../../../shared/problem.ts'
import type { PaperBaseView } from '../../../shared/record/paper-views.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { collect } from '../assignments.ts'
import { type Backend, vehicleIdOf, withBackend } from '../backend.ts'
import type { Invocation } from '../options.ts'
import {
  paperState,
  scansInWords,
  suggestionsInWords,
  type TypedOnPaper,
  valuesInWords,
} from '../tell-paper.ts'
import { action, type ExitCode, exitCodes, type Runtime } from '../verb.ts'
import { problemText, withWords } from '../words.ts'
import { addTypePaper } from './type-paper.ts'

/** A base whose CoC is on paper: scans attached, values typed with their pages, used. */
export function addPaper(base: Command, runtime: Runtime): void {
  const paper = base
    .command('paper')
    .description('a base whose CoC is on paper: its scans, its values with their pages')
    .addHelpText(
      'after',
      `
Examples:
  bodymark base paper attach coc.pdf --vin ZZBFC12H0T1000701
  bodymark base paper suggest --vin ZZBFC12H0T1000701
  bodymark base paper --vin ZZBFC12H0T1000701 --set CocDataGroup/Type=HC12 --page 1
  bodymark base paper --vin ZZBFC12H0T1000701 --use`,
    )
  addTypePaper(paper, runtime)

  const attach = ofVehicle(paper, 'attach')
    .argument('<files...>', 'scans of the CoC (PDF, PNG, JPEG), in the order of the paper')
    .option('--replace <name>', 'take the place of this scan, which stays as evidence')
    .description('keep scans beside the base; it is begun where it was not')
    .addHelpText(
      'after',
      '\nExample:\n  bodymark base paper attach front.pdf back.pdf --vin ZZBFC12H0T1000701',
    )
  attach.action(
    action(runtime, attach, (invocation) =>
      withBackend(invocation, async (backend) => {
        const vehicle = await vehicleIdOf(backend, vinOf(attach))
        if (!vehicle.ok) return vehicle
        const begun = await backend.call('paper-base/open', { vehicle: vehicle.value })
        return begun.ok ? attachAll(invocation, backend, begun.value, attach) : begun
      }),
    ),
  )

  const list = paper
    .command('list')
    .description('bases on paper in use, from which another of the same version can be begun')
    .addHelpText('after', '\nExample:\n  bodymark base paper list --json')
  list.action(
    action(runtime, list, (invocation) =>
      withBackend(invocation, async (backend) => {
        const known = await backend.call('paper-base/list', {})
        if (!known.ok) return known
        const rows = known.value.map(({ vin, name, version }) => `${vin}  ${name}  ${version}`)
        invocation.terminal.out(
          invocation.json ? JSON.stringify(known.value, null, 2) : rows.join('\n') || '–',
        )
        return ok(exitCodes.done)
      }),
    ),
  )

  const show = ofVehicle(paper, 'show')
    .description('how far a base on paper is, and its scans')
    .addHelpText('after', '\nExample:\n  bodymark base paper show --vin ZZBFC12H0T1000701')
  show.action(
    action(runtime, show, (invocation) =>
      withPaper(invocation, show, async (view) => {
        const { id, row, stageNumber, used, missing, scans } = view
        const told = { id, vin: row.vin, stageNumber, used, missing, scans }
        tell(invocation, told, [
          paperState(view, invocation.language),
          scansInWords(view, invocation.language),
        ])
        return ok(exitCodes.done)
      }),
    ),
  )

  const values = ofVehicle(paper, 'values')
    .description('every value that was typed, with the page it was read on')
    .addHelpText('after', '\nExample:\n  bodymark base paper values --vin ZZBFC12H0T1000701 --json')
  values.action(
    action(runtime, values, (invocation) =>
      withPaper(invocation, values, async (view) => {
        const typed = typedValues(view)
        tell(invocation, typed, [valuesInWords(typed, invocation.language)])
        return ok(exitCodes.done)
      }),
    ),
  )

  const suggest = ofVehicle(paper, 'suggest')
    .option('--field <path>', 'this field alone; may be given several times', collect, [])
    .description('what the text of the scans offers for fields that have no value yet; nothing is taken')
    .addHelpText(
      'after',
      '\nExample:\n  bodymark base paper suggest --vin ZZBFC12H0T1000701 --field CocDataGroup/DimensionGroup/Wheelbase',
    )
  suggest.action(
    action(runtime, suggest, (invocation) =>
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
    ),
  )
}

function ofVehicle(paper: Command, name: string): Command {
  return paper.command(name).requiredOption('--vin <vin>', 'vehicle')
}

const vinOf = (command: Command): string => command.opts<{ vin: string }>().vin

function tell({ json, terminal }: Invocation, value: unknown, lines: readonly string[]): void {
  terminal.out(json ? JSON.stringify(value, null, 2) : lines.join('\n'))
}

/** The base on paper of a vehicle, which must have been begun. */
function withPaper(
  invocation: Invocation,
  command: Command,
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
  attach: Command,
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
