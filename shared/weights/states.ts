import { centreRange } from './centre-range.ts'
import { frontShareLimit, limitsOf, shareOf } from './limits.ts'
import type { LoadCase } from './load-case.ts'
import {
  centreOf,
  movedTo,
  overBy,
  type Reactions,
  reactions,
  reckoningAllowance,
  wheelbaseOf,
} from './statics.ts'
import { lifted, type Supports } from './supports.ts'
import { kilogramsPerPerson } from './weight-facts.ts'
import type { Load, Payload, WeightLine, WeightState, WeightStateKind } from './weights-report.ts'

/** What every state of a vehicle shares. */
export interface Bench {
  readonly given: LoadCase
  readonly supports: Supports
}

/** The lines that stand in every state: empty vehicle, standard masses, then options, then people. */
export function lineSets({
  given,
  supports,
}: Bench): Readonly<Record<'standard' | 'option' | 'seats', readonly WeightLine[]>> {
  const { vehicle, loads } = given
  const line = (kind: WeightLine['kind'], name: string, kg: number, x: number): WeightLine => ({
    kind,
    name,
    kg,
    x,
    ...reactions({ kg, x }, supports),
  })
  const placed = (counts: 'standard' | 'option') =>
    loads.masses.filter((one) => one.counts === counts).map(({ name, kg, x }) => line(counts, name, kg, x))
  const person = vehicle.kilogramsPerPerson ?? kilogramsPerPerson(vehicle.category)
  return {
    standard: [emptyLine({ given, supports }), ...placed('standard')],
    option: placed('option'),
    seats: loads.seats.map(({ count, x }) => line('seats', String(count), count * person, x)),
  }
}

function emptyLine({ given, supports }: Bench): WeightLine {
  const on = (axles: readonly number[]) =>
    axles.reduce((sum, number) => sum + (given.vehicle.axles[number - 1]?.empty ?? 0), 0)
  const front = on(supports.front.axles) + (given.vehicle.support?.empty ?? 0)
  const rear = on(supports.rear.axles)
  return { kind: 'empty', name: '', kg: front + rear, front, rear }
}

export function sumOf(lines: readonly WeightLine[]): Reactions & { readonly kg: number } {
  const sum = { kg: 0, front: 0, rear: 0 }
  for (const line of lines) {
    sum.kg += line.kg
    sum.front += line.front
    sum.rear += line.rear
  }
  return sum
}

/** Payload at a place, as its line and with the range that its centre may take. */
export function withPayload(
  bench: Bench,
  lines: readonly WeightLine[],
  { kg, centre }: { readonly kg: number; readonly centre: number },
  withTrailer: boolean,
): { readonly lines: readonly WeightLine[]; readonly payload: Payload } {
  const { given, supports } = bench
  const others = sumOf(lines)
  const limits = [
    ...limitsOf(given.vehicle, supports),
    ...frontShareLimit(given.vehicle, others.kg + kg, withTrailer),
  ]
  const room = given.loads.payload ?? anywhere
  return {
    lines: [
      ...lines,
      { kind: 'payload', name: '', kg, x: centre, ...reactions({ kg, x: centre }, supports) },
    ],
    payload: { kg, centre, range: centreRange(kg, others, supports, limits, room) },
  }
}

const anywhere = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }

/** A state from its lines: loads of all supports, axles and groups against their limits. */
export function stateOf(
  { given, supports }: Bench,
  kind: WeightStateKind,
  lines: readonly WeightLine[],
  more: Pick<WeightState, 'payload' | 'coupling'> = {},
): WeightState {
  const allowance = more.payload ? reckoningAllowance : 0
  return { ...laidOn(given, kind, sumOf(lines), supports, new Set(), allowance), lines, ...more }
}

/** The state with its liftable axles up; undefined where nothing can be lifted. */
export function liftedState({ given, supports }: Bench, state: WeightState): WeightState | undefined {
  const { axles } = given.vehicle
  const up = new Set(axles.flatMap(({ liftable }, at) => (liftable ? [at + 1] : [])))
  if (up.size === 0) return undefined
  const front = lifted(supports.front, up, axles) ?? supports.front
  const rear = lifted(supports.rear, up, axles) ?? supports.rear
  const raised = new Set([...up].filter((axle) => !front.axles.includes(axle) && !rear.axles.includes(axle)))
  if (raised.size === 0) return undefined
  const loads = movedTo({ front: state.front.kg, rear: state.rear.kg }, supports, { front, rear })
  return { ...laidOn(given, 'axle-lifted', loads, { front, rear }, raised), lines: state.lines }
}

function laidOn(
  given: LoadCase,
  kind: WeightStateKind,
  loads: Reactions,
  supports: Supports,
  raised: ReadonlySet<number>,
  allowance = 0,
): Omit<WeightState, 'lines'> {
  const { vehicle } = given
  const total = loads.front + loads.rear
  const onAxle = (axle: number): number =>
    loads.front * shareOf([axle], supports.front) + loads.rear * shareOf([axle], supports.rear)
  const standing = vehicle.groups.filter(({ axles }) => !axles.some((axle) => raised.has(axle)))
  return {
    kind,
    total: loadOf(total, vehicle.maxima.laden),
    front: loadOf(loads.front, supports.front.limit, allowance),
    rear: loadOf(loads.rear, supports.rear.limit, allowance),
    axles: vehicle.axles.map(({ x, limit, minimum }, at) => ({
      ...loadOf(onAxle(at + 1), limit, allowance),
      axle: at + 1,
      x,
      lifted: raised.has(at + 1),
      ...(minimum === undefined ? {} : { minimum }),
    })),
    groups: standing.flatMap(({ axles, limit }) =>
      limit === undefined
        ? []
        : [
            {
              axles,
              ...loadOf(
                axles.reduce((sum, axle) => sum + onAxle(axle), 0),
                limit,
                allowance,
              ),
            },
          ],
    ),
    supports,
    wheelbase: wheelbaseOf(supports),
    centreOfGravity: centreOf(loads, supports),
    frontShare: total === 0 ? 0 : loads.front / total,
  }
}

export function loadOf(kg: number, limit: number | undefined, allowance = 0): Load {
  return { kg, over: overBy(kg, limit, allowance), ...(limit === undefined ? {} : { limit }) }
}
