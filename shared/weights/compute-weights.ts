import { limitsOf } from './limits.ts'
import type { LoadCase } from './load-case.ts'
import { type Bench, liftedState, lineSets, loadOf, stateOf, sumOf, withPayload } from './states.ts'
import { reactions, wheelbaseOf } from './statics.ts'
import { supportsOf } from './supports.ts'
import { leastFrontShare } from './weight-facts.ts'
import { weightFindings } from './weight-findings.ts'
import type { FrontShare, WeightLine, WeightState, WeightsReport } from './weights-report.ts'

/**
 * All loads of a vehicle: masses in running order, actual and laden, alone and with a trailer, on every axle, group
 * and coupling. Numbers are binary floating point: statics of measured masses is no exact science, and final figures
 * are rounded to 1 kg (a tester allows ±1 kg).
 * Sources: (EU) 2021/535 Annex XIII Part 2 (states, limits, shares); statics in `statics.ts` and `supports.ts`.
 */
export function computeWeights(given: LoadCase): WeightsReport {
  const bench: Bench = { given, supports: supportsOf(given.vehicle) }
  const { vehicle, loads } = given
  const sets = lineSets(bench)
  const actual = [...sets.standard, ...sets.option]
  const crewed = [...actual, ...sets.seats]
  const left = vehicle.maxima.laden === undefined ? undefined : vehicle.maxima.laden - sumOf(crewed).kg
  const towed = couplingLine(bench, left)
  const leftWithTrailer = left === undefined || !towed ? undefined : left - towed.kg

  const actualState = stateOf(bench, 'actual', actual)
  const states: WeightState[] = [stateOf(bench, 'running-order', sets.standard), actualState]
  states.push(ladenState(bench, 'laden', crewed, left))
  if (towed) states.push(ladenState(bench, 'laden-with-trailer', crewed, leftWithTrailer, towed))
  const up = liftedState(bench, actualState)
  if (up) states.push(up)
  for (const { centre, kg } of given.trials) {
    const full = withPayload(bench, crewed, { kg: kg ?? Math.max(0, left ?? 0), centre }, false)
    states.push(stateOf(bench, 'trial', full.lines, { payload: full.payload }))
  }
  const possible =
    left === undefined || !loads.payload
      ? undefined
      : payloadPossible(bench, crewed, left, middle(loads.payload))
  const report = {
    supports: bench.supports,
    wheelbase: wheelbaseOf(bench.supports),
    states,
    ...(left === undefined ? {} : { payloadLeft: left }),
    ...(leftWithTrailer === undefined ? {} : { payloadLeftWithTrailer: leftWithTrailer }),
    ...(possible ? { payloadPossible: possible } : {}),
    frontShare: frontShare(bench, states),
  }
  return { ...report, findings: weightFindings(given, report) }
}

function ladenState(
  bench: Bench,
  kind: 'laden' | 'laden-with-trailer',
  crewed: readonly WeightLine[],
  left: number | undefined,
  towed?: WeightLine,
): WeightState {
  const { loads, vehicle } = bench.given
  const lines = towed ? [...crewed, towed] : crewed
  const coupling = towed ? { coupling: { ...loadOf(towed.kg, vehicle.towing?.limit), x: towed.x ?? 0 } } : {}
  if (!loads.payload || left === undefined || left <= 0) return stateOf(bench, kind, lines, coupling)
  const full = withPayload(bench, lines, { kg: left, centre: middle(loads.payload) }, towed !== undefined)
  return stateOf(bench, kind, full.lines, { payload: full.payload, ...coupling })
}

/** A rear coupling bears its whole permissible mass; a fifth wheel what the vehicle's maximum leaves of it. */
function couplingLine({ given, supports }: Bench, left: number | undefined): WeightLine | undefined {
  const { towing } = given.vehicle
  if (!towing || towing.limit <= 0) return undefined
  const { limit, x, kind } = towing
  const kg = kind === 'fifth-wheel' && left !== undefined ? Math.max(0, Math.min(limit, left)) : limit
  return { kind: 'coupling', name: '', kg, x, ...reactions({ kg, x }, supports) }
}

function middle({ from, to }: { readonly from: number; readonly to: number }): number {
  return (from + to) / 2
}

/**
 * Every limit is linear in the payload: the smallest that one of them leaves. None where a limit is passed that this
 * payload does not relieve enough.
 */
function payloadPossible(
  { given, supports }: Bench,
  crewed: readonly WeightLine[],
  left: number,
  centre: number,
): WeightsReport['payloadPossible'] {
  const others = sumOf(crewed)
  const each = reactions({ kg: 1, x: centre }, supports)
  const limits = limitsOf(given.vehicle, supports).map(({ name, share, most }) => ({
    name,
    perKilogram: share.front * each.front + share.rear * each.rear,
    room: most - share.front * others.front - share.rear * others.rear,
  }))
  let least: NonNullable<WeightsReport['payloadPossible']> = { kg: left, by: { kind: 'maximum' } }
  for (const { name, perKilogram, room } of limits) {
    if (perKilogram > 0 && room / perKilogram < least.kg) least = { kg: room / perKilogram, by: name }
  }
  const passed = limits.find(({ perKilogram, room }) => perKilogram <= 0 && room < perKilogram * least.kg)
  if (passed) return { kg: 0, by: passed.name }
  return { ...least, kg: Math.max(0, least.kg) }
}

function frontShare({ given, supports }: Bench, states: readonly WeightState[]): FrontShare {
  const { vehicle } = given
  if (vehicle.support) return {}
  const row = leastFrontShare(vehicle.category)
  const of = (kind: WeightState['kind']) =>
    states.find((state) => state.kind === kind && (state.payload || state.coupling))?.frontShare
  const [laden, withTrailer] = [of('laden'), of('laden-with-trailer')]
  const most = vehicle.maxima.laden
  const rear = supports.rear.limit
  return {
    ...(laden === undefined ? {} : { laden }),
    ...(withTrailer === undefined ? {} : { ladenWithTrailer: withTrailer }),
    ...(most && rear !== undefined && most > rear ? { rearAtLimit: (most - rear) / most } : {}),
    ...(row ? { minimum: row.laden, minimumWithTrailer: row.withTrailer } : {}),
  }
}
