import type { ReleaseDiff } from '../ivi/diff-releases.ts'
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

/** Every change of a difference, kind by kind, in the order of the schema. */
export function diffLines(diff: ReleaseDiff, language: Language): readonly DiffLine[] {
  const say = (key: string, args: Readonly<Record<string, string | number>> = {}): string =>
    text(language, `release-words.${key}`, args) ?? key
  const placed = (kind: 'added' | 'removed') =>
    diff[kind].map(({ path, kind: what, min }) => ({
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
      words: say('moved', { from }),
    })),
    ...diff.limits.flatMap(({ limits, paths }) => {
      const words = limits.map((limit) => limitWords(limit, say)).join('; ')
      return paths.map((path) => ({ kind: 'limits' as const, path, words }))
    }),
    ...diff.codes.flatMap(({ added, removed, paths }) => {
      const words = [
        added.length > 0 ? say('codes-added', { codes: added.join(', ') }) : '',
        removed.length > 0 ? say('codes-removed', { codes: removed.join(', ') }) : '',
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
