import places from '../../schemas/weights/paths.json' with { type: 'json' }
import { plainWords } from '../first-issue.ts'
import { type MessageGroup, type MessageTree, rowsAt, valueAt } from '../ivi/message.ts'
import { type Problem, problem } from '../problem.ts'
import { isTrailer } from '../rules/is-trailer.ts'
import { type EarlierStage, overlayStages } from '../rules/overlay-stages.ts'
import { inputProblem } from './input-problem.ts'
import { type LoadCase, type StaticVehicle, staticVehicle } from './load-case.ts'
import type { Loads } from './loads.ts'
import { axleRows, couplingRows, number, towableMasses, verticalMass } from './message-loads.ts'
import { minimumPayload } from './weight-facts.ts'

export interface RecordOfVehicle {
  /** Our message, as far as it is made. */
  readonly own: MessageTree
  /** What earlier manufacturers declared: stage 1 first. */
  readonly earlier: readonly EarlierStage[]
  /** What body, options and the vehicle itself put on; undefined where nothing says it. */
  readonly loads: Loads | undefined
  /** Weighing needs places alone: what the empty vehicle's axles bear may then be unknown. */
  readonly placesOnly?: boolean
}

/** Whose axle loads the empty vehicle has: an earlier stage's, our own item 13.1, or none (all masses are placed). */
export interface EmptyBasis {
  readonly from: 'stage' | 'own' | 'none' | 'quotation'
  readonly stage?: number
  readonly item?: string
}

export type WeighableRecord =
  | { readonly kind: 'ready'; readonly given: LoadCase; readonly basis: EmptyBasis }
  | { readonly kind: 'missing'; readonly problem: Problem }

const nothing: Loads = { masses: [], seats: [] }

/**
 * The statics of a vehicle from its certificates. Limits, places and dimensions are those of all stages laid over each
 * other; the empty vehicle is what the latest earlier stage declared (14.1 of an incomplete one, else 13.1), never the
 * first. A vehicle whose body places no masses is drawn from our own 13.1. Load sharing of a group comes from the
 * loads, else in proportion to its axles' permissible masses (`schemas/weights/paths.json`). Problems, with the field
 * that would say it: `weights-need-axles`, `weights-need-bodywork`, `weights-need-places` {axle}, `weights-need-empty`,
 * and those of `inputProblem` where what is stated does not fit together.
 */
export function weighableRecord(record: RecordOfVehicle): WeighableRecord {
  const { own, earlier } = record
  const isWhole = valueAt(own, places.stage) === 'C'
  const stages = isWhole ? [] : earlier
  const tree = stages.length > 0 ? overlayStages(stages, own) : own
  const loads = record.loads ?? nothing
  const axles = axleRows(tree)
  if (axles.length === 0) return missing('weights-need-axles', places.axles.rows)
  const kind = kindOf(tree)
  if (!kind) return missing('weights-need-bodywork', `${places.bodies.rows}/${places.bodies.code}`)
  const couplings = couplingRows(tree)
  const bears = kind === 'semi-trailer' || kind === 'centre-axle-trailer'
  const xs = placesOf(tree, axles, bears ? couplings : undefined)
  if (!xs.ok) return missing('weights-need-places', xs.path, { axle: xs.axle })
  const empty = emptyOf(own, stages, loads) ?? (record.placesOnly ? unknownEmpty : undefined)
  if (!empty) return missing('weights-need-empty', emptyPath(own, stages))
  const json = {
    kind,
    category: valueAt(tree, places.category),
    axles: axles.map((row, at) => ({
      x: xs.places[at],
      limit: number(row[places.axles.limit]),
      minimum: number(row[places.axles.minimum]),
      empty: empty.axles[at] ?? 0,
      liftable: row[places.axles.lift] === 'Y',
      powered: row[places.axles.powered] === 'Y',
      steered: row[places.axles.steered] === 'Y',
      twinWheels: row[places.axles.twinWheels] === 'Y',
    })),
    groups: groupsOf(tree, loads),
    ...(bears ? { support: supportOf(tree, kind, empty.coupling) } : {}),
    ...(bears ? {} : towingOf(tree, loads, xs.places.at(-1) ?? 0)),
    maxima: { laden: number(valueAt(tree, places.masses.laden)), ...towableMasses(tree) },
    minimumPayload: minimumPayload({
      category: valueAt(tree, places.category),
      specialPurpose: text(rowsAt(tree, places.bodies.rows)[0], places.bodies.specialPurpose),
      places: number(valueAt(tree, places.seats)) ?? 0,
      length: number(valueAt(tree, places.dimensions.length)) ?? 0,
    }),
    dimensions: dimensionsOf(tree, xs.places.at(-1) ?? 0, bears ? couplings : undefined),
  }
  const found = staticVehicle.safeParse(json, plainWords)
  // Loads were parsed where they came from.
  if (found.success)
    return { kind: 'ready', given: { vehicle: found.data, loads, trials: [] }, basis: empty.basis }
  return {
    kind: 'missing',
    problem: { ...inputProblem(json, found.error), where: { path: places.axles.rows } },
  }
}

function missing(
  code: string,
  path: string,
  args: Readonly<Record<string, string | number>> = {},
): WeighableRecord {
  return { kind: 'missing', problem: problem(code, args, { path }) }
}

function kindOf(tree: MessageTree): StaticVehicle['kind'] | undefined {
  const category = valueAt(tree, places.category) ?? ''
  if (!isTrailer(category)) return 'rigid'
  const code = text(rowsAt(tree, places.bodies.rows)[0], places.bodies.code)
  const found = places.kinds.byBodywork.find(({ codes }) => codes.includes(code ?? ''))?.kind
  return found === 'semi-trailer' || found === 'centre-axle-trailer' || found === 'drawbar-trailer'
    ? found
    : undefined
}

type Places =
  | { readonly ok: true; readonly places: readonly number[] }
  | { readonly ok: false; readonly path: string; readonly axle: number }

/** From axle 1, or from a trailer's coupling, by the spacings; two axles without one stand at the wheelbase. */
function placesOf(
  tree: MessageTree,
  axles: readonly MessageGroup[],
  couplings: readonly MessageGroup[] | undefined,
): Places {
  const wheelbase = number(valueAt(tree, places.dimensions.wheelbase))
  let x = 0
  if (couplings) {
    const { toFirstAxle } = places.couplings
    const stated = couplings.map((row) => number(row[toFirstAxle])).find((one) => one !== undefined)
    const first = stated ?? (axles.length === 1 ? wheelbase : undefined)
    if (first === undefined) return { ok: false, path: `${places.couplings.rows}[1]/${toFirstAxle}`, axle: 1 }
    x = first
  }
  const found = [x]
  for (let at = 1; at < axles.length; at += 1) {
    const stated = number(axles[at - 1]?.[places.axles.spacing])
    const spacing = stated ?? (axles.length === 2 && !couplings ? wheelbase : undefined)
    if (spacing === undefined) {
      return { ok: false, path: `${places.axles.rows}[${at}]/${places.axles.spacing}`, axle: at }
    }
    x += spacing
    found.push(x)
  }
  return { ok: true, places: found }
}

function groupsOf(tree: MessageTree, loads: Loads) {
  const { rows, limit, members, member, axle } = places.groups
  const stated = rowsAt(tree, rows).map((row) => ({
    axles: rowsAt(row, `${members}/${member}`)
      .flatMap((one) => number(one[axle]) ?? [])
      .sort((a, b) => a - b),
    limit: number(row[limit]),
  }))
  const same = (a: readonly number[], b: readonly number[]) => a.join() === b.join()
  const known = stated
    .filter(({ axles }) => axles.length > 1)
    .map((group) => {
      const sharing = loads.sharing?.find(({ axles }) => same(axles, group.axles))
      return sharing ? { ...group, shares: sharing.shares } : group
    })
  const further = (loads.sharing ?? []).filter(
    ({ axles }) => !known.some((group) => group.axles.some((one) => axles.includes(one))),
  )
  return [...known, ...further]
}

function supportOf(tree: MessageTree, kind: StaticVehicle['kind'], empty: number) {
  return {
    kind: kind === 'semi-trailer' ? 'king-pin' : 'drawbar-eye',
    limit: verticalMass(tree),
    empty,
  }
}

/** Where a trailer presses: as the body says, else by the distances of items 8 and 9. */
function towingOf(tree: MessageTree, loads: Loads, lastAxle: number) {
  const limit = verticalMass(tree)
  if (!limit) return {}
  const code = text(rowsAt(tree, places.bodies.rows)[0], places.bodies.code) ?? ''
  const kind = places.kinds.fifthWheelCodes.includes(code) ? 'fifth-wheel' : 'rear-coupling'
  const { front } = dimensionsOf(tree, lastAxle, undefined)
  const stated = couplingRows(tree).flatMap((row) => {
    const [toLast, fromFront] = [
      number(row[places.couplings.toLastAxle]),
      number(row[places.couplings.fromFrontEnd]),
    ]
    if (kind === 'fifth-wheel' && toLast !== undefined) return [lastAxle - toLast]
    return fromFront === undefined || front === undefined ? [] : [fromFront - front]
  })
  const x = loads.coupling?.x ?? stated[0]
  return x === undefined ? {} : { towing: { kind, x, limit } }
}

function dimensionsOf(
  tree: MessageTree,
  lastAxle: number,
  couplings: readonly MessageGroup[] | undefined,
): StaticVehicle['dimensions'] {
  const at = (name: keyof typeof places.dimensions) => number(valueAt(tree, places.dimensions[name]))
  const [length, width, height] = [at('length'), at('width'), at('height')]
  const toEnd = couplings
    ?.map((row) => number(row[places.couplings.toRearEnd]))
    .find((one) => one !== undefined)
  const rear = at('rear') ?? (toEnd === undefined ? undefined : toEnd - lastAxle)
  const front = length === undefined || rear === undefined ? undefined : length - rear - lastAxle
  return Object.fromEntries(
    Object.entries({ length, width, height, front, rear }).filter(
      ([, value]) => value !== undefined && value >= 0,
    ),
  )
}

const unknownEmpty: Empty = { axles: [], coupling: 0, basis: { from: 'none' } }

interface Empty {
  readonly axles: readonly number[]
  readonly coupling: number
  readonly basis: EmptyBasis
}

/**
 * Where the body's own masses are placed, they come upon what the latest earlier stage declared (or upon nothing, where
 * we build the whole vehicle); otherwise our own declared loads are the better word.
 */
function emptyOf(own: MessageTree, stages: readonly EarlierStage[], loads: Loads): Empty | undefined {
  const standard = loads.masses.some(({ counts }) => counts === 'standard')
  const isWhole = valueAt(own, places.stage) === 'C'
  if (standard && isWhole) return { axles: [], coupling: 0, basis: { from: 'none' } }
  const ours = standard ? undefined : declaredLoads(own)
  if (ours) return { ...ours, basis: { from: 'own', item: ours.item } }
  for (const { tree, stageNumber } of [...stages].reverse()) {
    const declared = declaredLoads(tree)
    if (declared) return { ...declared, basis: { from: 'stage', stage: stageNumber, item: declared.item } }
  }
  return undefined
}

/** 14.1 of an incomplete vehicle, 13.1 of any other. */
function emptyItem(tree: MessageTree): (typeof places.emptyVehicle.of)[number] | undefined {
  const stage = valueAt(tree, places.stage)
  return places.emptyVehicle.of.find((one) => one.stage === 'any' || one.stage === stage)
}

function declaredLoads(
  tree: MessageTree,
): (Pick<Empty, 'axles' | 'coupling'> & { readonly item: string }) | undefined {
  const { field = '', item = '' } = emptyItem(tree) ?? {}
  const axles = axleRows(tree).map((row) => number(row[field]))
  const known = axles.flatMap((one) => one ?? [])
  if (axles.length === 0 || known.length < axles.length) return undefined
  const coupling = couplingRows(tree)
    .map((row) => number(row[places.couplings.runningOrder]))
    .find((one) => one !== undefined)
  return { axles: known, coupling: coupling ?? 0, item }
}

function emptyPath(own: MessageTree, stages: readonly EarlierStage[]): string {
  const field = emptyItem(stages.at(-1)?.tree ?? own)?.field ?? ''
  return `${places.axles.rows}[1]/${field}`
}

function text(row: MessageGroup | undefined, name: string): string | undefined {
  const value = row?.[name]
  return typeof value === 'string' ? value : undefined
}
