import type {
  WeightLine,
  WeightState,
  WeightStateKind,
  WeightsReport,
} from '../../../shared/weights/weights-report.ts'

/** A line of the table, or the sum of a state below the lines that make it. */
export type TableRow =
  | { readonly kind: 'line'; readonly key: string; readonly line: WeightLine }
  | { readonly kind: 'sum'; readonly key: string; readonly state: WeightState }

/**
 * The states one under the other as a tester writes them: each adds its own lines to those above. With a trailer the
 * load is another one, so its lines stand again between the sums.
 */
export function tableRows({ states }: WeightsReport, tried: boolean): readonly TableRow[] {
  const laden: WeightStateKind = tried ? 'trial' : 'laden'
  const order: readonly WeightStateKind[] = ['running-order', 'actual', laden, 'laden-with-trailer']
  const rows: TableRow[] = []
  let above: readonly WeightLine[] = []
  for (const kind of order) {
    const state = states.find((each) => each.kind === kind)
    if (!state) continue
    // An empty step, such as no options, needs no sum of its own.
    const added = state.lines.filter((line) => !above.some((one) => sameLine(one, line)))
    if (added.length === 0 && rows.length > 0) continue
    rows.push(...added.map((line, at) => ({ kind: 'line' as const, key: `${kind} ${at}`, line })))
    rows.push({ kind: 'sum', key: kind, state })
    if (kind !== laden) above = state.lines
    else above = state.lines.filter((line) => line.kind !== 'payload')
  }
  return rows
}

function sameLine(one: WeightLine, other: WeightLine): boolean {
  return one.kind === other.kind && one.name === other.name && one.x === other.x && one.kg === other.kg
}
