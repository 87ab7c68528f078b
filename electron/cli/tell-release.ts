import { isEmptyDiff, type ReleaseDiff } from '../../shared/ivi/diff-releases.ts'
import { sectionTitle } from '../../shared/ivi/layout.ts'
import type { FieldPlace } from '../../shared/ivi/place-fields.ts'
import { type Language, text } from '../../shared/messages.ts'
import { changeKinds, diffLines } from '../../shared/releases/diff-lines.ts'
import { isNamed } from '../../shared/releases/is-named.ts'
import { sectionFinder } from '../../shared/releases/section-of.ts'
import type { Touched, TouchedPlace } from '../../shared/releases/views.ts'
import { fieldLabel } from '../../shared/rules/field-label.ts'
import { say, table } from './words.ts'

/** A difference of releases: kind by kind, each place with its section and what it is called. */
export function diffInWords(diff: ReleaseDiff, places: readonly FieldPlace[], language: Language): string {
  const { from, to } = diff
  const heading = `IVI ${from.release} → IVI ${to.release}`
  if (isEmptyDiff(diff))
    return [heading, say(language, from.release === to.release ? 'schema-same' : 'schema-only-number')].join(
      '\n',
    )
  const sectionOf = sectionFinder(places)
  const lines = diffLines(diff, language)
  const parts = changeKinds.flatMap((kind) => {
    const rows = lines
      .filter((line) => line.kind === kind)
      .map(({ path, words }) => [
        `  ${words}`,
        nameOf(path, language),
        sectionTitle(sectionOf(path), language),
        path,
      ])
    return rows.length === 0
      ? []
      : ['', `${text(language, `release-kinds.${kind}`)} (${rows.length})`, table(rows)]
  })
  const namespace =
    from.namespace === to.namespace
      ? []
      : [say(language, 'schema-namespace', { before: from.namespace, after: to.namespace })]
  return [heading, ...namespace, ...parts].join('\n')
}

/** What of the workspace a change of release touches. */
export function touchedInWords(touched: Touched, language: Language): string {
  const { profiles, variants, rules, layout, drafts } = touched
  const sectionOf = sectionFinder(layout.placed)
  const definitions = (key: string, all: Touched['profiles']) =>
    part(
      say(language, key, { count: all.length }),
      all.map(({ id, name, version, places }) => [
        `${id} ${version} ${name === id ? '' : name}`.trim(),
        places,
      ]),
    )
  const part = (title: string, rows: readonly (readonly [string, readonly TouchedPlace[]])[]) =>
    rows.length === 0
      ? []
      : [title, table(rows.flatMap(([name, places]) => placeRows(name, places, sectionOf, language)))]
  const placed = layout.placed.map(({ path, section, after }) => [
    `  ${nameOf(path, language)}`,
    sectionTitle(section, language),
    after ? `↓ ${nameOf(after, language)}` : '',
    path,
  ])
  const gone = layout.gone.map(({ path, section }) => [
    `  ${nameOf(path, language)}`,
    sectionTitle(section, language),
    path,
  ])
  const lines = [
    ...definitions('schema-profiles', profiles),
    ...definitions('schema-variants', variants),
    ...part(
      say(language, 'schema-rules', { count: rules.length }),
      rules.map(({ id, places }) => [id, places]),
    ),
    ...(placed.length > 0 ? [say(language, 'schema-placed', { count: placed.length }), table(placed)] : []),
    ...(gone.length > 0 ? [say(language, 'schema-gone', { count: gone.length }), table(gone)] : []),
    ...part(
      say(language, 'schema-drafts', { count: drafts.touched.length, judged: drafts.judged }),
      drafts.touched.map(({ vin, places }) => [vin, places]),
    ),
    ...(drafts.judged < drafts.open
      ? [say(language, 'schema-drafts-most', { judged: drafts.judged, open: drafts.open })]
      : []),
  ]
  return lines.length === 0
    ? say(language, 'schema-touches-nothing')
    : [say(language, 'schema-touched'), ...lines].join('\n')
}

/** What a place is called; a name that was only split into its words says so. */
function nameOf(path: string, language: Language): string {
  const label = fieldLabel(path, language)
  return isNamed(path, language) ? label : `${label} [${text(language, 'releases.unsure')}]`
}

/** More of one thing nobody reads on a terminal; `--json` has them all. */
const mostPlaces = 8

function placeRows(
  name: string,
  places: readonly TouchedPlace[],
  sectionOf: (path: string) => string,
  language: Language,
): readonly (readonly string[])[] {
  const rows = places.slice(0, mostPlaces).map(({ path, kind, value, to }, at) => [
    `  ${at === 0 ? name : ''}`,
    nameOf(path, language),
    text(language, `release-words.touch-${kind}`, {
      value: value ?? '',
      to: to === undefined ? '' : sectionTitle(sectionOf(to), language),
    }) ?? kind,
  ])
  const more = places.length - mostPlaces
  return more > 0 ? [...rows, ['', say(language, 'more-problems', { count: more })]] : rows
}
