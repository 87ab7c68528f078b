import { useQueryClient } from '@tanstack/react-query'
import { type RefObject, useEffect, useMemo, useState } from 'react'
import type { PaperPlace } from '../../../shared/paper/scan.ts'
import type { PaperBaseView } from '../../../shared/record/paper-views.ts'
import { call } from '../../api.ts'
import { useWorkspace } from '../../data/workspace.ts'
import { createDraftStore, type DraftStore } from '../vehicle/draft/draft-store.ts'
import type { Change } from '../vehicle/draft/pending.ts'
import { unsavedOf } from '../vehicle/draft/unsaved.ts'
import type { DraftContextValue } from '../vehicle/draft-context.ts'
import { createFindingsStore } from '../vehicle/findings-store.ts'
import { stageValues } from '../vehicle/stage-values.ts'
import { keepPaperBase } from './keep-paper-base.ts'
import { createNotedPlaces, type InView } from './noted-places.ts'

export interface PaperDraft {
  readonly draft: DraftContextValue
  /** Sets a value that was read from another place than the page in view. */
  readonly take: (path: string, value: string, place: InView) => void
}

/** The draft of a base on paper. Each value is noted with the page that was in view when it was typed. */
export function usePaperDraft(
  base: PaperBaseView,
  inView: RefObject<InView | undefined>,
  onPlace: (place: PaperPlace) => void,
): PaperDraft {
  const client = useQueryClient()
  const { path: workspace } = useWorkspace()
  const { id } = base
  const [[store, findings, take]] = useState(() => {
    const places = createNotedPlaces()
    const save = async (changes: readonly Change[]) => {
      const values = changes.map(({ path, value }) => {
        const place = value === null ? undefined : places.of(path, value)
        return { path, value, ...(place ? { place } : {}) }
      })
      const result = await call('paper-base/set-values', { id, values })
      if (result.ok) keepPaperBase(client, result.value)
      return result
    }
    const unsaved = unsavedOf(workspace, `paper-base-${id}`, localStorage)
    const plain = createDraftStore(base, save, unsaved)
    const set = (changes: readonly Change[], place: InView | undefined): void => {
      for (const { path, value } of changes) {
        places.keep(path, plain.value(path), plain.source(path))
        if (value !== null) places.note(path, value, place)
      }
      plain.set(changes)
    }
    const noting: DraftStore = { ...plain, set: (changes) => set(changes, inView.current) }
    const taken: PaperDraft['take'] = (path, value, place) => set([{ path, value }], place)
    return [noting, createFindingsStore(base.findings), taken] as const
  })
  useEffect(() => {
    if (base !== store.detail() && base.row.updatedAt >= store.detail().row.updatedAt) store.adopt(base)
  }, [base, store])
  useEffect(() => () => void store.flush(), [store])
  const stages = useMemo(() => stageValues(base.stages), [base.stages])
  const draft = useMemo(
    () => ({ store, findings, stages, readOnly: false, onPlace }),
    [store, findings, stages, onPlace],
  )
  return { draft, take }
}
