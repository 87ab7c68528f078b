import { useEffect } from 'react'
import { findingsWhileTyping } from '../../../shared/rules/while-typing.ts'
import { catalogue } from '../../fields/field-facts.ts'
import type { DraftContextValue } from './draft-context.ts'

/** A pause in typing that is short enough to feel immediate and long enough not to judge every keystroke. */
const pause = 150

/** Keeps the findings in step: judged here while somebody types, the backend's own once it has answered. */
export function useLiveFindings({ store, findings }: DraftContextValue): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let judged = store.version()
    const judge = (): void => {
      judged = store.version()
      const detail = store.detail()
      const today = new Date().toISOString().slice(0, 10)
      findings.replace(
        store.saveState().kind === 'saved'
          ? detail.findings
          : findingsWhileTyping({ detail, leaves: store.leaves(), catalogue, today }),
      )
    }
    // What was typed before a reload and could not be saved is judged from the start.
    if (store.saveState().kind !== 'saved') judge()
    const stop = store.onAny(() => {
      if (store.version() === judged && store.saveState().kind !== 'saved') return
      clearTimeout(timer)
      timer = setTimeout(judge, store.saveState().kind === 'saved' ? 0 : pause)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [store, findings])
}
