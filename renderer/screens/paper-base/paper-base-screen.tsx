import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import type { PaperBaseView } from '../../../shared/record/paper-views.ts'
import { ok } from '../../../shared/result.ts'
import { call } from '../../api.ts'
import { callKey, useCall } from '../../data/use-call.ts'
import { useWorkspace } from '../../data/workspace.ts'
import { ProblemMessage } from '../../parts/problem-message.tsx'
import { createDraftStore } from '../vehicle/draft/draft-store.ts'
import { unsavedOf } from '../vehicle/draft/unsaved.ts'
import { DraftContext, type DraftContextValue } from '../vehicle/draft-context.ts'
import { createFindingsStore } from '../vehicle/findings-store.ts'
import { FormFrame } from '../vehicle/form-frame.tsx'
import { FindingsPanel } from '../vehicle/panel/findings-panel.tsx'
import { stageValues } from '../vehicle/stage-values.ts'
import { useLiveFindings } from '../vehicle/use-live-findings.ts'
import styles from '../vehicle/vehicle-screen.module.css'
import { PaperBaseHeader } from './paper-base-header.tsx'
import own from './paper-base-screen.module.css'

/** The base's CoC typed from paper, in its item order and into the same form as a vehicle. */
export function PaperBaseScreen({ id }: { readonly id: number }): ReactNode {
  const base = useCall('paper-base/get', { id })
  if (base.problem) {
    return (
      <div className={styles.problem}>
        <ProblemMessage problem={base.problem} />
      </div>
    )
  }
  if (!base.value) return <div className={styles.waiting} aria-busy="true" />
  return <OpenPaperBase base={base.value} />
}

function OpenPaperBase({ base }: { readonly base: PaperBaseView }): ReactNode {
  const draft = usePaperDraft(base)
  useLiveFindings(draft)
  const [folded, setFolded] = useState(false)
  return (
    <DraftContext value={draft}>
      <FormFrame
        view="all"
        folded={folded}
        onFold={() => setFolded(!folded)}
        header={(goToField) => <PaperBaseHeader base={base} onField={goToField} />}
        panel={(goToField) => (
          <aside className={own.panel}>
            <FindingsPanel onField={goToField} />
          </aside>
        )}
      />
    </DraftContext>
  )
}

function usePaperDraft(base: PaperBaseView): DraftContextValue {
  const client = useQueryClient()
  const { path: workspace } = useWorkspace()
  const { id } = base
  const [[store, findings]] = useState(() => {
    const save = async (values: readonly { readonly path: string; readonly value: string | null }[]) => {
      const result = await call('paper-base/set-values', { id, values: [...values] })
      if (result.ok) client.setQueryData(callKey('paper-base/get', { id }), ok(result.value))
      return result
    }
    const unsaved = unsavedOf(workspace, `paper-base-${id}`, localStorage)
    return [createDraftStore(base, save, unsaved), createFindingsStore(base.findings)] as const
  })
  useEffect(() => {
    if (base !== store.detail() && base.row.updatedAt >= store.detail().row.updatedAt) store.adopt(base)
  }, [base, store])
  useEffect(() => () => void store.flush(), [store])
  const stages = useMemo(() => stageValues(base.stages), [base.stages])
  return useMemo(() => ({ store, findings, stages, readOnly: false }), [store, findings, stages])
}
