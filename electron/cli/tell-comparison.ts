import { arrange } from '../../shared/compare/arrange.ts'
import type { ComparedValue } from '../../shared/compare/comparison.ts'
import { vinOf } from '../../shared/compare/export-lines.ts'
import type { FieldCount, PairDetail, PairView, SideView, UnpairedView } from '../../shared/compare/views.ts'
import {
  fieldInWords,
  onlyIn,
  rowsInWords,
  sectionInWords,
  sideInWords,
  valueInWords,
} from '../../shared/compare/words.ts'
import type { Catalogue } from '../../shared/ivi/catalogue.ts'
import type { Language } from '../../shared/messages.ts'
import { say, signatureState, statusText, table } from './words.ts'

/** One pair in words: who is compared, then every difference by section; with `all` equal values too. */
export function pairInWords(
  pair: PairDetail,
  catalogue: Catalogue,
  language: Language,
  all: boolean,
): string {
  const { left, right, vehicle, message } = pair
  const shown = (values: readonly ComparedValue[]) => values.filter(({ same }) => all || !same)
  const heads = table([sideLine('left', left, language), sideLine('right', right, language)])
  const ofMessage = shown(message)
  return [
    heads,
    ...sectionLines(shown(vehicle), catalogue, language),
    ...(ofMessage.length > 0
      ? [say(language, 'diff.of-message'), ...valueLines(ofMessage, catalogue, language)]
      : []),
    summaryLine(pair, language),
  ].join('\n')
}

/** `differing: 3, equal: 210 …`. */
export function summaryLine({ differing, equal, ofMessage }: PairView, language: Language): string {
  return say(language, 'diff.summary', { differing, equal, message: ofMessage })
}

/** Many pairs: a line each, how often each field differs, and what found no partner. */
export function pairsInWords(
  pairs: readonly PairView[],
  fields: readonly FieldCount[],
  unpaired: readonly UnpairedView[],
  language: Language,
): string {
  const differing = pairs.filter((pair) => pair.differing > 0).length
  const of = pairs.length
  return [
    table(pairs.map((pair) => [vinOf(pair.left, pair.right), summaryLine(pair, language)])),
    ...(fields.length > 0 ? [`${say(language, 'diff.fields')}:`] : []),
    table(
      fields.map(({ path, pairs: inPairs }) => [
        `  ${say(language, 'diff.field-count', { differs: inPairs.length, pairs: of })}`,
        fieldInWords(path, language),
      ]),
    ),
    ...(unpaired.length > 0 ? [`${say(language, 'diff.unpaired')}:`] : []),
    table(
      unpaired.map(({ side, view, why }) => [
        `  ${view.vin}`,
        sideInWords(view, language),
        say(language, why === 'alone' ? `diff.alone-${side}` : `diff.${why}`),
      ]),
    ),
    say(language, 'diff.pairs', { pairs: of, differing }),
  ]
    .filter(Boolean)
    .join('\n')
}

function sideLine(side: 'left' | 'right', view: SideView, language: Language): readonly string[] {
  const isOpen = view.status === 'draft' || view.status === 'checked'
  const state = isOpen
    ? say(language, 'diff.draft')
    : say(language, 'diff.signature', { state: signatureState(view.signature, language) })
  return [
    say(language, `diff.${side}`),
    sideInWords(view, language),
    view.vin,
    view.kind === 'file' ? say(language, 'version', { version: view.version }) : view.reference,
    view.dateTime,
    view.status && !isOpen ? `${statusText(view.status, language)}, ${state}` : state,
  ]
}

function sectionLines(
  values: readonly ComparedValue[],
  catalogue: Catalogue,
  language: Language,
): readonly string[] {
  return arrange(values).flatMap(({ section, blocks }) => [
    sectionInWords(section, language),
    ...valueLines(
      blocks.flatMap((block) => block.values),
      catalogue,
      language,
    ),
  ])
}

function valueLines(
  values: readonly ComparedValue[],
  catalogue: Catalogue,
  language: Language,
): readonly string[] {
  const lines = values.map(({ path, rows, left, right, same }) => {
    const alone = onlyIn(rows)
    const said = (value: string | null) => valueInWords(path, value, catalogue, language)
    return [
      `  ${[rowsInWords(rows, language), fieldInWords(path, language)].filter(Boolean).join(' · ')}`,
      same ? said(left) : `${said(left)} → ${said(right)}`,
      same ? say(language, 'diff.same') : alone ? say(language, `diff.alone-${alone}`) : '',
    ]
  })
  return lines.length > 0 ? table(lines).split('\n') : []
}
