import { allItems, type CocItem } from '../ivi/facts.ts'
import { remember } from '../remember.ts'
import { labelScore } from './label-score.ts'
import type { Segment } from './segments.ts'

/** An item's number as it stands on a page. */
export interface Anchor {
  readonly item: CocItem
  readonly segment: Segment
  /** Where the text behind the number begins in the segment. */
  readonly start: number
  /** How much of the item's name stands behind its number. */
  readonly score: number
}

interface Candidate extends Anchor {
  readonly rank: number
  readonly weight: number
}

const numbered: ReadonlyMap<string, { readonly item: CocItem; readonly rank: number }> = new Map(
  allItems()
    .map((item, rank) => [item.item, { item, rank }] as const)
    .filter(([number]) => /^\d/.test(number)),
)

const certain = 0.5
const mostCandidates = 3000
/** Items further apart than this, in pages' widths, stand in columns of their own. */
const column = 0.2

/** What is printed behind a number that may name the item: the rest of its line, the next line of its column. */
export type TextBehind = (segment: Segment, start: number) => string

/**
 * The item numbers of a scan. Axles and footnotes are numbered too, so a number counts where its item's name stands
 * behind it, or where it fits between the others: items stand in one order on every certificate.
 */
export function anchorsOf(segments: readonly Segment[], behind: TextBehind): readonly Anchor[] {
  const found = readingOrder(segments)
    .flatMap((segment) => candidate(segment, behind) ?? [])
    .slice(0, mostCandidates)
  const chain = new Set(heaviestChain(found))
  return found.filter((one) => one.score >= certain || chain.has(one))
}

function candidate(segment: Segment, behind: TextBehind): Candidate | undefined {
  const match = /^\s*(\d{1,2}(?:\.\d{1,2})*(?:\(0-1\))?)\s*[.:)]?(?=\s|$|:)[\s:]*/.exec(segment.text)
  const known = numbered.get(match?.[1] ?? '')
  if (!match || !known) return undefined
  const start = match[0].length
  const score = labelScore(behind(segment, start), Object.values(known.item.label))
  const isDotted = known.item.item.includes('.')
  return { ...known, segment, start, score, weight: 0.1 + (isDotted ? 0.5 : 0) + 3 * score }
}

/** Page by page, column by column: the numbers of one column stand above each other. */
function readingOrder(segments: readonly Segment[]): readonly Segment[] {
  const columnOf = remember((page: string) => {
    const edges = segments
      .filter((segment) => String(segment.page) === page && /^\s*\d/.test(segment.text))
      .map(({ x }) => x)
      .sort((a, b) => a - b)
    return edges.filter((edge, at) => at === 0 || edge - (edges[at - 1] ?? 0) > column)
  }, 100)
  const place = ({ page, x }: Segment): number =>
    columnOf(String(page)).findLastIndex((edge) => edge <= x + 1e-3)
  return [...segments].sort((a, b) => a.page - b.page || place(a) - place(b) || a.y - b.y || a.x - b.x)
}

/** The rising sequence of items that weighs most. */
function heaviestChain(found: readonly Candidate[]): readonly Candidate[] {
  const best: { weight: number; before: number }[] = []
  let heaviest = -1
  for (const [at, one] of found.entries()) {
    let before = -1
    for (let earlier = 0; earlier < at; earlier += 1) {
      const rises = (found[earlier]?.rank ?? 0) < one.rank
      if (rises && (best[earlier]?.weight ?? 0) > (best[before]?.weight ?? 0)) before = earlier
    }
    best.push({ weight: one.weight + (best[before]?.weight ?? 0), before })
    if ((best[at]?.weight ?? 0) > (best[heaviest]?.weight ?? 0)) heaviest = at
  }
  const chain: Candidate[] = []
  for (let at = heaviest; at >= 0; at = best[at]?.before ?? -1) {
    const one = found[at]
    if (one) chain.push(one)
  }
  return chain
}
