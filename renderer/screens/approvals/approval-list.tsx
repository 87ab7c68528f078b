import { IconClockHour4 } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { soonDays } from '../../../shared/approvals/lapse.ts'
import type { ApprovalView } from '../../../shared/record/views.ts'
import { routeAddress } from '../../data/route.ts'
import { useWords } from '../../language/words.ts'
import { VerdictShape } from '../../parts/may-issue-pill.tsx'
import styles from './approvals.module.css'

interface Props {
  readonly views: readonly ApprovalView[]
  readonly chosen: string | undefined
  /** An approval that is not kept yet. */
  readonly begins: boolean
}

/** The clock above, then each approval with what it covers and when it ends. */
export function ApprovalList({ views, chosen, begins }: Props): ReactNode {
  const { t } = useWords()
  return (
    <nav className={styles.list} aria-label={t('folder.list')}>
      <ul>
        {views.length > 0 && (
          <li>
            <a
              className={styles.entry}
              href={routeAddress({ screen: 'approvals' })}
              aria-current={(!chosen && !begins) || undefined}
            >
              <span className={styles.name}>
                <IconClockHour4 size={16} stroke={1.7} aria-hidden />
                {t('folder.clock')}
              </span>
            </a>
          </li>
        )}
        {begins && (
          <li>
            <span className={styles.entry} aria-current="true">
              <span className={styles.name}>{t('folder.new')}</span>
              <span className={styles.note}>{t('folder.unsaved')}</span>
            </span>
          </li>
        )}
        {views.map((view) => (
          <li key={view.approval.number}>
            <Entry view={view} current={!begins && view.approval.number === chosen} />
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Entry({ view, current }: { readonly view: ApprovalView; readonly current: boolean }): ReactNode {
  const { t } = useWords()
  const { approval, open, refused, lapse, series } = view
  const soon = lapse !== undefined && lapse.days <= soonDays
  const extension = approval.extensions.at(-1)?.extension
  const days = lapse && t(lapse.days < 0 ? 'folder.past' : 'folder.days', { count: Math.abs(lapse.days) })
  const state = refused > 0 ? 'refused' : soon ? 'lapses-soon' : 'covered'
  return (
    <a
      className={styles.entry}
      href={routeAddress({ screen: 'approvals', approval: approval.number })}
      aria-current={current || undefined}
    >
      <span className={styles.name}>
        <VerdictShape state={state} />
        <span className={styles.number}>
          {approval.number}
          {extension !== undefined && <span className={styles.extension}>*{extension}</span>}
        </span>
      </span>
      <span className={styles.note}>
        {[t(`folder.kinds.${approval.kind}`), approval.note].filter(Boolean).join(' · ')}
      </span>
      <span className={styles.note}>
        {open > 0 ? t('folder.open', { count: open }) : t('folder.none-open')}
        {refused > 0 && <span className={styles.bad}> · {t('folder.refused', { count: refused })}</span>}
      </span>
      {series && <span className={styles.note}>{t('folder.series', { ...series })}</span>}
      {lapse && soon && (
        <span
          className={lapse.days < 0 ? styles.bad : styles.warn}
        >{`${t(`folder.ending.${lapse.what}`, { number: lapse.number })}: ${days}`}</span>
      )}
    </a>
  )
}
