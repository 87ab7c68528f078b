import { type KeyboardEvent, type ReactNode, useId } from 'react'
import { useWords } from '../../language/words.ts'
import { useAllFindings } from '../vehicle/draft-context.ts'
import { FindingsPanel } from '../vehicle/panel/findings-panel.tsx'
import tabStyles from '../vehicle/panel/panel.module.css'
import styles from './paper-base-screen.module.css'

export const paperTabs = ['scan', 'findings'] as const
export type PaperTab = (typeof paperTabs)[number]

interface Props {
  readonly tab: PaperTab
  readonly onTab: (tab: PaperTab) => void
  /** How much of the window it takes, as a fraction. */
  readonly share: number
  readonly scan: ReactNode
  readonly onField: (path: string) => void
  readonly id: string
}

/** Beside the form: the paper, or what is wrong with what was typed of it. */
export function PaperPanel({ tab, onTab, share, scan, onField, id }: Props): ReactNode {
  const { t } = useWords()
  const name = useId()
  const findings = useAllFindings()
  const other = tab === 'scan' ? 'findings' : 'scan'
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return
    onTab(other)
    document.getElementById(`${name}-${other}`)?.focus()
  }
  return (
    <aside
      id={id}
      className={styles.panel}
      style={{ width: `${share * 100}vw` }}
      aria-label={t('scan.panel')}
    >
      <div className={tabStyles.bar}>
        <div
          className={tabStyles.tabs}
          role="tablist"
          aria-label={t('scan.panel')}
          tabIndex={-1}
          onKeyDown={onKeyDown}
        >
          {paperTabs.map((each) => (
            <button
              key={each}
              id={`${name}-${each}`}
              type="button"
              role="tab"
              className={tabStyles.tab}
              aria-selected={each === tab}
              aria-controls={`${name}-content`}
              tabIndex={each === tab ? 0 : -1}
              onClick={() => onTab(each)}
            >
              {t(`scan.tabs.${each}`)}
              {each === 'findings' && findings.length > 0 && (
                <span className={tabStyles.count}>{findings.length}</span>
              )}
            </button>
          ))}
        </div>
      </div>
      <div
        id={`${name}-content`}
        className={tab === 'scan' ? styles.scan : tabStyles.content}
        role="tabpanel"
        aria-labelledby={`${name}-${tab}`}
        {...(tab === 'scan' ? {} : { tabIndex: 0 })}
      >
        {tab === 'scan' ? scan : <FindingsPanel onField={onField} />}
      </div>
    </aside>
  )
}
