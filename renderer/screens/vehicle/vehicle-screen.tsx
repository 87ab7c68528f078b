import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import type { PaperPlace } from '../../../shared/paper/scan.ts'
import type { VehicleDetail } from '../../../shared/record/views.ts'
import { ok } from '../../../shared/result.ts'
import { call } from '../../api.ts'
import type { Route } from '../../data/route.ts'
import { callKey, useCall } from '../../data/use-call.ts'
import { useRelease } from '../../data/use-release.ts'
import { goTo } from '../../data/use-route.ts'
import { useWorkspace } from '../../data/workspace.ts'
import { ProblemMessage } from '../../parts/problem-message.tsx'
import { createDraftStore } from './draft/draft-store.ts'
import { unsavedOf } from './draft/unsaved.ts'
import { DraftContext, type DraftContextValue } from './draft-context.ts'
import { createFindingsStore } from './findings-store.ts'
import { stageValues } from './stage-values.ts'
import { useLiveFindings } from './use-live-findings.ts'
import { VehicleFrame } from './vehicle-frame.tsx'
import styles from './vehicle-screen.module.css'

interface Props {
  readonly route: Extract<Route, { screen: 'vehicle' }>
}

export function VehicleScreen({ route }: Props): ReactNode {
  const detail = useCall('vehicle/get', { id: route.id })
  const { releases } = useWorkspace()
  const isShown = useRelease(detail.value?.release, releases)
  if (detail.problem) {
    return (
      <div className={styles.problem}>
        <ProblemMessage problem={detail.problem} />
      </div>
    )
  }
  if (!detail.value || !isShown) return <div className={styles.waiting} aria-busy="true" />
  // Another certificate of the same vehicle (a correction) is another draft; frozen content is not typed into.
  const { certificateId, editable } = detail.value
  return <OpenVehicle key={`${certificateId} ${editable}`} detail={detail.value} route={route} />
}

function OpenVehicle({ detail, route }: Props & { readonly detail: VehicleDetail }): ReactNode {
  const draft = useDraftOf(detail)
  useLiveFindings(draft)
  return (
    <DraftContext value={draft}>
      <VehicleFrame detail={detail} route={route} />
    </DraftContext>
  )
}

/** The draft of this vehicle: made once, fed by every newer answer, saved to the end when the screen is left. */
function useDraftOf(detail: VehicleDetail): DraftContextValue {
  const client = useQueryClient()
  const { path: workspace } = useWorkspace()
  const { id } = detail.row
  const reason = useRef('')
  // The first answer starts the draft; later ones are adopted below.
  const [[store, findings]] = useState(() => {
    const save = async (values: readonly { readonly path: string; readonly value: string | null }[]) => {
      const why = reason.current
      reason.current = ''
      const result = await call('vehicle/set-values', {
        id,
        values: [...values],
        ...(why ? { reason: why } : {}),
      })
      if (result.ok) client.setQueryData(callKey('vehicle/get', { id }), ok(result.value))
      return result
    }
    const unsaved = unsavedOf(workspace, id, localStorage)
    return [createDraftStore(detail, save, unsaved), createFindingsStore(detail.findings)] as const
  })
  useEffect(() => {
    if (detail !== store.detail() && detail.row.updatedAt >= store.detail().row.updatedAt) store.adopt(detail)
  }, [detail, store])
  useEffect(() => () => void store.flush(), [store])
  const stages = useMemo(() => stageValues(detail.stages, detail.leftOut), [detail.stages, detail.leftOut])
  return useMemo(
    () => ({
      store,
      findings,
      stages,
      readOnly: !detail.editable,
      saveFor: (why: string) => {
        reason.current = why
        void store.flush()
      },
      onPlace: ({ sha256, page }: PaperPlace) => void showPaper(id, sha256, page),
    }),
    [store, findings, stages, detail.editable, id],
  )
}

/** A base's value leads to the page of the paper that it was typed from. */
async function showPaper(vehicle: number, scan: string, page: number): Promise<void> {
  const base = await call('paper-base/of-vehicle', { vehicle })
  if (base.ok) goTo({ screen: 'paper-base', id: base.value.id, scan, page })
}
