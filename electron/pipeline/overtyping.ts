import { type Problem, problem } from '../../shared/problem.ts'
import { liesIn, spellOut } from '../../shared/record/layer-paths.ts'
import type { Layers } from '../../shared/record/layers.ts'
import type { Composed } from './compose.ts'
import type { TypedValue } from './edit.ts'

/** What one typed value does to the body's: nothing, goes back to it, or overtypes it for a reason. */
export type Overtyping =
  | { readonly kind: 'free' }
  | { readonly kind: 'back' }
  | { readonly kind: 'for'; readonly reason: string }
  | { readonly kind: 'refused'; readonly problem: Problem }

/**
 * A body's value is the approval's: whoever states another says why. A reason given before goes on to hold for the same
 * place, so that typing on and undoing ask for nothing; typing the body's own value goes back to the body. `place` is
 * the layers' path. Problem: `reason-needed` {field, variant, given}.
 */
export function overtyping(
  { layers, catalogue }: Pick<Composed, 'layers' | 'catalogue'>,
  { path, value }: TypedValue,
  place: string,
  reason: string | undefined,
): Overtyping {
  const covers = (layer: Layers[keyof Layers], inside: string): boolean =>
    Object.entries(layer ?? {}).some(([one, said]) =>
      said.value === null ? liesIn(inside, spellOut(one, catalogue)) : spellOut(one, catalogue) === inside,
    )
  const given = Object.entries(layers.variant ?? {}).find(([one, said]) => {
    const spelled = spellOut(one, catalogue)
    const meant = value === null ? liesIn(spelled, place) : spelled === place
    return meant && said.value !== null && !covers(layers.file, spelled) && !covers(layers.measured, spelled)
  })
  if (!given) return { kind: 'free' }
  const [, { value: theirs, source }] = given
  if (value !== null && value === theirs) {
    const removed = Object.entries(layers.typed ?? {}).some(
      ([one, said]) => said.value === null && one !== place && liesIn(place, spellOut(one, catalogue)),
    )
    return removed ? { kind: 'free' } : { kind: 'back' }
  }
  const before = layers.typed?.[place]?.source
  const known = reason ?? (before?.kind === 'typed' ? before.reason : undefined)
  if (known) return { kind: 'for', reason: known }
  const variant = source.kind === 'variant' ? source.id : ''
  return {
    kind: 'refused',
    problem: problem('reason-needed', { field: path, variant, given: theirs ?? '' }, { path }),
  }
}
