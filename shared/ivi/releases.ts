import { type Problem, problem } from '../problem.ts'
import type { Catalogue } from './catalogue.ts'
import type { FieldPlace } from './place-fields.ts'
import { uniteCatalogues } from './unite-catalogues.ts'

/** The releases of the message that are known side by side. */
export interface Releases {
  /** One a release, in the order of their numbers. */
  readonly known: readonly Catalogue[]
  /** That of new drafts. */
  readonly inUse: Catalogue
  /** Every place of every release, its limits as wide as the widest: what profiles and bodies may speak of. */
  readonly every: Catalogue
  /** Release → where fields stand that the product's own form does not have. */
  readonly places: ReadonlyMap<string, readonly FieldPlace[]>
}

export function sideBySide(
  known: readonly Catalogue[],
  inUse: string,
  places: Releases['places'] = new Map(),
): Releases {
  const ordered = [...known].sort((left, right) => compareReleases(left.release, right.release))
  const used = ordered.find(({ release }) => release === inUse) ?? ordered.at(-1)
  if (!used) throw new Error('no release of the message is known')
  const others = ordered.filter((each) => each !== used).reverse()
  return { known: ordered, inUse: used, every: uniteCatalogues(used, others), places }
}

/** The catalogue of a release by its number, such as `2.0`. */
export function releaseNamed({ known }: Pick<Releases, 'known'>, release: string): Catalogue | undefined {
  return known.find((each) => each.release === release)
}

/** Why a release that somebody names cannot be: {release, known}. */
export function releaseUnknown(release: string, { known }: Pick<Releases, 'known'>): Problem {
  return problem('release-unknown', { release, known: known.map((each) => each.release).join(', ') })
}

/** `2.0` before `2.1` before `2.10`; what is no number comes last, by its letters. */
export function compareReleases(left: string, right: string): number {
  const [ours, theirs] = [left.split('.'), right.split('.')]
  for (let at = 0; at < Math.max(ours.length, theirs.length); at += 1) {
    const [one = '', other = ''] = [ours[at], theirs[at]]
    if (one === other) continue
    const difference = Number(one) - Number(other)
    return Number.isFinite(difference) && difference !== 0 ? difference : one < other ? -1 : 1
  }
  return 0
}
