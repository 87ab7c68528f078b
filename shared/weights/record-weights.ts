import comparisons from '../../schemas/completion/comparisons.json' with { type: 'json' }
import places from '../../schemas/weights/paths.json' with { type: 'json' }
import { valueAt } from '../ivi/message.ts'
import type { Problem } from '../problem.ts'
import type { Finding } from '../rules/finding.ts'
import { weightAsFinding } from './as-finding.ts'
import { computeWeights } from './compute-weights.ts'
import { type EmptyBasis, type RecordOfVehicle, weighableRecord } from './from-record.ts'
import type { LoadCase } from './load-case.ts'
import { number } from './message-loads.ts'
import type { WeightsReport } from './weights-report.ts'

/** The weights of a vehicle of the register, or the first thing that they still lack. */
export type RecordWeights =
  | {
      readonly kind: 'ready'
      readonly given: LoadCase
      readonly report: WeightsReport
      readonly basis: EmptyBasis
      /** Ready for the message catalogue; none where nothing but the earlier stage places a mass. */
      readonly findings: readonly Finding[]
    }
  | { readonly kind: 'missing'; readonly problem: Problem }

export interface WeighedRecord extends RecordOfVehicle {
  /** Item 13 as the body states it, where it does. */
  readonly statedByBody?: string | undefined
  /** Heaps that somebody tries: their centres, mm. */
  readonly trials?: LoadCase['trials']
}

export function weightsOfRecord(record: WeighedRecord): RecordWeights {
  const found = weighableRecord(record)
  if (found.kind === 'missing') return found
  const given = { ...found.given, trials: [...(record.trials ?? [])] }
  const report = computeWeights(given)
  const { loads } = record
  // Without a mass or a load of ours the figures are the earlier manufacturer's own, which other rules judge.
  const judges = loads !== undefined && (loads.masses.length > 0 || loads.payload !== undefined)
  const findings = judges
    ? [...report.findings.map(weightAsFinding), ...unplaced(record), ...statedOtherwise(record, report)]
    : []
  return { kind: 'ready', given, report, basis: found.basis, findings }
}

/** Seats that the message counts and the body's loads do not place: their people would be left out. */
function unplaced({ own, loads }: WeighedRecord): readonly Finding[] {
  const stated = number(valueAt(own, places.seats))
  if (stated === undefined) return []
  const placed = (loads?.seats ?? []).reduce((sum, { count }) => sum + count, 0)
  if (stated - 1 <= placed) return []
  return [
    {
      rule: 'weights',
      severity: 'warning',
      path: places.seats,
      paths: [places.seats],
      code: 'weights-seats-unplaced',
      args: { places: stated - 1, placed },
    },
  ]
}

/** A body that says another item 13 than its own masses give has an option in the wrong item, or a mass missing. */
function statedOtherwise({ statedByBody }: WeighedRecord, report: WeightsReport): readonly Finding[] {
  const path = places.masses.runningOrder
  const stated = number(statedByBody)
  const running = report.states.find(({ kind }) => kind === 'running-order')
  const rule = comparisons.variant.find((one) => one.path === path)
  if (stated === undefined || stated === 0 || !running || !rule) return []
  const percent = (100 * (running.total.kg - stated)) / stated
  if (Math.abs(percent) <= Number(rule.tolerancePercent)) return []
  return [
    {
      rule: 'weights',
      severity: 'warning',
      path,
      paths: [path],
      code: 'weights-stated-differs',
      args: {
        stated: `${stated} kg`,
        reckoned: `${Math.round(running.total.kg)} kg`,
        percent: percent.toFixed(1),
      },
    },
  ]
}
