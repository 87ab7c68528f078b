import type { LoadCase } from './load-case.ts'
import { doubtfulShare, leastFrontShare, mayExceedWithTrailer } from './weight-facts.ts'
import type { Load, WeightFinding, WeightFindingLevel, WeightState, WeightsReport } from './weights-report.ts'

type Reckoned = Omit<WeightsReport, 'findings'>

/**
 * What is not right with the loads; each overload once, in the emptiest state that shows it. A trial is never judged:
 * a heap in the wrong place is the driver's, not the vehicle's.
 */
export function weightFindings(given: LoadCase, report: Reckoned): readonly WeightFinding[] {
  const judged = report.states.filter(({ kind }) => kind !== 'trial')
  return once([
    ...judged.flatMap((state) => [...overloads(state, levelOf(state, given))]),
    ...judged.flatMap((state) => centreFindings(state, levelOf(state, given))),
    ...payloadFindings(given, report),
    ...shareFindings(given, report),
    ...minimumFindings(report),
    ...suspensionFindings(given, report),
  ])
}

/**
 * What a trailer presses upon a rear coupling is the user's to choose, and where the goods then lie: a warning as long as
 * some place keeps every limit. A semi-trailer's load on the fifth wheel is the vehicle's own payload.
 */
function levelOf({ kind, payload }: WeightState, { vehicle }: LoadCase): WeightFindingLevel {
  if (kind === 'axle-lifted') return 'warning'
  if (kind !== 'laden-with-trailer') return 'error'
  const canBeMoved = vehicle.towing?.kind === 'rear-coupling' && payload?.range.kind === 'range'
  return canBeMoved || mayExceedWithTrailer(vehicle.category) ? 'warning' : 'error'
}

function* overloads(state: WeightState, level: WeightFindingLevel): Iterable<WeightFinding> {
  const found = (code: string, load: Load, args: WeightFinding['args'] = {}): WeightFinding => ({
    code,
    level,
    state: state.kind,
    args: { ...args, state: state.kind, load: kg(load.kg), limit: kg(load.limit ?? 0), over: kg(load.over) },
  })
  if (state.total.over > 0) yield found('weights-over-maximum', state.total)
  // Axles that share a load pass their limits together with their group: one finding says it.
  const said = new Set(state.groups.flatMap(({ over, axles }) => (over > 0 ? axles : [])))
  for (const axle of state.axles) {
    if (axle.over > 0 && !said.has(axle.axle))
      yield { ...found('weights-axle-over', axle, { axle: axle.axle }), axle: axle.axle }
    if (!axle.lifted && Math.round(axle.kg) < 0) {
      const args = { axle: axle.axle, state: state.kind, load: kg(axle.kg) }
      yield { code: 'weights-axle-off-ground', level: 'error', state: state.kind, axle: axle.axle, args }
    }
  }
  for (const group of state.groups) {
    if (group.over > 0) yield found('weights-group-over', group, { axles: group.axles.join(', ') })
  }
  if (state.supports.front.axles.length === 0) {
    if (state.front.over > 0) yield found('weights-coupling-over', state.front)
    if (Math.round(state.front.kg) < 0) {
      const args = { state: state.kind, load: kg(state.front.kg) }
      yield { code: 'weights-coupling-lifts', level: 'error', state: state.kind, args }
    }
  }
}

/** What to do about it, where the payload's place is to blame. */
function centreFindings(state: WeightState, level: WeightFindingLevel): readonly WeightFinding[] {
  const { payload, kind } = state
  if (!payload) return []
  const found = (code: string, args: WeightFinding['args']): readonly WeightFinding[] => [
    {
      code,
      level,
      state: kind,
      args: { state: kind, payload: kg(payload.kg), centre: mm(payload.centre), ...args },
    },
  ]
  const { range } = payload
  if (range.kind === 'none') return found('weights-centre-none', {})
  if (!overloaded(state)) return []
  if (range.from && payload.centre < range.from.x)
    return found('weights-centre-forward', { from: mm(range.from.whole) })
  if (range.to && payload.centre > range.to.x)
    return found('weights-centre-rearward', { to: mm(range.to.whole) })
  return []
}

/** Within a rounding of the bound nothing is over, and nothing needs to move; a share has no rounding. */
function overloaded({ axles, groups, front, rear, payload }: WeightState): boolean {
  if (Math.round(Math.min(front.kg, rear.kg)) < 0) return true
  const byShare = payload?.range.kind === 'range' && payload.range.to?.by.kind === 'front-share'
  return byShare || [...axles, ...groups, front].some(({ over }) => over > 0)
}

function payloadFindings({ vehicle }: LoadCase, report: Reckoned): readonly WeightFinding[] {
  const minimum = vehicle.minimumPayload
  const found = (
    left: number | undefined,
    code: string,
    level: WeightFindingLevel,
  ): readonly WeightFinding[] =>
    left !== undefined && Math.round(left) < minimum
      ? [{ code, level, args: { left: kg(left), minimum: kg(minimum) } }]
      : []
  const alone = found(report.payloadLeft, 'weights-payload-lost', 'error')
  if (alone.length > 0 || vehicle.towing?.kind === 'fifth-wheel') return alone
  return found(report.payloadLeftWithTrailer, 'weights-payload-lost-with-trailer', 'warning')
}

function shareFindings({ vehicle }: LoadCase, { frontShare, states }: Reckoned): readonly WeightFinding[] {
  const found = (share: number | undefined, least: number | undefined, state: WeightState['kind']) =>
    share !== undefined && least !== undefined && share < least
      ? [
          {
            code: 'weights-front-share',
            level: 'error' as const,
            state,
            args: { state, share: percent(share), least: percent(least) },
          },
        ]
      : []
  const alone = [
    ...found(frontShare.laden, frontShare.minimum, 'laden'),
    ...found(frontShare.ladenWithTrailer, frontShare.minimumWithTrailer, 'laden-with-trailer'),
  ]
  const row = leastFrontShare(vehicle.category)
  const laden = states.find(({ kind }) => kind === 'laden')
  const atLimit = row?.rearAtLimit && laden ? frontShare.rearAtLimit : undefined
  return atLimit !== undefined && row && atLimit < row.laden && alone.length === 0
    ? [
        {
          code: 'weights-front-share-at-limit',
          level: 'error',
          args: { share: percent(atLimit), least: percent(row.laden) },
        },
      ]
    : alone
}

/** As findings carry quantities; whoever shows them writes them as the language does. */
function kg(value: number): string {
  return `${Math.round(value)} kg`
}

function mm(value: number): string {
  return `${Math.round(value)} mm`
}

/** With one digit, cut and not rounded: 19.98 % must not read as 20. */
function percent(fraction: number): string {
  return String(Math.floor(fraction * 1000 + 1e-9) / 10)
}

function minimumFindings({ states }: Reckoned): readonly WeightFinding[] {
  const running = states.find(({ kind }) => kind === 'running-order')
  return (running?.axles ?? []).flatMap(({ axle, kg: load, minimum }) =>
    minimum !== undefined && Math.round(load) < minimum
      ? [
          {
            code: 'weights-axle-below-minimum',
            level: 'warning',
            state: 'running-order',
            axle,
            args: { axle, load: kg(load), minimum: kg(minimum) },
          } as const,
        ]
      : [],
  )
}

/** Where nothing says how a suspension shares, and where what is stated of the empty vehicle says otherwise. */
function suspensionFindings({ vehicle }: LoadCase, { supports }: Reckoned): readonly WeightFinding[] {
  return [supports.front, supports.rear].flatMap((support): readonly WeightFinding[] => {
    if (support.axles.length < 2) return []
    const axles = support.axles.join(', ')
    if (support.sharesFrom === 'equal')
      return [{ code: 'weights-shares-assumed', level: 'warning', args: { axles } }]
    const empty = support.axles.map((number) => vehicle.axles[number - 1]?.empty ?? 0)
    const whole = empty.reduce((sum, one) => sum + one, 0)
    const furthest = Math.max(...empty.map((one, at) => Math.abs(one - whole * (support.shares[at] ?? 0))))
    return furthest > whole * doubtfulShare
      ? [{ code: 'weights-shares-differ', level: 'info', args: { axles, difference: kg(furthest) } }]
      : []
  })
}

function once(findings: readonly WeightFinding[]): readonly WeightFinding[] {
  const seen = new Set<string>()
  return findings.filter(({ code, axle, args }) => {
    const key = `${code}|${axle ?? ''}|${args.axles ?? ''}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
