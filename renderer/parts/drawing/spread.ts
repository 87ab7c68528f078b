/** Something of a width that would like its middle to be at a place. */
export interface Wish {
  readonly at: number
  readonly width: number
}

/**
 * Middles that keep their order, lie as near to the wishes as they can, never overlap and stay between the bounds.
 * Neighbours that would touch are moved apart together, so that the group stays centred upon its wishes.
 */
export function spread(
  wishes: readonly Wish[],
  gap: number,
  bounds: { readonly from: number; readonly to: number },
): readonly number[] {
  interface Cluster {
    readonly first: number
    readonly last: number
    readonly start: number
    readonly width: number
  }
  const clusters: Cluster[] = []
  wishes.forEach((_, at) => {
    let cluster = clusterOf(wishes, at, at, gap, bounds)
    for (let before = clusters.at(-1); before; before = clusters.at(-1)) {
      if (before.start + before.width + gap <= cluster.start) break
      clusters.pop()
      cluster = clusterOf(wishes, before.first, at, gap, bounds)
    }
    clusters.push(cluster)
  })
  return clusters.flatMap(({ first, last, start }) => {
    let from = start
    return wishes.slice(first, last + 1).map(({ width }) => {
      const middle = from + width / 2
      from += width + gap
      return middle
    })
  })
}

function clusterOf(
  wishes: readonly Wish[],
  first: number,
  last: number,
  gap: number,
  bounds: { readonly from: number; readonly to: number },
) {
  const members = wishes.slice(first, last + 1)
  const width = members.reduce((sum, one) => sum + one.width, 0) + gap * (members.length - 1)
  let offset = 0
  const starts = members.map(({ at, width: own }) => {
    const start = at - own / 2 - offset
    offset += own + gap
    return start
  })
  const wanted = starts.reduce((sum, start) => sum + start, 0) / starts.length
  const start = Math.max(bounds.from, Math.min(wanted, bounds.to - width))
  return { first, last, start, width }
}
