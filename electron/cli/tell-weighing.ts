import { inLanguage, localeOf } from '../../shared/language/languages.ts'
import { type Arguments, type Language, text } from '../../shared/messages.ts'
import { localised } from '../../shared/rules/explain.ts'
import type { OnScale, SlipLine } from '../../shared/weights/normalise-slip.ts'
import type { WeighingPlan, WeighingView } from '../../shared/weights/weighing-views.ts'
import { numberTable } from './number-table.ts'

/** A slip line by line, as it becomes a mass in running order. */
export function weighingInWords(view: WeighingView, language: Language): string {
  const words = (key: string, args: Arguments = {}): string =>
    text(language, `slip-words.${key}`, args) ?? key
  const { slip, normalised } = view
  const kg = (value: number): string => tenths(value, language, 0)
  const row = (line: SlipLine): readonly string[] => [
    nameOf(line, words, language),
    tenths(line.kg, language),
    line.x === undefined ? '–' : tenths(line.x, language, 0),
    ...perAxle(line, (value) => tenths(value, language)),
  ]
  const totals = (key: 'actual' | 'options', one: OnScale): readonly string[] => [
    words(key),
    kg(one.kg),
    '',
    ...perAxle(one, kg),
  ]
  const { againstPrediction, againstItem13 } = view
  const signed = (value: number): string =>
    value > 0 ? `+${tenths(value, language, 0)}` : tenths(value, language, 0)
  const percent = (value: number): string =>
    value > 0 ? `+${tenths(value, language, 2)}` : tenths(value, language, 2)
  return [
    words('title', {
      slip: slip.slip,
      day: localised(slip.day, language),
      division: tenths(slip.division, language, 0),
    }),
    numberTable([
      [
        '',
        words('kg'),
        words('x'),
        ...(normalised.actual.coupling === undefined ? [] : [words('on-coupling')]),
        ...normalised.actual.axles.map((_, at) => words('axle', { axle: at + 1 })),
      ],
      ...normalised.lines.map(row),
      totals('actual', normalised.actual),
      totals('options', normalised.runningOrder),
    ]),
    againstPrediction &&
      words('against-prediction', {
        stated: kg(againstPrediction.stated),
        difference: signed(againstPrediction.difference),
        percent: percent(againstPrediction.percent),
      }),
    againstItem13 &&
      words('against-item13', {
        stated: kg(againstItem13.stated),
        percent: percent(againstItem13.percent),
        tolerance: againstItem13.tolerance ?? '–',
      }),
    againstPrediction?.exceeded || againstItem13?.exceeded ? words('exceeded') : '',
    words('uncertainty', { kg: `±${kg(normalised.uncertainty)}` }),
    words(view.appliedAt ? 'applied' : 'not-applied', { vin: view.vin, slip: slip.slip }),
  ]
    .filter(Boolean)
    .join('\n')
}

function nameOf(
  { kind, name, content }: SlipLine,
  words: (key: string, args?: Arguments) => string,
  language: Language,
): string {
  if (kind === 'reading') return words(name === '' ? 'coupling' : 'reading')
  const amount = (value: number | undefined): string =>
    value === undefined ? '' : tenths(value, language, 0)
  return words(kind, { name, is: amount(content?.is), wanted: amount(content?.wanted) })
}

/** The coupling, where there is one, then each axle; nothing where nothing is. */
function perAxle({ axles, coupling }: OnScale, write: (value: number) => string): readonly string[] {
  const cell = (value: number): string => (value === 0 ? '' : write(value))
  return [...(coupling === undefined ? [] : [cell(coupling)]), ...axles.map(cell)]
}

function tenths(value: number, language: Language, digits = 1): string {
  const format = new Intl.NumberFormat(localeOf(language), {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  return format.format(Math.abs(value) < 0.5 * 10 ** -digits ? 0 : value)
}

/** Which vehicle is to be weighed next. */
export function planInWords({ every, variants, source }: WeighingPlan, language: Language): string {
  const words = (key: string, args: Arguments = {}): string =>
    text(language, `plan-words.${key}`, args) ?? key
  if (variants.length === 0) return words('none')
  return [
    words('every', { every }),
    inLanguage(source, language),
    ...variants.flatMap(({ variantName, built, weighed, due, until }) => [
      words('variant', { name: variantName, built, weighed }),
      ...due.map(({ vin, position, left }) => words(left ? 'due-left' : 'due', { vin, position })),
      ...(due.length === 0 ? [words('until', { until })] : []),
    ]),
  ].join('\n')
}
