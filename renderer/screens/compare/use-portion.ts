import { useState } from 'react'

interface Portion<Item> {
  readonly shown: readonly Item[]
  /** What is to be shown next, and how much that is. */
  readonly next: { readonly count: number; readonly onMore: () => void }
}

/** The first lines of a long list, portion by portion; `all` at once on paper. */
export function usePortion<Item>(items: readonly Item[], portion: number, all: boolean): Portion<Item> {
  const [most, setMost] = useState(portion)
  const shown = all ? items : items.slice(0, most)
  const count = Math.min(items.length - shown.length, portion)
  return { shown, next: { count, onMore: () => setMost(most + portion) } }
}
