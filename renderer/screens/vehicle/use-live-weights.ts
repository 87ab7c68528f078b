import { useDeferredValue, useMemo, useSyncExternalStore } from 'react'
import { buildTree } from '../../../shared/ivi/set-value.ts'
import { type WeighableRecord, weighableRecord } from '../../../shared/weights/from-record.ts'
import type { RecordWeights } from '../../../shared/weights/record-weights.ts'
import { catalogue } from '../../fields/field-facts.ts'
import { useDraft } from './draft-context.ts'

interface LiveWeights {
  /** Every value as it stands while somebody types. */
  readonly leaves: ReadonlyMap<string, string>
  readonly record: WeighableRecord | undefined
}

/**
 * The vehicle as statics sees it while somebody types. What body and options put on is known by the backend alone and
 * comes with its answer; the rest is what stands in the form.
 */
export function useLiveWeights(answer: RecordWeights | undefined): LiveWeights {
  const { store } = useDraft()
  // Typing goes first: the picture may follow a moment later.
  const version = useDeferredValue(useSyncExternalStore(store.onAny, store.version))
  return useMemo(() => {
    // Read anew with every version.
    void version
    const leaves = store.leaves()
    if (!answer) return { leaves, record: undefined }
    const built = buildTree(leaves, catalogue)
    if (!built.ok || answer.kind === 'missing') return { leaves, record: answer }
    const earlier = store.detail().stages.map(({ tree, stageNumber }) => ({ tree, stageNumber }))
    return { leaves, record: weighableRecord({ own: built.value, earlier, loads: answer.given.loads }) }
  }, [store, answer, version])
}
