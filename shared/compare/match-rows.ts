/** A row of a table as it is matched with rows of the other message. */
export interface MatchableRow {
  /** Its number, where the schema gives rows one; empty where the row has none. */
  readonly number: string | undefined
  /** What the row is about, where fields are known that say so. */
  readonly name: string | undefined
  /** What it says, asked for only where number and position do not tell it apart. */
  readonly said: () => RowContent
}

export interface RowContent {
  /** The same text for all rows that mean the same. */
  readonly content: string
  /** Each value with its place in the row. */
  readonly values: ReadonlySet<string>
}

/** Positions from 0; absent where the other message has no such row. */
export interface RowPair {
  readonly left: number | undefined
  readonly right: number | undefined
}

/** So many pairs of rows are weighed; a hostile file with more is matched by position. */
const mostWeighed = 100_000

/**
 * Which rows of two tables speak of the same thing. Numbered rows go together by their number alone; others where they
 * say the same, then where name and values agree best, the rest by position. Swapping the sides swaps the pairs. They
 * are answered by number, else as they stand.
 */
export function matchRows(left: readonly MatchableRow[], right: readonly MatchableRow[]): readonly RowPair[] {
  const pairs: RowPair[] = []
  const numbered = [...left, ...right].some(({ number }) => number !== undefined)
  const rights = bucketsOf(right, numbered)
  for (const [number, ofLeft] of bucketsOf(left, numbered)) {
    pairs.push(...matchAlike(left, ofLeft, right, rights.get(number) ?? []))
    rights.delete(number)
  }
  for (const alone of rights.values()) pairs.push(...alone.map((at) => ({ left: undefined, right: at })))
  const numberOf = ({ left: l, right: r }: RowPair): number => {
    const number = Number((l === undefined ? right[r ?? -1] : left[l])?.number)
    return numbered && Number.isFinite(number) ? number : 0
  }
  return pairs.sort((a, b) => numberOf(a) - numberOf(b) || placeOf(a) - placeOf(b) || firstOf(a) - firstOf(b))
}

const placeOf = ({ left, right }: RowPair): number => (left ?? right ?? 0) + (right ?? left ?? 0)
const firstOf = ({ left, right }: RowPair): number => Math.min(left ?? Infinity, right ?? Infinity)

function bucketsOf(rows: readonly MatchableRow[], numbered: boolean): Map<string, number[]> {
  const buckets = new Map<string, number[]>()
  for (const [at, { number }] of rows.entries()) {
    const key = numbered ? (number ?? '') : ''
    const bucket = buckets.get(key)
    if (bucket) bucket.push(at)
    else buckets.set(key, [at])
  }
  return buckets
}

/** Rows that no number tells apart. */
function matchAlike(
  left: readonly MatchableRow[],
  ofLeft: readonly number[],
  right: readonly MatchableRow[],
  ofRight: readonly number[],
): readonly RowPair[] {
  if (ofLeft.length === 1 && ofRight.length === 1) return [{ left: ofLeft[0], right: ofRight[0] }]
  const pairs: RowPair[] = []
  const free = new Map<string, number[]>()
  for (const at of ofRight) {
    const content = right[at]?.said().content ?? ''
    const same = free.get(content)
    if (same) same.push(at)
    else free.set(content, [at])
  }
  const lefts = ofLeft.filter((at) => {
    const same = free.get(left[at]?.said().content ?? '')?.shift()
    if (same === undefined) return true
    pairs.push({ left: at, right: same })
    return false
  })
  const taken = new Set(pairs.map((pair) => pair.right))
  const rights = ofRight.filter((at) => !taken.has(at))
  return [...pairs, ...bestOf(left, lefts, right, rights)]
}

/** The best agreement first; among equals the nearest positions, so that no side is preferred. */
function bestOf(
  left: readonly MatchableRow[],
  lefts: readonly number[],
  right: readonly MatchableRow[],
  rights: readonly number[],
): readonly RowPair[] {
  const weigh = lefts.length * rights.length <= mostWeighed
  const offers = weigh
    ? lefts.flatMap((l) => rights.map((r) => ({ l, r, worth: agreement(left[l], right[r]) })))
    : lefts.flatMap((l, at) => (rights[at] === undefined ? [] : [{ l, r: rights[at], worth: 0 }]))
  offers.sort(
    (a, b) => b.worth - a.worth || Math.abs(a.l - a.r) - Math.abs(b.l - b.r) || a.l + a.r - b.l - b.r,
  )
  const [goneLeft, goneRight] = [new Set<number>(), new Set<number>()]
  const pairs: RowPair[] = []
  for (const { l, r } of offers) {
    if (goneLeft.has(l) || goneRight.has(r)) continue
    goneLeft.add(l)
    goneRight.add(r)
    pairs.push({ left: l, right: r })
  }
  for (const at of lefts) if (!goneLeft.has(at)) pairs.push({ left: at, right: undefined })
  for (const at of rights) if (!goneRight.has(at)) pairs.push({ left: undefined, right: at })
  return pairs
}

/** A shared name weighs more than any number of shared values. */
function agreement(left: MatchableRow | undefined, right: MatchableRow | undefined): number {
  if (!left || !right) return 0
  const [ours, theirs] = [left.said().values, right.said().values]
  let shared = 0
  for (const value of ours) if (theirs.has(value)) shared += 1
  const share = shared / Math.max(ours.size, theirs.size, 1)
  return share + (left.name !== undefined && left.name === right.name ? 1 : 0)
}
