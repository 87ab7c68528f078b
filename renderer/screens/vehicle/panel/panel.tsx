import { type KeyboardEvent, memo, type ReactNode, useId } from 'react'
import type { VehicleDetail } from '../../../../shared/record/views.ts'
import { useWords } from '../../../language/words.ts'
import { useAllFindings } from '../draft-context.ts'
import { ComparePanel } from './compare-panel.tsx'
import { DrawingPanel } from './drawing-panel.tsx'
import { FindingsPanel } from './findings-panel.tsx'
import { HistoryPanel } from './history-panel.tsx'
import styles from './panel.module.css'
import { StagesPanel } from './stages-panel.tsx'
import { VersionList } from './version-list.tsx'

export const panelNames = ['findings', 'drawing', 'compare', 'stages', 'history'] as const
export type PanelName = (typeof panelNames)[number]

interface Props {
  readonly detail: VehicleDetail
  readonly name: PanelName
  readonly onName: (name: PanelName) => void
  readonly onField: (path: string) => void
}

/** What speaks about the form: findings, the drawing with its loads, comparison and drift, the stages and their signatures, what happened. */
export const Panel = memo(function Panel({ detail, name, onName, onField }: Props): ReactNode {
  const { t } = useWords()
  const id = useId()
  const findings = useAllFindings()
  const counts: Readonly<Record<PanelName, number>> = {
    findings: findings.length,
    compare: detail.drift.filter(({ exceeded, signOff }) => exceeded && !signOff).length,
    stages: detail.stages.length,
    history: 0,
    drawing: 0,
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    const next = panelNames[(panelNames.indexOf(name) + step + panelNames.length) % panelNames.length]
    if (!next) return
    onName(next)
    document.getElementById(`${id}-${next}`)?.focus()
  }
  return (
    <aside className={styles.panel} data-wide={name === 'drawing' || undefined} aria-label={t('panel.title')}>
      <div className={styles.bar}>
        <div
          className={styles.tabs}
          role="tablist"
          aria-label={t('panel.title')}
          tabIndex={-1}
          onKeyDown={onKeyDown}
        >
          {panelNames.map((each) => (
            <button
              key={each}
              id={`${id}-${each}`}
              type="button"
              role="tab"
              className={styles.tab}
              aria-selected={each === name}
              aria-controls={`${id}-content`}
              tabIndex={each === name ? 0 : -1}
              onClick={() => onName(each)}
            >
              {t(`panel.${each}`)}
              {counts[each] > 0 && <span className={styles.count}>{counts[each]}</span>}
            </button>
          ))}
        </div>
      </div>
      <div
        id={`${id}-content`}
        className={styles.content}
        role="tabpanel"
        aria-labelledby={`${id}-${name}`}
        // A panel that scrolls is reached by keyboard.
        tabIndex={0}
      >
        {name === 'findings' && (
          <FindingsPanel
            vehicle={detail.row.id}
            early={detail.next === 'choose-variant' || detail.next === 'link-base'}
            onField={onField}
          />
        )}
        {name === 'drawing' && <DrawingPanel detail={detail} />}
        {name === 'compare' && <ComparePanel detail={detail} onField={onField} />}
        {name === 'stages' && (
          <StagesPanel
            vehicle={detail.row.id}
            editable={detail.editable}
            stages={detail.stages}
            base={detail.row.base}
          />
        )}
        {name === 'history' && (
          <>
            <VersionList vehicle={detail.row.id} vin={detail.row.vin} />
            <HistoryPanel history={detail.history} attempts={detail.attempts} onField={onField} />
          </>
        )}
      </div>
    </aside>
  )
})
