import { useCallback, useMemo, useRef, useState } from 'react'
import { formRanges } from '../../../../shared/ivi/form-lines.ts'
import { schemaPath } from '../../../../shared/ivi/path.ts'
import type { DraftStore } from '../draft/draft-store.ts'
import type { Change } from '../draft/pending.ts'
import type { Goal } from './landing.ts'
import type { Shows } from './slots.ts'

const singleOf = new Map(
  formRanges.flatMap(({ single, min, max }) => [min, max].map((end) => [end, nameOf(single)] as const)),
)

/**
 * Which values stand as ranges. What is stated is open; the person's choice comes before, and goes on to hold while
 * values come and go. A value that makes room for the other form is kept and comes back with the next change of mind.
 * `goTo` follows with the cursor; `forget` shows what is stated and no more, as after a step was taken back.
 */
export function useRanges(store: DraftStore, stated: ReadonlySet<string>, goTo: (goal: Goal) => void) {
  const [chosen, setChosen] = useState<ReadonlyMap<string, Shows>>(new Map())
  const setAside = useRef(new Map<string, string>())
  const opened = useRef(new Set<string>())
  for (const path of stated) {
    const name = singleOf.get(schemaPath(path))
    // A range once open stays open while its ends are typed anew.
    if (name) opened.current.add(path.slice(0, path.lastIndexOf('/') + 1) + name)
  }
  const key = [...new Set([...opened.current, ...chosen.keys()])]
    .map((single) => `${single} ${showsNow(single, stated, chosen.get(single), opened.current.has(single))}`)
    .join('\n')
  const shows = useMemo(() => {
    const open = new Map(key.split('\n').map((line) => line.split(' ') as [string, Shows]))
    return (single: string): Shows => open.get(single) ?? 'single'
  }, [key])

  const show = useCallback(
    (single: string, next: Shows): void => {
      const range = rangeAt(single)
      if (!range) return
      const put = setAside.current
      const now = (path: string): string => store.value(path)
      const from = next === 'single' ? [range.min, range.max] : [single]
      const to = next === 'single' ? [single] : [range.min, range.max]
      const changes: Change[] = []
      for (const path of from) {
        if (now(path) !== '') put.set(path, now(path))
        changes.push({ path, value: null })
      }
      const isKnown = to.some((path) => put.has(path) || now(path) !== '')
      for (const path of to) {
        // A first range begins at the value that stood there.
        const first = !isKnown && path === range.min ? now(single) : ''
        if (now(path) === '') changes.push({ path, value: put.get(path) ?? (first || null) })
      }
      setChosen((known) => new Map(known).set(single, next))
      store.set(changes)
      goTo({ place: to.find((path) => now(path) === '') ?? single })
    },
    [store, goTo],
  )
  const forget = useCallback((): void => {
    opened.current.clear()
    setChosen(new Map())
  }, [])
  return { shows, show, forget }
}

function rangeAt(single: string) {
  const range = formRanges.find((each) => each.single === schemaPath(single))
  if (!range) return undefined
  const group = single.slice(0, single.lastIndexOf('/') + 1)
  return { min: group + nameOf(range.min), max: group + nameOf(range.max) }
}

/** What is stated is never hidden, whatever was chosen. */
function showsNow(
  single: string,
  stated: ReadonlySet<string>,
  chosen: Shows | undefined,
  wasOpen: boolean,
): Shows {
  const range = rangeAt(single)
  const hasEnds = range !== undefined && (stated.has(range.min) || stated.has(range.max))
  const hasSingle = stated.has(single)
  if (hasEnds) return hasSingle ? 'both' : 'range'
  if (hasSingle) return chosen === 'range' ? 'both' : 'single'
  return chosen ?? (wasOpen ? 'range' : 'single')
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
