import type { ReleaseDiff, SchemaPlace } from '../ivi/diff-releases.ts'
import { codeLabel } from '../ivi/facts.ts'
import type { LimitChange } from '../ivi/type-difference.ts'
import { type Language, text } from '../messages.ts'

export const changeKinds = ['added', 'removed', 'moved', 'limits', 'codes', 'count'] as const
export type ChangeKind = (typeof changeKinds)[number]

/** One change at one place, in words. */
export interface DiffLine {
  readonly kind: ChangeKind
  /** Schema path; of what is gone in the release before, else in the one after. */
  readonly path: string
  readonly words: string
}

/**
 * Every change of a difference, kind by kind, in the order of the schema. `placeOf` says where something stood before
 * it moved, as whoever reads along knows places.
 */
export function diffLines(
  diff: ReleaseDiff,
  language: Language,
  placeOf: (path: string) => string = (path) => path,
): readonly DiffLine[] {
  const say = (key: string, args: Readonly<Record<string, string | number>> = {}): string =>
    text(language, `release-words.${key}`, args) ?? key
  const placed = (kind: 'added' | 'removed') =>
    diff[kind].filter(isOwnPlace).map(({ path, kind: what, min }) => ({
      kind,
      path,
      words: say(`${kind}-${what}${kind === 'added' && min > 0 ? '-required' : ''}`),
    }))
  return [
    ...placed('added'),
    ...placed('removed'),
    ...diff.moved.map(({ from, to }) => ({
      kind: 'moved' as const,
      path: to,
      words: say('moved', { from: placeOf(from) }),
    })),
    ...diff.limits.flatMap(({ limits, paths }) => {
      const words = limits.map((limit) => limitWords(limit, say)).join('; ')
      return paths.map((path) => ({ kind: 'limits' as const, path, words }))
    }),
    ...diff.codes.flatMap(({ before, after, added, removed, paths }) => {
      const named = (type: string, codes: readonly string[]): string =>
        codes.map((code) => [code, codeLabel(type, code, language)].filter(Boolean).join(' – ')).join(', ')
      const words = [
        added.length > 0 ? say('codes-added', { codes: named(after, added) }) : '',
        removed.length > 0 ? say('codes-removed', { codes: named(before, removed) }) : '',
      ]
      return paths.map((path) => ({ kind: 'codes' as const, path, words: words.filter(Boolean).join('; ') }))
    }),
    ...diff.counts.map(({ path, kind, before, after }) => {
      const required = say(after > 0 ? 'now-required' : 'now-optional')
      const rows = say('rows', { before, after })
      return { kind: 'count' as const, path, words: kind === 'table' && before + after > 1 ? rows : required }
    }),
  ]
}

/** A group that only holds a table is the table to whoever reads. */
function isOwnPlace({ path, kind }: SchemaPlace, _at: number, all: readonly SchemaPlace[]): boolean {
  const holds = (one: SchemaPlace): boolean =>
    one.kind === 'table' && one.path.slice(0, one.path.lastIndexOf('/')) === path
  return kind !== 'group' || !all.some(holds)
}

function limitWords(
  { limit, before, after, effect }: LimitChange,
  say: (key: string, args?: Readonly<Record<string, string | number>>) => string,
): string {
  const none = say('no-limit')
  return say('limit', {
    limit: say(`limit-${limit}`),
    before: before ?? none,
    after: after ?? none,
    effect: say(`effect-${effect}`),
  })
}
