import type { PaperOrigin } from '../../shared/paper/scan.ts'
import type { PaperBaseView } from '../../shared/record/paper-views.ts'

/** Who typed a base from which scans, and on which page each value stands: what its stage keeps as its origin. */
export function paperOrigin(
  { scans, sources }: Pick<PaperBaseView, 'scans' | 'sources'>,
  person: string,
  at: string,
): PaperOrigin {
  const names = new Map(scans.filter(({ replaced }) => !replaced).map(({ sha256, name }) => [sha256, name]))
  const read = Object.entries(sources).flatMap(([path, source]) =>
    source.kind === 'typed' && source.paper ? [{ path, paper: source.paper }] : [],
  )
  // A value may stand on a scan that was replaced since, or on that of the vehicle it was begun from.
  for (const { paper } of read) names.set(paper.sha256, paper.file)
  const numbers = new Map([...names.keys()].map((sha256, number) => [sha256, number]))
  return {
    person,
    at,
    scans: [...names].map(([sha256, name]) => ({ name, sha256 })),
    places: Object.fromEntries(
      read.map(({ path, paper }) => [path, [numbers.get(paper.sha256) ?? 0, paper.page] as const]),
    ),
  }
}
