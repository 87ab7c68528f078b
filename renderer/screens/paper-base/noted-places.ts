import type { PaperPlace } from '../../../shared/paper/scan.ts'
import type { Source } from '../../../shared/record/layers.ts'

/** A page of a scan; its file is the backend's to name. */
export type InView = Omit<PaperPlace, 'file'>

/**
 * Where each value was read, by its path and what it says: one that is taken back to is noted with its own page again,
 * not with that of the value in between.
 */
export interface NotedPlaces {
  readonly note: (path: string, value: string, place: InView | undefined) => void
  /** Notes a value that the backend knows, before it is typed over. */
  readonly keep: (path: string, value: string, source: Source | undefined) => void
  readonly of: (path: string, value: string) => InView | undefined
}

export function createNotedPlaces(): NotedPlaces {
  const places = new Map<string, InView>()
  const keyOf = (path: string, value: string): string => `${path}=${value}`
  return {
    note: (path, value, place) => {
      if (place) places.set(keyOf(path, value), place)
      else places.delete(keyOf(path, value))
    },
    keep: (path, value, source) => {
      const paper = source?.kind === 'typed' ? source.paper : undefined
      if (paper) places.set(keyOf(path, value), { sha256: paper.sha256, page: paper.page })
    },
    of: (path, value) => places.get(keyOf(path, value)),
  }
}
