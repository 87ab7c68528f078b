import { pairLines } from '../../../shared/compare/export-lines.ts'
import { comparisonJson } from '../../../shared/compare/export-run.ts'
import { ok, type Result } from '../../../shared/result.ts'
import { shippedReleases } from '../../ivi-xml/load-catalogue.ts'
import { compareEach, type Origin, planCompare } from '../../pipeline/compare-runs.ts'
import { readReleases } from '../../register/read-releases.ts'
import { type Backend, withBackend } from '../backend.ts'
import { type NamedSide, nameSide, needsWorkspace, sideInputs } from '../compare-side.ts'
import type { Invocation } from '../options.ts'
import { pairInWords, pairsInWords } from '../tell-comparison.ts'
import { type AddVerb, act, type ExitCode, exitCodes } from '../verb.ts'
import { problemText } from '../words.ts'

interface Wish {
  readonly all: boolean
  readonly each: boolean
}

export const addDiff: AddVerb = (program, runtime) => {
  const command = program.command('diff').argument('<a>').argument('<b>').option('--all').option('--each')
  act(runtime, command, async (invocation) => {
    const [a = '', b = ''] = command.args
    const { all = false, each = false } = command.opts<Partial<Wish>>()
    const left = nameSide(a)
    if (!left.ok) return left
    const right = nameSide(b)
    if (!right.ok) return right
    const run = (backend?: Backend) => diff(invocation, left.value, right.value, { all, each }, backend)
    return [left.value, right.value].some(needsWorkspace) ? withBackend(invocation, run) : run()
  })
}

async function diff(
  invocation: Invocation,
  a: NamedSide,
  b: NamedSide,
  { all, each }: Wish,
  backend: Backend | undefined,
): Promise<Result<ExitCode>> {
  const { terminal, json, language, workspace } = invocation
  const left = await sideInputs(a, backend)
  if (!left.ok) return left
  const right = await sideInputs(b, backend)
  if (!right.ok) return right
  const origin: Origin = backend?.workspace ?? { releases: readReleases(workspace, shippedReleases) }
  const byVin = [a, b].some(
    (side) => side.kind === 'register' || (side.kind === 'files' && side.folder !== undefined),
  )
  const planned = await planCompare(origin, { left: left.value, right: right.value, byVin })
  if (!planned.ok) return planned
  const lines: ReturnType<typeof pairLines>[] = []
  const run = await compareEach(planned.value, (detail) => {
    if (json) lines.push(pairLines(detail, language, all))
    else if (!byVin || each)
      terminal.out(`${pairInWords(detail, origin.releases.every, language, all)}${byVin ? '\n' : ''}`)
  })
  const { pairs, fields, unpaired, problems } = run
  if (json) terminal.out(comparisonJson(lines, run, language))
  else {
    if (byVin) terminal.out(pairsInWords(pairs, fields, unpaired, language))
    for (const { problem } of problems) terminal.err(problemText(problem, language))
  }
  if (problems.length > 0) return ok(exitCodes.unusable)
  const differ = pairs.some(({ differing }) => differing > 0) || unpaired.length > 0
  return ok(differ ? exitCodes.refused : exitCodes.done)
}
