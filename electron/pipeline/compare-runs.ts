import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { comparePair, pairView, plan, summarise } from '../../shared/compare/compare-pairs.ts'
import { differences } from '../../shared/compare/comparison.ts'
import type { SideInput } from '../../shared/compare/side-input.ts'
import type { CompareRun, PairDetail, SideView } from '../../shared/compare/views.ts'
import type { FileInput } from '../../shared/ipc-contract.ts'
import type { Releases } from '../../shared/ivi/releases.ts'
import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { findVehiclesByVin } from '../register/vehicles.ts'
import type { Workspace } from '../workspace.ts'
import { certificateSide, fileSide, type SideMessage, stageSide } from './compare-side.ts'
import { maxMessageMegabytes, openFile } from './open-file.ts'

/** A message of a run by where it is found again; trees of thousands would fill the memory. */
export interface Kept {
  readonly view: SideView
  readonly read: () => Result<SideMessage>
}

export interface KeptPair {
  readonly left: Kept
  readonly right: Kept
}

interface KeptRun {
  readonly run: CompareRun
  readonly pairs: readonly KeptPair[]
}

type RunProblem = CompareRun['problems'][number]

/** A person looks at one and maybe goes back to the one before. */
const mostRuns = 4
const runs = new WeakMap<Workspace, Map<number, KeptRun>>()
let lastRun = 0

/** A file's message, its bytes kept as they are now. */
async function keepFile(
  input: FileInput,
  called: string | undefined,
  releases: Releases,
): Promise<Result<Kept>> {
  const opened = await openFile(input, maxMessageMegabytes)
  if (!opened.ok) return called ? fail({ ...opened.problem, where: { file: called } }) : opened
  const { bytes } = opened.value
  const name = called ?? opened.value.name
  const read = fileSide(name, bytes, releases)
  if (!read.ok) return read
  const packed = deflateRawSync(bytes)
  const { view } = read.value
  return ok({ view, read: () => fileSide(name, inflateRawSync(packed), releases, view.signature) })
}

type ComparedKept = { readonly ok: true; readonly value: PairDetail } | ({ readonly ok: false } & RunProblem)

/** Two kept messages with every value, or which of them is there no more and why. */
function compareKept({ left, right }: KeptPair): ComparedKept {
  const ours = left.read()
  if (!ours.ok) return { ...ours, side: 'left' }
  const theirs = right.read()
  if (!theirs.ok) return { ...theirs, side: 'right' }
  return { ok: true, value: comparePair(ours.value, theirs.value) }
}

export interface CompareWish {
  readonly left: readonly SideInput[]
  readonly right: readonly SideInput[]
  /** False: one message with one other, whatever their VIN. */
  readonly byVin: boolean
}

export interface Planned extends Pick<CompareRun, 'unpaired' | 'problems'> {
  readonly pairs: readonly KeptPair[]
}

/** Where messages come from: files need the releases alone. */
export type Origin = Workspace | Pick<Workspace, 'releases'>

/**
 * Reads both sides and pairs them up. Codes: `compare-register-twice`, those of the only two messages where one of them
 * cannot be read.
 */
export async function planCompare(
  origin: Origin,
  { left, right, byVin }: CompareWish,
): Promise<Result<Planned>> {
  if (namesRegister(left) && namesRegister(right))
    return fail(problem('compare-register-twice', {}, {}, false))
  const problems: RunProblem[] = []
  const given = (side: 'left' | 'right', inputs: readonly SideInput[]) =>
    readAll(origin, side, inputs, byVin, problems)
  const [ofLeft, ofRight] = [await given('left', left), await given('right', right)]
  const lefts = namesRegister(left) ? [...ofLeft, ...fromRegister(origin, ofRight)] : ofLeft
  const rights = namesRegister(right) ? [...ofRight, ...fromRegister(origin, ofLeft)] : ofRight
  const [only] = problems
  return !byVin && only ? fail(only.problem) : ok({ ...plan(lefts, rights, byVin), problems })
}

/**
 * Compares pair after pair and sums them up; what is there no more joins the problems and holds up no other. `onPair`
 * is handed each with all its values, which are not kept.
 */
export async function compareEach(
  { pairs, unpaired, problems }: Planned,
  onPair: (detail: PairDetail, pair: KeptPair) => void,
): Promise<Omit<CompareRun, 'id'>> {
  const unread = [...problems]
  const compared = []
  for (const pair of pairs) {
    const detail = compareKept(pair)
    if (detail.ok) {
      compared.push({ view: pairView(detail.value), differing: differences(detail.value.vehicle) })
      onPair(detail.value, pair)
    } else unread.push({ side: detail.side, problem: detail.problem })
    await breath()
  }
  return summarise(compared, unpaired, unread)
}

/** Reads both sides, pairs them up and compares each pair; the run is kept to be looked at. */
export async function runCompare(workspace: Workspace, wish: CompareWish): Promise<Result<CompareRun>> {
  const planned = await planCompare(workspace, wish)
  if (!planned.ok) return planned
  const total = planned.value.pairs.length
  const pairs: KeptPair[] = []
  const compared = await compareEach(planned.value, (_detail, pair) => {
    pairs.push(pair)
    workspace.emit({ kind: 'progress', task: 'compare', done: pairs.length, total })
  })
  lastRun += 1
  const run = { id: lastRun, ...compared }
  const kept = runs.get(workspace) ?? new Map<number, KeptRun>()
  runs.set(workspace, kept.set(run.id, { run, pairs }))
  for (const old of [...kept.keys()].slice(0, -mostRuns)) kept.delete(old)
  return ok(run)
}

/** Code: `compare-gone` where the program was closed since. */
export function compareRun(workspace: Workspace, id: number): Result<CompareRun> {
  const kept = runs.get(workspace)?.get(id)
  return kept ? ok(kept.run) : fail(problem('compare-gone'))
}

/** One pair as it stands now: a draft may have changed since. Code: `compare-gone`. */
export function comparedPair(workspace: Workspace, id: number, at: number): Result<PairDetail> {
  const pair = runs.get(workspace)?.get(id)?.pairs[at]
  return pair ? compareKept(pair) : fail(problem('compare-gone'))
}

async function readAll(
  origin: Origin,
  side: 'left' | 'right',
  inputs: readonly SideInput[],
  byVin: boolean,
  problems: RunProblem[],
): Promise<readonly Kept[]> {
  const kept: Kept[] = []
  for (const input of inputs) {
    if ('register' in input) continue
    const found = await keep(origin, input)
    if (!found.ok) problems.push({ side, problem: found.problem })
    else if (byVin && found.value.view.vin.trim() === '')
      problems.push({ side, problem: problem('compare-without-vin', {}, { file: found.value.view.file }) })
    else kept.push(found.value)
    await breath()
  }
  return kept
}

async function keep(origin: Origin, input: Exclude<SideInput, { register: true }>): Promise<Result<Kept>> {
  if ('file' in input) return keepFile(input.file, input.name, origin.releases)
  const workspace = registerOf(origin)
  const read = (): Result<SideMessage> =>
    'stage' in input
      ? stageSide(workspace, input.vehicle, input.stage)
      : certificateSide(workspace, input.vehicle, input.certificate)
  const found = read()
  return found.ok ? ok({ view: found.value.view, read }) : found
}

const namesRegister = (inputs: readonly SideInput[]): boolean => inputs.some((input) => 'register' in input)

/** The vehicles of the register that the other side names; where several sources know one, the one worked on last. */
function fromRegister(origin: Origin, others: readonly Kept[]): readonly Kept[] {
  const workspace = registerOf(origin)
  const vins = new Set(others.map(({ view }) => view.vin.trim().toUpperCase()))
  return [...vins].flatMap((vin) => {
    const id = findVehiclesByVin(workspace.db, vin)[0]?.id
    if (id === undefined) return []
    const read = (): Result<SideMessage> => certificateSide(workspace, id)
    const found = read()
    return found.ok ? [{ view: found.value.view, read }] : []
  })
}

function registerOf(origin: Origin): Workspace {
  if ('db' in origin) return origin
  throw new Error('vehicles are compared within a workspace')
}

/** Others get their turn between two messages. */
const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
