import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'
import type { PaperPlace } from '../../../shared/paper/scan.ts'
import type { Source } from '../../../shared/record/layers.ts'
import type { Finding } from '../../../shared/rules/finding.ts'
import type { DraftStore, SaveState } from './draft/draft-store.ts'
import type { FindingsStore } from './findings-store.ts'
import type { StageValues } from './stage-values.ts'

/** What every line of the form reads from; its parts never change while a vehicle is open. */
export interface DraftContextValue {
  readonly store: DraftStore
  readonly findings: FindingsStore
  readonly stages: readonly StageValues[]
  readonly readOnly: boolean
  /** Saves what waits for a reason; absent where values are nobody's but the typist's. */
  readonly saveFor?: (reason: string) => void
  /** Shows the page of a scan that a value was read from; absent where no paper can be shown. */
  readonly onPlace?: (place: PaperPlace) => void
}

export const DraftContext = createContext<DraftContextValue | undefined>(undefined)

export function useDraft(): DraftContextValue {
  const draft = useContext(DraftContext)
  if (!draft) throw new Error('no draft outside the vehicle screen')
  return draft
}

/** The value of one place; only its own changes draw its line again. */
export function useValue(path: string): string {
  const { store } = useDraft()
  const subscribe = useCallback((listener: () => void) => store.onPath(path, listener), [store, path])
  return useSyncExternalStore(subscribe, () => store.value(path))
}

export function useSource(path: string): Source | undefined {
  const { store } = useDraft()
  const subscribe = useCallback((listener: () => void) => store.onPath(path, listener), [store, path])
  return useSyncExternalStore(subscribe, () => store.source(path))
}

export function useSaveState(): SaveState {
  const { store } = useDraft()
  return useSyncExternalStore(store.onAny, store.saveState)
}

export function useAllFindings(): readonly Finding[] {
  const { findings } = useDraft()
  return useSyncExternalStore(findings.onChange, findings.all)
}

export function useFindingsAt(path: string): readonly Finding[] {
  const { findings } = useDraft()
  return useSyncExternalStore(findings.onChange, () => findings.at(path))
}

export function useIsWrong(path: string): boolean {
  const { findings } = useDraft()
  return useSyncExternalStore(findings.onChange, () => findings.isWrong(path))
}
