import { localeOf } from '../../shared/language/languages.ts'
import { type Arguments, type Language, text } from '../../shared/messages.ts'
import { describe } from '../../shared/rules/explain.ts'
import type { RecordWeights } from '../../shared/weights/record-weights.ts'
import type { Load, Support, WeightLine, WeightState } from '../../shared/weights/weights-report.ts'
import { numberTable } from './number-table.ts'
import { say } from './words.ts'

type Ready = Extract<RecordWeights, { kind: 'ready' }>

/** Weights as a tester writes them: every state with its loads against their limits, then the table behind the fullest. */
export function weightsInWords(weights: Ready, language: Language): string {
  const words = wordsOf(language)
  const { report } = weights
  const fullest = report.states.find(({ kind }) => kind === 'laden') ?? report.states[0]
  return [
    statesTable(weights, words),
    fullest ? linesTable(fullest, words) : '',
    [...summary(weights, words)].join('\n'),
    findingsText(weights, language, words),
  ]
    .filter(Boolean)
    .join('\n\n')
}

interface Words {
  say(key: string, args?: Arguments): string
  number(value: number, digits?: number): string
}

function wordsOf(language: Language): Words {
  const locale = localeOf(language)
  return {
    say: (key, args) => text(language, `weight-words.${key}`, args) ?? key,
    number: (value, digits = 0) =>
      new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
        // What rounds to nothing has no sign.
        Math.abs(value) < 0.5 * 10 ** -digits ? 0 : value,
      ),
  }
}

function statesTable({ report, given }: Ready, words: Words): string {
  const { vehicle } = given
  const cell = (load: Load): string =>
    load.over > 0
      ? `${words.number(load.kg)} ${words.say('over', { kg: words.number(load.over) })}`
      : words.number(load.kg)
  const coupling = vehicle.support ? [words.say(vehicle.support.kind)] : []
  const limit = (kg: number | undefined): string => (kg === undefined ? '' : words.number(kg))
  const rows = report.states.map((state) => [
    words.say(`states.${state.kind}`, { x: words.number(state.payload?.centre ?? 0) }),
    cell(state.total),
    ...(vehicle.support ? [cell(state.front)] : []),
    ...state.axles.map((axle) => (axle.lifted ? words.say('lifted') : cell(axle))),
  ])
  return numberTable([
    [
      words.say('state'),
      words.say('total'),
      ...coupling,
      ...vehicle.axles.map((_, at) => words.say('axle', { axles: at + 1 })),
    ],
    ...rows,
    [
      words.say('limit'),
      limit(vehicle.maxima.laden),
      ...(vehicle.support ? [limit(vehicle.support.limit)] : []),
      ...vehicle.axles.map((axle) => limit(axle.limit)),
    ],
  ])
}

function supportName(support: Support, words: Words): string {
  if (support.kind === 'king-pin' || support.kind === 'drawbar-eye') return words.say(support.kind)
  return words.say(support.axles.length > 1 ? 'axles' : 'axle', { axles: support.axles.join(' + ') })
}

function linesTable({ lines, supports, total, front, rear, kind }: WeightState, words: Words): string {
  const row = ({ kind: line, name, kg, x, front: before, rear: behind }: WeightLine): readonly string[] => [
    words.say(`lines.${line}`, { name }),
    words.number(kg),
    x === undefined ? '–' : words.number(x),
    words.number(before, 1),
    words.number(behind, 1),
  ]
  return numberTable([
    [
      words.say(`states.${kind}`),
      words.say('kg'),
      words.say('x'),
      supportName(supports.front, words),
      supportName(supports.rear, words),
    ],
    ...lines.map(row),
    ['=', words.number(total.kg), '', words.number(front.kg), words.number(rear.kg)],
  ])
}

function* summary({ report, basis }: Ready, words: Words): Iterable<string> {
  yield words.say(`basis.${basis.from}`, { stage: basis.stage ?? '', item: basis.item ?? '' })
  const shared = [report.supports.front, report.supports.rear].find(({ axles }) => axles.length > 1)
  const mm = words.number(report.wheelbase, shared ? 1 : 0)
  yield shared
    ? words.say('wheelbase', {
        mm,
        axles: supportName(shared, words),
        shares: shared.shares.map((share) => words.number(share * 100, 1)).join(' : '),
        from: words.say(`from.${shared.sharesFrom}`),
      })
    : words.say('wheelbase-plain', { mm })
  const { payloadLeft, payloadLeftWithTrailer, frontShare } = report
  if (payloadLeft !== undefined) yield words.say('payload', { kg: words.number(payloadLeft) })
  if (payloadLeftWithTrailer !== undefined)
    yield words.say('payload-with-trailer', { kg: words.number(payloadLeftWithTrailer) })
  const payload = report.states.find(({ kind }) => kind === 'laden')?.payload
  if (payload) {
    const { range, centre } = payload
    const place = (bound: { readonly whole: number; readonly within: boolean } | undefined): string =>
      bound?.within ? words.number(bound.whole) : words.say('open')
    yield range.kind === 'none'
      ? words.say('centre-none')
      : words.say('centre', { from: place(range.from), to: place(range.to), at: words.number(centre) })
  }
  if (frontShare.laden !== undefined)
    yield words.say('front-share', { share: words.number(frontShare.laden * 100, 1) })
  if (frontShare.rearAtLimit !== undefined)
    yield words.say('front-share-at-limit', { share: words.number(frontShare.rearAtLimit * 100, 1) })
}

function findingsText({ findings }: Ready, language: Language, words: Words): string {
  if (findings.length === 0) return words.say('no-findings')
  return findings
    .map((finding) => `${say(language, `severity.${finding.severity}`)}  ${describe(finding, language)}`)
    .join('\n')
}
